import { isTerminal, TOPICS } from '@clinical/contracts';
import { createRoute } from '@hono/zod-openapi';
import type { Gateway, Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { HttpProblem } from '../http/problems.ts';
import { jobOfPath } from '../http/request.ts';
import { foldEvent } from '../jobs/fold.ts';
import { guarded } from '../jobs/redis.ts';
import type { StoredJob } from '../jobs/store.ts';
import { JobView } from '../jobs/view.ts';
import { controlEvent } from '../materializer/apply.ts';
import { produceProblem } from '../submission/accept.ts';
import { gatewayRecord } from '../submission/records.ts';
import { JobParams, viewOf } from './get-job.ts';

const common = [
  'unauthenticated',
  'job_not_found',
  'broker_unavailable',
  'outcome_unknown',
  'state_unavailable',
  'rebuilding',
] as const;

const cancel = createRoute({
  method: 'post',
  path: '/v1/jobs/{job_id}/cancel',
  tags: ['Jobs'],
  summary: 'Stop a job; running inference is aborted, late results are dropped',
  request: { params: JobParams },
  responses: {
    202: { description: 'It is cancelled', content: { 'application/json': { schema: JobView } } },
    ...problemResponses('job_already_terminal', ...common),
  },
});

const erase = createRoute({
  method: 'delete',
  path: '/v1/jobs/{job_id}',
  tags: ['Jobs'],
  summary: 'Erase a job: stops it and removes its content; the bundle is withdrawn',
  request: { params: JobParams },
  responses: { 204: { description: 'It is erased' }, ...problemResponses(...common) },
});

/** A wish holds once the control topic has it; every instance of every service reads it there. */
export const stopJobRoutes: Route = (app, gateway) => {
  app.openapi(cancel, async (c) => {
    const job = await jobOfPath(c, gateway);
    if (isTerminal(job.status)) throw new HttpProblem('job_already_terminal');
    await ask(job, 'cancel', gateway);
    return c.json(await viewOf(await jobOfPath(c, gateway), gateway), 202);
  });
  app.openapi(erase, async (c) => {
    // What remains to be done (tombstones, blobs) is the materializer's, which does it whatever happens here.
    await ask(await jobOfPath(c, gateway), 'erase', gateway);
    return c.body(null, 204);
  });
};

async function ask(job: StoredJob, action: 'cancel' | 'erase', gateway: Gateway): Promise<void> {
  const { job_id, tenant, attempt } = job;
  const control = { job_id, tenant, attempt, action, requested_at: Date.now() };
  const context = { job_id, tenant, attempt, now: control.requested_at };
  try {
    await gateway.producer.send(gatewayRecord(TOPICS.control, control, context, action));
  } catch (error) {
    throw produceProblem(error);
  }
  await guarded(foldEvent(gateway.redis, controlEvent(control), gateway.config.fold)).catch(() => {});
}
