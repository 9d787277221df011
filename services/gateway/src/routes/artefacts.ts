import { isTerminal, Summary, Transcript } from '@clinical/contracts';
import { readArtefact } from '@clinical/runtime';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Gateway, GatewayEnv, Route } from '../gateway.ts';
import { parseExactly } from '../http/exact-json.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { HttpProblem } from '../http/problems.ts';
import { jobOfPath } from '../http/request.ts';
import type { ArtefactName } from '../jobs/keys.ts';
import { JobParams } from './get-job.ts';

const problems = problemResponses(
  'unauthenticated',
  'job_not_found',
  'artefact_not_ready',
  'artefact_not_available',
  'state_unavailable',
  'rebuilding',
);

const transcript = createRoute({
  method: 'get',
  path: '/v1/jobs/{job_id}/transcript',
  tags: ['Artefacts'],
  summary: 'The transcript: segments with speakers, times and languages',
  request: {
    params: JobParams,
    query: z.object({
      format: z.enum(['json', 'text']).optional().openapi({
        description: "`text`: the segments' texts alone, joined by line feeds, as the FHIR evidence counts them",
      }),
    }),
  },
  responses: {
    200: {
      description: 'The transcript',
      content: {
        'application/json': { schema: z.object(Transcript.shape).openapi('Transcript') },
        'text/plain': { schema: z.string() },
      },
    },
    ...problems,
  },
});

const summary = createRoute({
  method: 'get',
  path: '/v1/jobs/{job_id}/summary',
  tags: ['Artefacts'],
  summary: 'The summary: facts with their evidence, and what was rejected',
  request: { params: JobParams },
  responses: {
    200: {
      description: 'The summary; offsets are UTF-16 code units of the segment text',
      content: { 'application/json': { schema: z.object(Summary.shape).openapi('Summary') } },
    },
    ...problems,
  },
});

const fhir = createRoute({
  method: 'get',
  path: '/v1/jobs/{job_id}/fhir',
  tags: ['Artefacts'],
  summary: 'The FHIR R4 bundle',
  request: {
    params: JobParams,
    query: z.object({
      _type: z
        .string()
        .regex(/^[A-Za-z]{1,64}(,[A-Za-z]{1,64}){0,31}$/)
        .optional()
        .openapi({ description: 'Only entries of these resource types, separated by commas' }),
    }),
  },
  responses: {
    200: {
      description: 'The bundle',
      content: {
        'application/fhir+json': {
          schema: z.looseObject({ resourceType: z.literal('Bundle') }).openapi('Bundle'),
        },
      },
    },
    ...problems,
  },
});

export const artefactRoutes: Route = (app, gateway) => {
  app.openAPIRegistry.registerPath(transcript);
  app.get(transcript.getRoutingPath(), async (c) => {
    const json = await artefactJson(c, gateway, 'transcript');
    return c.req.query('format') === 'text'
      ? serve(c, plainText(json), 'text/plain')
      : serve(c, json, 'application/json');
  });
  app.openAPIRegistry.registerPath(summary);
  app.get(summary.getRoutingPath(), async (c) =>
    serve(c, await artefactJson(c, gateway, 'summary'), 'application/json'),
  );
  app.openapi(fhir, async (c) => {
    const json = await artefactJson(c, gateway, 'fhir');
    const types = c.req.valid('query')._type;
    return serve(
      c,
      types === undefined ? json : entriesOf(json, new Set(types.split(','))),
      'application/fhir+json',
    ) as never;
  });
};

/** The JSON text as the stage committed it. */
async function artefactJson(c: Context<GatewayEnv>, gateway: Gateway, name: ArtefactName): Promise<string> {
  const job = await jobOfPath(c, gateway);
  const artefact = job.artefacts.includes(name) ? await gateway.store.artefact(job.job_id, name) : null;
  if (artefact === null) {
    throw new HttpProblem(isTerminal(job.status) ? 'artefact_not_available' : 'artefact_not_ready');
  }
  return readArtefact(artefact, gateway.blobs);
}

/** What the DocumentReference of the bundle points to: its hash and the offsets of the evidence are of this text. */
const plainText = (json: string): string =>
  (JSON.parse(json) as Transcript).segments.map((segment) => segment.text).join('\n');

const serve = (c: Context, body: string, type: string): Response =>
  c.body(body, 200, { 'content-type': `${type}; charset=utf-8` });

/** The bundle with the entries of some types only; its other members stay as they are. */
function entriesOf(json: string, types: ReadonlySet<string>): string {
  const bundle = parseExactly(json) as { entry?: { resource?: { resourceType?: string } }[] };
  const entry = bundle.entry?.filter(({ resource }) => types.has(resource?.resourceType ?? ''));
  return JSON.stringify({ ...bundle, ...(entry === undefined ? {} : { entry }) });
}
