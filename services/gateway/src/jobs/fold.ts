import { type Artefact, type JobEvent, RANK, type Submission } from '@clinical/contracts';
import type { ChainableCommander, Redis } from 'ioredis';
import { streamEvent } from './event.ts';
import { ARTEFACTS, artefactKey, eventsKey, jobKey, liveChannel } from './keys.ts';

export interface FoldSettings {
  /** Seconds that a job stays in Redis after its last event. */
  readonly jobTtlS: number;
  /** Events kept of a job, for streams that begin or resume. */
  readonly historyLength: number;
}

/** What an event did to the state: 1 it was newer, 0 the same, -1 older. */
export type FoldOutcome = 1 | 0 | -1;

/** What the submission says for good; also lets a repeated Idempotency-Key be told from another request. */
export function submissionFields(submission: Submission): Record<string, string> {
  const { submitted_at, kind, media_type, language_hint, fhir_profile, content_sha256, blob } = submission;
  return {
    submitted_at: String(submitted_at),
    kind,
    media_type,
    language_hint: language_hint ?? '',
    fhir_profile,
    content_sha256,
    ...(blob === null ? {} : { content_blob: blob.key }),
  };
}

/** Sends one event through the fold (fold.lua) on a connection or in a pipeline. */
export function foldEvent<Target extends Redis | ChainableCommander>(
  redis: Target,
  event: JobEvent,
  settings: FoldSettings,
  fields: Readonly<Record<string, string>> = {},
) {
  const { job_id, attempt, status, delayed, stage, occurred_at, problem, tenant } = event;
  if (RANK[status] === undefined) throw new RangeError('Unknown job status');
  const shown = streamEvent(event);
  return redis.foldJob(
    jobKey(job_id),
    eventsKey(job_id),
    ...ARTEFACTS.map((name) => artefactKey(job_id, name)),
    shown.seq,
    attempt,
    status,
    delayed ?? '',
    stage,
    occurred_at,
    problem === null ? '' : JSON.stringify(problem),
    JSON.stringify(shown),
    liveChannel(job_id),
    settings.jobTtlS,
    settings.historyLength,
    ...ARTEFACTS.map((name) => artefactJson(event[name])),
    'tenant',
    tenant,
    ...Object.entries(fields).flat(),
  ) as ReturnType<Target['foldJob']>;
}

const artefactJson = (artefact: Artefact | null): string => (artefact === null ? '' : JSON.stringify(artefact));
