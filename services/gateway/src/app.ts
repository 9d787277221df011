import { OpenAPIHono } from '@hono/zod-openapi';
import type { Gateway, GatewayApp, GatewayEnv, Route } from './gateway.ts';
import { onError } from './http/errors.ts';
import { HttpProblem } from './http/problems.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { invalidRequest } from './http/validation.ts';
import { artefactRoutes } from './routes/artefacts.ts';
import { batchRoutes } from './routes/batches.ts';
import { capabilitiesRoute } from './routes/capabilities.ts';
import { consoleRoutes } from './routes/console.ts';
import { createJobRoute } from './routes/create-job.ts';
import { docsRoutes } from './routes/docs.ts';
import { eventsRoute } from './routes/events.ts';
import { firstVersionRoutes } from './routes/first-version.ts';
import { getJobRoute } from './routes/get-job.ts';
import { healthRoutes } from './routes/health.ts';
import { listJobsRoute } from './routes/list-jobs.ts';
import { retryJobRoute } from './routes/retry-job.ts';
import { stopJobRoutes } from './routes/stop-job.ts';
import { websocketRoutes } from './routes/websocket.ts';
import { authenticate } from './tenancy.ts';

/** Everything below these prefixes belongs to a tenant. */
const GUARDED = ['/v1/jobs', '/v1/jobs/*', '/v1/batches', '/v1/batches/*', '/submit', '/result/*', '/ws/*'];

const ROUTES: readonly Route[] = [
  healthRoutes,
  capabilitiesRoute,
  createJobRoute,
  listJobsRoute,
  getJobRoute,
  artefactRoutes,
  eventsRoute,
  websocketRoutes,
  stopJobRoutes,
  retryJobRoute,
  batchRoutes,
  firstVersionRoutes,
  docsRoutes,
  consoleRoutes,
];

/** The HTTP surface over its parts; `app.request()` is the door for tests. */
export function createApp(gateway: Gateway): GatewayApp {
  const app: GatewayApp = new OpenAPIHono<GatewayEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidRequest.of(result.error);
    },
  });
  app.use(requestLog(gateway));
  app.use(securityHeaders);
  for (const path of GUARDED) app.use(path, authenticate(gateway.config.apiKeys));
  for (const route of ROUTES) route(app, gateway);
  app.notFound((c) => onError(gateway)(new HttpProblem('not_found'), c));
  app.onError(onError(gateway));
  return app;
}
