import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Gateway, GatewayEnv } from '../gateway.ts';

/** One line and one measurement a request, by the route's template: a URL may hold anything. */
export function requestLog({ log, metrics }: Pick<Gateway, 'log' | 'metrics'>): MiddlewareHandler<GatewayEnv> {
  return async (c, next) => {
    const begin = performance.now();
    await next();
    const ms = performance.now() - begin;
    const route = routePath(c, -1);
    const { status } = c.res;
    metrics.requests.observe({ method: c.req.method, route, status }, ms / 1000);
    log.debug('Request', { method: c.req.method, route, http_status: status, ms: Math.round(ms * 10) / 10 });
  };
}
