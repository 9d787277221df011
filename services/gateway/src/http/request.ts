import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Context } from 'hono';
import type { Gateway, GatewayEnv } from '../gateway.ts';
import type { StoredJob } from '../jobs/store.ts';
import { HttpProblem } from './problems.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The job that a path names, if it is the caller's; whatever is not, is not there. */
export async function jobOfPath(
  c: Context<GatewayEnv>,
  { store, acceptor }: Pick<Gateway, 'store' | 'acceptor'>,
): Promise<StoredJob> {
  const id = c.req.param('job_id')?.toLowerCase() ?? '';
  const job = UUID.test(id) ? await store.find(c.get('tenant'), id) : null;
  if (job === null && acceptor.isUnseen(id)) throw new HttpProblem('rebuilding');
  if (job === null) throw new HttpProblem('job_not_found');
  return job;
}

/** The body as it comes in; of a real request, straight from its socket. */
export function bodyStream(c: Context<GatewayEnv>): Readable {
  const incoming = c.env?.incoming as Readable | undefined;
  if (incoming !== undefined) return incoming;
  const body = c.req.raw.body as ReadableStream<Uint8Array> | null;
  return body === null ? Readable.from([]) : Readable.fromWeb(body);
}

/** Seconds of `Prefer: wait=N` (RFC 7240), at most so many; null where it is not asked for. */
export function preferredWait(header: string | undefined, atMostS: number): number | null {
  const wait = /(?:^|[,;])\s*wait=(\d{1,6})\s*(?:$|[,;])/i.exec(header ?? '')?.[1];
  return wait === undefined ? null : Math.min(Number(wait), atMostS);
}

/** A W3C trace context that came with the request, if it is one. */
export function traceparentOf(c: Context<GatewayEnv>): string | null {
  const header = c.req.header('traceparent') ?? '';
  return /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(header) ? header : null;
}
