import { jobId } from '@clinical/contracts';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Gateway, GatewayEnv, Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { HttpProblem } from '../http/problems.ts';
import { bodyStream, preferredWait, traceparentOf } from '../http/request.ts';
import { JobView, jobView } from '../jobs/view.ts';
import { waitForEnd } from '../streams/wait.ts';
import type { Accepted } from '../submission/accept.ts';
import { readDraft } from '../submission/body.ts';
import { SubmissionOptions } from '../submission/draft.ts';
import { idempotencyKey } from '../submission/idempotency-key.ts';
import { DiarisedBody, TextBody, TranscriptBody } from '../submission/json-body.ts';
import { viewOf } from './get-job.ts';

const text = { schema: z.string() };
const binary = { schema: z.string().openapi({ format: 'binary' }) };

export const createJob = createRoute({
  method: 'post',
  path: '/v1/jobs',
  tags: ['Jobs'],
  summary: 'Submit a conversation: text, transcript or audio',
  request: {
    headers: z.object({
      'idempotency-key': z
        .string()
        .optional()
        .openapi({ description: 'Decides the job id; the same again is the same job' }),
      prefer: z.string().optional().openapi({ description: '`wait=N`: answer when the job has ended, or after N s' }),
    }),
    query: SubmissionOptions.openapi({ description: 'For raw bodies' }),
    body: {
      required: true,
      content: {
        'application/json': { schema: z.union([TextBody, TranscriptBody, DiarisedBody]) },
        'multipart/form-data': {
          schema: SubmissionOptions.extend({
            file: z.string().optional().openapi({ format: 'binary' }),
            text: z.string().optional(),
          }),
        },
        'text/plain': text,
        'text/vtt': text,
        'application/x-subrip': text,
        'audio/*': binary,
      },
    },
  },
  responses: {
    200: { description: 'It has ended already', content: { 'application/json': { schema: JobView } } },
    202: { description: 'The broker has it', content: { 'application/json': { schema: JobView } } },
    ...problemResponses(
      'malformed_request',
      'malformed_json',
      'malformed_idempotency_key',
      'unauthenticated',
      'idempotency_in_progress',
      'payload_too_large',
      'unsupported_media_type',
      'invalid_request',
      'empty_text',
      'invalid_text',
      'invalid_transcript',
      'invalid_audio',
      'audio_not_configured',
      'idempotency_key_reused',
      'broker_unavailable',
      'outcome_unknown',
      'state_unavailable',
      'rebuilding',
      'storage_unavailable',
      'overloaded',
    ),
  },
});

export const createJobRoute: Route = (app, gateway) => {
  app.openAPIRegistry.registerPath(createJob);
  app.post(createJob.path, async (c) => {
    const { job, replayed } = await acceptBody(c, gateway);
    const waitS = preferredWait(c.req.header('prefer'), gateway.config.limits.waitS);
    const ended = waitS === null ? null : await waitForEnd(job, waitS * 1000, gateway);
    c.header('location', `/v1/jobs/${job.job_id}`);
    if (replayed) c.header('idempotent-replayed', 'true');
    if (waitS !== null) c.header('preference-applied', `wait=${waitS}`);
    const shown = ended ?? job;
    const view = replayed || ended !== null ? await viewOf(shown, gateway) : jobView(shown);
    return c.json(view satisfies JobView, view.terminal ? 200 : 202);
  });
};

/** Reads the body and accepts it; an upload that is not needed in the end is removed. */
async function acceptBody(c: Context<GatewayEnv>, gateway: Gateway): Promise<Accepted> {
  const { acceptor, blobs, config, metrics } = gateway;
  const tenant = c.get('tenant');
  const key = idempotencyKey(c.req.header('idempotency-key'));
  const id = jobId(tenant, key);
  const draft = await readDraft(
    {
      contentType: c.req.header('content-type'),
      contentLength: c.req.header('content-length'),
      query: c.req.query(),
      stream: bodyStream(c),
    },
    id,
    { limits: config.limits, blobs, audio: config.audio },
  );
  let keep = false;
  try {
    const request = { jobId: id, tenant, keyed: key !== null, traceparent: traceparentOf(c) };
    const accepted = await acceptor.accept(draft, request);
    keep = !accepted.replayed;
    if (accepted.replayed) metrics.replayed.inc();
    else metrics.accepted.inc({ kind: draft.kind });
    return accepted;
  } catch (error) {
    // Its record may be in the log, and then needs it.
    keep = error instanceof HttpProblem && error.code === 'outcome_unknown';
    throw error;
  } finally {
    if (draft.audio !== null && !keep) await blobs.delete(draft.audio).catch(() => {});
  }
}
