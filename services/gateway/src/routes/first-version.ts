import { ClinicalSummary, jobId, publicStatus, type Summary } from '@clinical/contracts';
import { readArtefact } from '@clinical/runtime';
import { createRoute, z } from '@hono/zod-openapi';
import type { Gateway, Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { bodyStream, jobOfPath, traceparentOf } from '../http/request.ts';
import { invalidRequest } from '../http/validation.ts';
import type { ArtefactName } from '../jobs/keys.ts';
import type { StoredJob } from '../jobs/store.ts';
import { PublicStatus } from '../jobs/view.ts';
import { textDraft } from '../submission/draft.ts';
import { idempotencyKey } from '../submission/idempotency-key.ts';
import { checkLength, collect } from '../submission/limits.ts';
import { parseJson } from '../submission/text.ts';
import { JobParams } from './get-job.ts';

const Body = z.object({ text: z.string() }).openapi('FirstVersionSubmission');

const submit = createRoute({
  method: 'post',
  path: '/submit',
  tags: ['First version'],
  summary: 'Submit a text',
  request: { body: { required: true, content: { 'application/json': { schema: Body } } } },
  responses: {
    202: {
      description: 'The broker has it',
      content: {
        'application/json': {
          schema: z.object({ job_id: z.uuid(), status: PublicStatus, message: z.string() }),
        },
      },
    },
    ...problemResponses(
      'malformed_json',
      'malformed_idempotency_key',
      'unauthenticated',
      'payload_too_large',
      'invalid_request',
      'empty_text',
      'invalid_text',
      'idempotency_in_progress',
      'idempotency_key_reused',
      'broker_unavailable',
      'outcome_unknown',
      'state_unavailable',
      'rebuilding',
      'overloaded',
    ),
  },
});

const result = createRoute({
  method: 'get',
  path: '/result/{job_id}',
  tags: ['First version'],
  summary: 'Where a job stands, with its results once there are some',
  request: { params: JobParams },
  responses: {
    200: {
      description: 'The job',
      content: {
        'application/json': {
          schema: z.object({
            job_id: z.uuid(),
            status: PublicStatus,
            step: z.string(),
            clinical_summary: z.object(ClinicalSummary.shape).nullable().optional(),
            fhir: z.looseObject({}).nullable().optional(),
            error: z.string().optional(),
          }),
        },
      },
    },
    ...problemResponses('unauthenticated', 'job_not_found', 'state_unavailable', 'rebuilding'),
  },
});

export const firstVersionRoutes: Route = (app, gateway) => {
  const { acceptor, config, metrics } = gateway;
  app.openAPIRegistry.registerPath(submit);
  app.post('/submit', async (c) => {
    const tenant = c.get('tenant');
    const key = idempotencyKey(c.req.header('idempotency-key'));
    checkLength(c.req.header('content-length'), config.limits.jsonBytes);
    const body = Body.safeParse(parseJson(await collect(bodyStream(c), config.limits.jsonBytes)));
    if (!body.success) throw invalidRequest.of(body.error);
    const draft = textDraft(body.data.text, 'text/plain', {}, config.limits.textBytes);
    const { job, replayed } = await acceptor.accept(draft, {
      jobId: jobId(tenant, key),
      tenant,
      keyed: key !== null,
      traceparent: traceparentOf(c),
    });
    if (!replayed) metrics.accepted.inc({ kind: 'text' });
    c.header('location', `/result/${job.job_id}`);
    const message = 'Trabajo encolado exitosamente';
    return c.json({ job_id: job.job_id, status: publicStatus(job.status), message }, 202);
  });

  app.openAPIRegistry.registerPath(result);
  app.get(result.getRoutingPath(), async (c) => {
    const job = await jobOfPath(c, gateway);
    const { job_id, status, problem } = job;
    const [summary, fhir] = await Promise.all([
      artefactText(job, 'summary', gateway),
      artefactText(job, 'fhir', gateway),
    ]);
    const known = JSON.stringify({
      job_id,
      status: publicStatus(status),
      step: status,
      ...(summary === null ? {} : { clinical_summary: (JSON.parse(summary) as Summary).clinical_summary }),
      ...(problem === null ? {} : { error: problem.title }),
    });
    // The bundle goes in as the text that was committed: parsing would cost it the precision of its decimals.
    const body = fhir === null ? known : `${known.slice(0, -1)},"fhir":${fhir}}`;
    return c.body(body, 200, { 'content-type': 'application/json' });
  });
};

async function artefactText(job: StoredJob, name: ArtefactName, { store, blobs }: Gateway): Promise<string | null> {
  const artefact = job.artefacts.includes(name) ? await store.artefact(job.job_id, name) : null;
  return artefact === null ? null : readArtefact(artefact, blobs);
}
