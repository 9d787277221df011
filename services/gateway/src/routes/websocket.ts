import { upgradeWebSocket } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import type { WebSocket } from 'ws';
import type { Gateway, GatewayEnv, Route } from '../gateway.ts';
import { HttpProblem } from '../http/problems.ts';
import { jobOfPath } from '../http/request.ts';
import type { StreamEvent } from '../jobs/event.ts';
import { follow } from '../streams/follow.ts';
import { sendEvents } from '../streams/websocket.ts';
import { lastSeen } from './events.ts';

/** The same events in the words of the service's first version. */
export const firstVersionEvent = ({
  job_id,
  public_status,
  status,
  at,
  seq,
  attempt,
  delayed,
  problem,
}: StreamEvent) => ({
  job_id,
  status: public_status,
  step: status,
  ts: Date.parse(at),
  seq,
  attempt,
  delayed,
  problem,
});

/** GET /v1/jobs/{id}/ws and the first version's /ws/{id}: the same events, each in its own words. */
export const websocketRoutes: Route = (app, gateway) => {
  app.get(
    '/v1/jobs/:job_id/ws',
    admit(gateway),
    socket(gateway, (event) => event),
  );
  app.get('/ws/:job_id', admit(gateway), socket(gateway, firstVersionEvent));
};

/** Answers what is to be refused while it still is HTTP. */
const admit =
  (gateway: Gateway): MiddlewareHandler<GatewayEnv> =>
  async (c, next) => {
    await jobOfPath(c, gateway);
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') throw new HttpProblem('upgrade_required');
    await next();
  };

function socket(gateway: Gateway, render: (event: StreamEvent) => object) {
  const { store, live, config, stopping, metrics } = gateway;
  return upgradeWebSocket((c: Context) => {
    const jobId = c.req.param('job_id')!.toLowerCase();
    const after = lastSeen(c);
    return {
      onOpen(_event, { raw }) {
        const ws = raw as WebSocket;
        const gone = new AbortController();
        ws.once('close', () => gone.abort());
        const signal = AbortSignal.any([gone.signal, stopping]);
        const events = follow(jobId, after, { store, live, recheckMs: config.streams.heartbeatMs, signal });
        metrics.streams.inc({ transport: 'websocket' });
        void sendEvents(ws, events, render, config.streams).finally(() =>
          metrics.streams.dec({ transport: 'websocket' }),
        );
      },
    };
  });
}
