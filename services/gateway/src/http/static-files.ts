import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from 'hono';
import { HttpProblem } from './problems.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** A relative path that stays below its folder, of plain names only. */
export const isPlainPath = (path: string): boolean =>
  path.length < 200 && path.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));

/** A file of ours, with an ETag so that a browser asks but does not fetch again. */
export async function serveFile(c: Context, file: URL): Promise<Response> {
  const type = TYPES[extname(file.pathname)];
  const content = type === undefined ? null : await readFile(file).catch(() => null);
  if (content === null) throw new HttpProblem('not_found');
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'no-cache' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(content), 200, { ...headers, 'content-type': type! });
}
