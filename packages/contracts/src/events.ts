import type { Artefact, JobEvent, JobProblem, JobStatus, Stage } from './records.ts';

/** What every event of a job repeats from the record that caused it. */
export interface EventContext {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  readonly stage: Stage;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

interface Details {
  readonly delayed?: string;
  readonly problem?: JobProblem;
  readonly transcript?: Artefact | null;
  readonly summary?: Artefact | null;
  readonly fhir?: Artefact | null;
}

/** One event on the results topic; artefacts that are not given are null. */
export function jobEvent(context: EventContext, status: JobStatus, details: Details = {}): JobEvent {
  const { job_id, tenant, attempt, stage, now } = context;
  return {
    job_id,
    tenant,
    attempt,
    status,
    stage,
    occurred_at: now,
    delayed: details.delayed ?? null,
    problem: details.problem ?? null,
    transcript: details.transcript ?? null,
    summary: details.summary ?? null,
    fhir: details.fhir ?? null,
  };
}
