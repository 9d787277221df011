import { createRoute, z } from '@hono/zod-openapi';
import type { Route } from '../gateway.ts';

const Health = z.strictObject({ status: z.literal('ok') });
const Readiness = z.object({ ready: z.boolean(), checks: z.record(z.string(), z.boolean()) });
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['First version'],
  summary: 'Whether the process answers',
  responses: { 200: json(Health, 'It does') },
});
const live = createRoute({
  method: 'get',
  path: '/livez',
  tags: ['Operations'],
  summary: 'Whether the process turns',
  responses: { 200: json(z.object({ live: z.literal(true) }), 'It does') },
});
const ready = createRoute({
  method: 'get',
  path: '/readyz',
  tags: ['Operations'],
  summary: 'Whether this instance takes requests: everything it needs was there once, and it is not stopping',
  responses: { 200: json(Readiness, 'It does'), 503: json(Readiness, 'Not yet, or not any more') },
});

/** An outage of broker or Redis takes no instance out of service: what can be answered is, and the rest says why. */
export const healthRoutes: Route = (app, { conditions, stopping, metrics }) => {
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(live, (c) => c.json({ live: true as const }, 200));
  app.openapi(ready, (c) => {
    const checks = { ...conditions(), running: !stopping.aborted };
    const all = Object.values(checks).every(Boolean);
    return c.json({ ready: all, checks }, all ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  );
};
