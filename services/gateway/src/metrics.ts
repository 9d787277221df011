import { processMetrics } from '@clinical/runtime';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>;

/** What the gateway shows; labels are of the code (route templates, codes), never of data. */
export function gatewayMetrics(registry = new Registry()) {
  const registers = [registry];
  processMetrics(registry);
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time to the answer; of streams, to their end',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    problems: new Counter({
      name: 'http_problems_total',
      help: 'Problem documents answered, by code',
      labelNames: ['code'],
      registers,
    }),
    accepted: new Counter({
      name: 'gateway_jobs_accepted_total',
      help: 'Jobs acknowledged by the broker',
      labelNames: ['kind'],
      registers,
    }),
    replayed: new Counter({
      name: 'gateway_jobs_replayed_total',
      help: 'Requests answered with the job of an earlier one under the same Idempotency-Key',
      registers,
    }),
    streams: new Gauge({
      name: 'gateway_open_streams',
      help: 'Event streams that clients follow',
      labelNames: ['transport'],
      registers,
    }),
    folded: new Counter({
      name: 'materializer_records_total',
      help: 'Records folded into Redis: newer, same, older than the state, or skipped as unreadable',
      labelNames: ['topic', 'outcome'],
      registers,
    }),
  };
}
