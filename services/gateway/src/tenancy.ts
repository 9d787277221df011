import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from './http/problems.ts';

export const DEFAULT_TENANT = 'default';

/** Tenants by the SHA-256 (lower-case hex) of their API key; null: everybody is the default tenant. */
export type ApiKeys = ReadonlyMap<string, string> | null;

/**
 * Whose jobs a request may see: the one seam through which every other means of authentication will come.
 * Keys are compared by their hash, so the comparison's time tells nothing of the key.
 */
export function tenantOf(headers: Headers, keys: ApiKeys): string {
  if (keys === null) return DEFAULT_TENANT;
  const bearer = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(headers.get('authorization') ?? '')?.[1];
  const given = bearer ?? headers.get('x-api-key');
  const tenant = given ? keys.get(createHash('sha256').update(given).digest('hex')) : undefined;
  if (tenant === undefined) throw new HttpProblem('unauthenticated');
  return tenant;
}

export interface TenantEnv {
  Variables: { tenant: string };
}

export function authenticate(keys: ApiKeys): MiddlewareHandler<TenantEnv> {
  return async (c, next) => {
    c.set('tenant', tenantOf(c.req.raw.headers, keys));
    await next();
  };
}
