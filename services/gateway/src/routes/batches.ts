import { isTerminal, publicStatus } from '@clinical/contracts';
import { createRoute, z } from '@hono/zod-openapi';
import type { Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { HttpProblem } from '../http/problems.ts';
import { bodyStream, traceparentOf } from '../http/request.ts';
import { RebuildingError } from '../jobs/store.ts';
import { PublicStatus } from '../jobs/view.ts';
import { acceptLines, batchOf, jobOfLine, linesOf, newBatch } from '../submission/batch.ts';
import { idempotencyKey } from '../submission/idempotency-key.ts';
import { checkLength, collect } from '../submission/limits.ts';
import { essence } from '../submission/media-types.ts';

const create = createRoute({
  method: 'post',
  path: '/v1/batches',
  tags: ['Batches'],
  summary: 'Submit many texts and transcripts: one JSON body of POST /v1/jobs a line',
  request: {
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: { required: true, content: { 'application/x-ndjson': { schema: z.string() } } },
  },
  responses: {
    202: {
      description: 'The broker has the lines that were accepted',
      content: {
        'application/json': {
          schema: z.strictObject({
            batch_id: z.string(),
            total: z.int(),
            accepted: z.array(z.strictObject({ line: z.int(), job_id: z.uuid() })),
            refused: z.array(
              z.strictObject({ line: z.int(), code: z.string(), title: z.string(), detail: z.string().optional() }),
            ),
          }),
        },
      },
    },
    ...problemResponses(
      'malformed_request',
      'malformed_idempotency_key',
      'unauthenticated',
      'payload_too_large',
      'unsupported_media_type',
      'empty_text',
      'invalid_text',
      'broker_unavailable',
      'outcome_unknown',
      'state_unavailable',
      'rebuilding',
      'storage_unavailable',
      'overloaded',
    ),
  },
});

const get = createRoute({
  method: 'get',
  path: '/v1/batches/{batch_id}',
  tags: ['Batches'],
  summary: 'Where the jobs of a batch stand',
  request: { params: z.object({ batch_id: z.string() }) },
  responses: {
    200: {
      description: 'Counts by public status; `refused` are lines that made no job, or whose job is erased',
      content: {
        'application/json': {
          schema: z.strictObject({
            batch_id: z.string(),
            total: z.int(),
            done: z.boolean(),
            counts: z.strictObject({
              ...Object.fromEntries(PublicStatus.options.map((status) => [status, z.int()])),
              refused: z.int(),
            }),
            jobs: z.array(z.strictObject({ line: z.int(), job_id: z.uuid(), status: PublicStatus })),
          }),
        },
      },
    },
    ...problemResponses('unauthenticated', 'batch_not_found', 'state_unavailable', 'rebuilding'),
  },
});

const NDJSON = new Set(['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines']);

export const batchRoutes: Route = (app, { acceptor, config, store, metrics }) => {
  const { limits } = config;
  app.openAPIRegistry.registerPath(create);
  app.post(create.path, async (c) => {
    const tenant = c.get('tenant');
    const key = idempotencyKey(c.req.header('idempotency-key'));
    if (!NDJSON.has(essence(c.req.header('content-type') ?? ''))) throw new HttpProblem('unsupported_media_type');
    checkLength(c.req.header('content-length'), limits.batchBytes);
    const lines = linesOf(await collect(bodyStream(c), limits.batchBytes), limits);
    const batch = newBatch(tenant, key, lines.length);
    const request = { tenant, keyed: key !== null, traceparent: traceparentOf(c) };
    const { accepted, refused } = await acceptLines(lines, batch, request, acceptor, limits);
    metrics.accepted.inc({ kind: 'batch' }, accepted.length);
    c.header('location', `/v1/batches/${batch.id}`);
    return c.json({ batch_id: batch.id, total: batch.lines, accepted, refused }, 202);
  });

  app.openapi(get, async (c) => {
    const tenant = c.get('tenant');
    const batch = batchOf(c.req.valid('param').batch_id);
    if (batch === null || batch.lines > limits.batchJobs) throw new HttpProblem('batch_not_found');
    if (!(await store.complete())) throw new RebuildingError();
    const ids = Array.from({ length: batch.lines }, (_, index) => jobOfLine(tenant, batch, index + 1));
    const found = (await store.many(ids)).map((job) => (job?.status === 'erased' ? null : job));
    if (found.every((job) => job === null)) throw new HttpProblem('batch_not_found');
    const counts = { pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0, refused: 0 };
    const jobs = found.flatMap((job, index) => {
      if (job === null) {
        counts.refused += 1;
        return [];
      }
      const status = publicStatus(job.status);
      counts[status] += 1;
      return [{ line: index + 1, job_id: job.job_id, status }];
    });
    const done = found.every((job) => job === null || isTerminal(job.status));
    return c.json({ batch_id: batch.id, total: batch.lines, done, counts, jobs }, 200);
  });
};
