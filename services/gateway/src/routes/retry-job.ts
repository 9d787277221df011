import { createRoute } from '@hono/zod-openapi';
import type { Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { HttpProblem } from '../http/problems.ts';
import { jobOfPath } from '../http/request.ts';
import { JobView } from '../jobs/view.ts';
import { JobParams, viewOf } from './get-job.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/jobs/{job_id}/retry',
  tags: ['Jobs'],
  summary: 'Try a failed job again from the stage that failed, without a new upload',
  request: { params: JobParams },
  responses: {
    202: { description: 'It is on its way again', content: { 'application/json': { schema: JobView } } },
    ...problemResponses(
      'unauthenticated',
      'job_not_found',
      'job_not_retryable',
      'broker_unavailable',
      'outcome_unknown',
      'state_unavailable',
      'rebuilding',
    ),
  },
});

export const retryJobRoute: Route = (app, gateway) => {
  app.openapi(route, async (c) => {
    const job = await jobOfPath(c, gateway);
    if (job.status !== 'failed') throw new HttpProblem('job_not_retryable');
    if (!(await gateway.retry(job))) throw new HttpProblem('job_not_retryable');
    return c.json(await viewOf(await jobOfPath(c, gateway), gateway), 202);
  });
};
