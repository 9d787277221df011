import type { JobStatus } from '@clinical/contracts';
import { createRoute, z } from '@hono/zod-openapi';
import type { Route } from '../gateway.ts';
import { problemResponses } from '../http/problem-schema.ts';
import { listJobs, STATUS_WORDS } from '../jobs/listing.ts';
import { RebuildingError } from '../jobs/store.ts';
import { JobView, jobView } from '../jobs/view.ts';

const Query = z.object({
  status: z
    .preprocess((value) => (typeof value === 'string' ? value.split(',') : value), z.array(z.enum(STATUS_WORDS)))
    .optional()
    .openapi({ description: 'Lattice or public words; may be repeated' }),
  created_after: z.iso.datetime({ offset: true }).optional(),
  created_before: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const route = createRoute({
  method: 'get',
  path: '/v1/jobs',
  tags: ['Jobs'],
  summary: 'Jobs, the newest first',
  request: { query: Query },
  responses: {
    200: {
      description: 'A page; more follows where there is a cursor',
      content: {
        'application/json': { schema: z.strictObject({ jobs: z.array(JobView), next_cursor: z.string().nullable() }) },
      },
    },
    ...problemResponses('malformed_cursor', 'unauthenticated', 'invalid_request', 'state_unavailable', 'rebuilding'),
  },
});

export const listJobsRoute: Route = (app, { store }) => {
  app.openapi(route, async (c) => {
    const { status = [], created_after, created_before, limit, cursor } = c.req.valid('query');
    if (!(await store.complete())) throw new RebuildingError();
    const { jobs, cursor: next } = await listJobs(store, c.get('tenant'), {
      statuses: status as JobStatus[],
      createdAfter: created_after === undefined ? 0 : Date.parse(created_after),
      createdBefore: created_before === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(created_before),
      limit,
      cursor: cursor ?? null,
    });
    return c.json({ jobs: jobs.map((job) => jobView(job)), next_cursor: next }, 200);
  });
};
