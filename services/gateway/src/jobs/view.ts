import { FhirProfile, isTerminal, JobProblem, JobStatus, publicStatus, Stage, Warning } from '@clinical/contracts';
import { z } from '@hono/zod-openapi';
import type { StoredJob } from './store.ts';

export const PublicStatus = z.enum(['pending', 'processing', 'completed', 'failed', 'cancelled']);

export const JobView = z
  .strictObject({
    job_id: z.uuid(),
    status: z.enum(JobStatus.options),
    public_status: PublicStatus,
    attempt: z.int().positive(),
    seq: z.int().openapi({ description: 'Rises with the state; the id of the event that led to it' }),
    stage: z.enum(Stage.options).openapi({ description: 'Who told of this state' }),
    terminal: z.boolean(),
    submitted_at: z.iso.datetime().nullable(),
    updated_at: z.iso.datetime(),
    timeline: z.array(
      z.strictObject({ attempt: z.int().positive(), status: z.enum(JobStatus.options), at: z.iso.datetime() }),
    ),
    kind: z.enum(['text', 'transcript', 'audio']).nullable(),
    media_type: z.string().nullable(),
    language_hint: z.string().nullable(),
    fhir_profile: z.enum(FhirProfile.options).nullable(),
    delayed: z.string().nullable().openapi({ description: 'Code of what the job waits for' }),
    problem: z.strictObject(JobProblem.shape).nullable(),
    degraded: z.boolean().nullable().openapi({ description: 'Of the summary, once there is one' }),
    warnings: z.array(z.strictObject(Warning.shape)),
    links: z.record(z.string(), z.string()),
  })
  .openapi('Job');
export type JobView = z.infer<typeof JobView>;

/** What of a job's artefacts is told with the job itself. */
export interface SummaryNotes {
  readonly degraded: boolean | null;
  readonly warnings: readonly Warning[];
}

export const NO_NOTES: SummaryNotes = { degraded: null, warnings: [] };

const iso = (ms: number): string => new Date(ms).toISOString();

export function jobView(job: StoredJob, notes: SummaryNotes = NO_NOTES): JobView {
  return {
    job_id: job.job_id,
    status: job.status,
    public_status: publicStatus(job.status),
    attempt: job.attempt,
    seq: job.seq,
    stage: job.stage,
    terminal: isTerminal(job.status),
    submitted_at: job.submitted_at === null ? null : iso(job.submitted_at),
    updated_at: iso(job.at),
    timeline: job.timeline.map(({ attempt, status, at }) => ({ attempt, status, at: iso(at) })),
    kind: job.kind as JobView['kind'],
    media_type: job.media_type,
    language_hint: job.language_hint,
    fhir_profile: job.fhir_profile as JobView['fhir_profile'],
    delayed: job.delayed,
    problem: job.problem,
    degraded: notes.degraded,
    warnings: [...notes.warnings],
    links: links(job),
  };
}

/** What can be read and done now. */
function links(job: StoredJob): Record<string, string> {
  const self = `/v1/jobs/${job.job_id}`;
  return {
    self,
    events: `${self}/events`,
    ws: `${self}/ws`,
    ...Object.fromEntries(job.artefacts.map((name) => [name, `${self}/${name}`])),
    ...(isTerminal(job.status) ? {} : { cancel: `${self}/cancel` }),
    ...(job.status === 'failed' ? { retry: `${self}/retry` } : {}),
    erase: self,
  };
}
