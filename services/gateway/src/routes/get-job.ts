import { readArtefact } from '@clinical/runtime';
import { createRoute, z } from '@hono/zod-openapi';
import type { Gateway, Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { jobOfPath } from '../http/request.ts';
import { notesOf } from '../jobs/notes.ts';
import type { StoredJob } from '../jobs/store.ts';
import { JobView, jobView } from '../jobs/view.ts';

export const JobParams = z.object({ job_id: z.string().openapi({ format: 'uuid' }) });

const route = createRoute({
  method: 'get',
  path: '/v1/jobs/{job_id}',
  tags: ['Jobs'],
  summary: 'Where a job stands',
  request: { params: JobParams },
  responses: {
    200: { description: 'The job', content: { 'application/json': { schema: JobView } } },
    ...problemResponses('unauthenticated', 'job_not_found', 'state_unavailable', 'rebuilding'),
  },
});

export const getJobRoute: Route = (app, gateway) => {
  app.openapi(route, async (c) => c.json(await viewOf(await jobOfPath(c, gateway), gateway), 200));
};

/** A job with what its summary says of itself. */
export async function viewOf(job: StoredJob, { store, blobs }: Pick<Gateway, 'store' | 'blobs'>): Promise<JobView> {
  const notes = await notesOf(job, async (name) => {
    const artefact = await store.artefact(job.job_id, name);
    return artefact === null ? null : readArtefact(artefact, blobs);
  });
  return jobView(job, notes);
}
