import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Route } from '../gateway.ts';
import { HttpProblem } from '../http/problems.ts';
import { serveFile } from '../http/static-files.ts';

const swagger = pathToFileURL(findPackageJSON('swagger-ui-dist', import.meta.url)!);
const FILES = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Clinical Summarizer: API reference</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="reference"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#reference', deepLinking: true });
`;

/** Swagger UI writes style attributes, so styles may be inline here; scripts may not. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The OpenAPI document and a reference page of it, all from this server. */
export const docsRoutes: Route = (app) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Clinical Summarizer',
      version: '1.0.0',
      description:
        'Conversations in, verified summaries and FHIR out. Errors are RFC 9457 problem documents with a stable code.',
      license: { name: 'MIT' },
    },
    security: [{}, { apiKey: [] }],
  });
  app.get('/docs', (c) => c.html(PAGE, 200, { 'content-security-policy': POLICY }));
  app.get('/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/docs/:name', (c) => {
    const name = c.req.param('name');
    if (!FILES.has(name)) throw new HttpProblem('not_found');
    return serveFile(c, new URL(name, swagger));
  });
};
