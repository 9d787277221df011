import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Route } from '../gateway.ts';
import { HttpProblem } from '../http/problems.ts';
import { isPlainPath, serveFile } from '../http/static-files.ts';

const FOLDER = new URL('../../console/', import.meta.url);
const packageFile = (name: string, path: string): URL =>
  new URL(path, pathToFileURL(findPackageJSON(name, import.meta.url)!));

/** What the page's import map names, from node_modules: no CDN, no build. */
const VENDOR: Readonly<Record<string, URL>> = {
  'preact.js': packageFile('preact', 'dist/preact.mjs'),
  'preact-hooks.js': packageFile('preact', 'hooks/dist/hooks.mjs'),
  'htm.js': packageFile('htm', 'dist/htm.mjs'),
  'htm-preact.js': packageFile('htm', 'preact/index.mjs'),
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The console: a page and its modules, served as they are. */
export const consoleRoutes: Route = (app) => {
  app.get('/', async (c) => {
    const page = await readFile(new URL('index.html', FOLDER), 'utf8').catch(() => null);
    if (page === null) throw new HttpProblem('not_found');
    const nonce = randomBytes(18).toString('base64');
    return c.html(page.replaceAll('__CSP_NONCE__', nonce), 200, {
      'content-security-policy': policy(nonce),
      'cache-control': 'no-store',
    });
  });
  app.get('/console/:path{.+}', (c) => {
    const path = c.req.param('path');
    if (!isPlainPath(path)) throw new HttpProblem('not_found');
    return serveFile(c, new URL(path, FOLDER));
  });
  app.get('/vendor/:name', (c) => {
    const file = VENDOR[c.req.param('name')];
    if (file === undefined) throw new HttpProblem('not_found');
    return serveFile(c, file);
  });
};
