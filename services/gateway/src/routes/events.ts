import { isTerminal } from '@clinical/contracts';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { GatewayEnv, Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { jobOfPath } from '../http/request.ts';
import { StreamEvent } from '../jobs/event.ts';
import { follow } from '../streams/follow.ts';
import { writeEvents } from '../streams/sse.ts';
import { JobParams } from './get-job.ts';

/** Where a client wants to go on; nonsense means from the beginning, as the EventSource specification has it. */
export function lastSeen(c: Context): number {
  const given = c.req.header('last-event-id') ?? c.req.query('last_event_id') ?? '';
  return /^\d{1,15}$/.test(given) ? Number(given) : 0;
}

const route = createRoute({
  method: 'get',
  path: '/v1/jobs/{job_id}/events',
  tags: ['Events'],
  summary: 'Server-sent events up to the terminal one; resumable',
  request: {
    params: JobParams,
    headers: z.object({ 'last-event-id': z.string().optional() }),
    query: z.object({ last_event_id: z.string().optional() }),
  },
  responses: {
    200: {
      description: 'Events: `id` is the sequence, `data` a JobEvent',
      content: { 'text/event-stream': { schema: StreamEvent } },
    },
    204: { description: 'The job has ended and its last event was seen: do not reconnect' },
    ...problemResponses('unauthenticated', 'job_not_found', 'state_unavailable', 'rebuilding'),
  },
});

export const eventsRoute: Route = (app, gateway) => {
  const { store, live, config, stopping, metrics } = gateway;
  app.openAPIRegistry.registerPath(route);
  app.get(route.getRoutingPath(), async (c: Context<GatewayEnv>) => {
    const job = await jobOfPath(c, gateway);
    const after = lastSeen(c);
    if (isTerminal(job.status) && job.seq <= after) return c.body(null, 204);
    const { outgoing } = c.env;
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const signal = AbortSignal.any([gone.signal, stopping]);
    const events = follow(job.job_id, after, { store, live, recheckMs: config.streams.heartbeatMs, signal });
    metrics.streams.inc({ transport: 'sse' });
    await writeEvents(outgoing, events, config.streams).finally(() => metrics.streams.dec({ transport: 'sse' }));
    return RESPONSE_ALREADY_SENT;
  });
};
