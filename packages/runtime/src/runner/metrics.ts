import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What every stage shows. Names after Prometheus' conventions; labels are of the code, never of data. */
export function stageMetrics(registry: Registry, stage: string) {
  const registers = [registry];
  registry.setDefaultLabels({ stage });
  return {
    inFlight: new Gauge({ name: 'stage_in_flight_records', help: 'Records in the hands of handlers', registers }),
    window: new Gauge({ name: 'stage_window_records', help: 'Most records that handlers may hold', registers }),
    buffered: new Gauge({ name: 'stage_buffered_records', help: 'Records fetched and not begun', registers }),
    oldest: new Gauge({
      name: 'stage_oldest_buffered_age_seconds',
      help: 'Age of the oldest record that is fetched and not begun',
      registers,
    }),
    lag: new Gauge({
      name: 'stage_lag_records',
      help: 'Offsets between the committed one and the end of the partition',
      labelNames: ['partition'],
      registers,
    }),
    records: new Counter({
      name: 'stage_records_total',
      help: 'Records done with: done, failed, cancelled, erased, repeated, abandoned (handed back)',
      labelNames: ['outcome'],
      registers,
    }),
    handling: new Histogram({
      name: 'stage_handling_seconds',
      help: 'From the begin of a record to its result, with all its tries',
      buckets: [0.005, 0.02, 0.1, 0.3, 1, 3, 10, 30, 60, 120, 300],
      registers,
    }),
    transactions: new Histogram({
      name: 'stage_transaction_seconds',
      help: 'Time of a transaction',
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 10],
      registers,
    }),
    committed: new Counter({ name: 'stage_committed_records_total', help: 'Records committed', registers }),
    failures: new Counter({
      name: 'stage_failed_tries_total',
      help: 'Failed tries by fate: retry, wait, count, reject',
      labelNames: ['fate'],
      registers,
    }),
    breaker: new Gauge({
      name: 'stage_breaker_state',
      help: '0 closed, 1 half open, 2 open',
      labelNames: ['dependency'],
      registers,
    }),
    deadLetters: new Counter({
      name: 'stage_dead_letters_total',
      help: 'Records dead-lettered',
      labelNames: ['code'],
      registers,
    }),
    rebalances: new Counter({ name: 'stage_rebalances_total', help: 'Times the group was joined', registers }),
    partitions: new Gauge({ name: 'stage_assigned_partitions', help: 'Partitions that this process owns', registers }),
    fencings: new Counter({
      name: 'stage_partition_failures_total',
      help: 'Times that a partition was thrown away after a failed transaction',
      registers,
    }),
  };
}

export type StageMetrics = ReturnType<typeof stageMetrics>;
