import { createHash } from 'node:crypto';
import {
  type Artefact,
  type EventContext,
  type FhirBundle,
  type JobProblem,
  jobEvent,
  type Summary,
  TOPICS,
} from '@clinical/contracts';
import {
  type BlobStore,
  defineStage,
  inlineOrBlob,
  type JobContext,
  type Outgoing,
  PermanentError,
  type StageContext,
  type StageDefinition,
} from '@clinical/runtime';
import type { OperationOutcome } from '@medplum/fhirtypes';
import { bundleOf } from './bundle.ts';
import type { MapperSettings } from './mapping.ts';
import { fhirRecord } from './record.ts';
import { gate } from './validate/gate.ts';

export interface MapperParts {
  readonly settings: MapperSettings;
  readonly blobs: BlobStore;
  readonly inlineMaxBytes: number;
  /** Told how long building and checking a bundle took, in milliseconds, and whether it may go out. */
  readonly observe?: (built: number, checked: number, valid: boolean) => void;
}

export const INVALID_BUNDLE = 'invalid_fhir_bundle';

const NAMES = {
  transcript: 'fhir-mapper-transcript.json',
  summary: 'fhir-mapper-summary.json',
  fhir: 'fhir.json',
} as const;

const context = (job: JobContext): EventContext => ({
  job_id: job.job_id,
  tenant: job.tenant,
  attempt: job.attempt,
  stage: 'fhir-mapper',
  now: job.now(),
});

const event = (...args: Parameters<typeof jobEvent>): Outgoing => ({ topic: TOPICS.results, value: jobEvent(...args) });

/** Summary in; out come the bundle for receivers and the event that completes the job with all three artefacts. */
export function mapperStage(parts: MapperParts): StageDefinition<Summary> {
  const { settings, blobs, inlineMaxBytes } = parts;

  return defineStage<Summary>({
    name: 'fhir-mapper',
    from: TOPICS.summaries,
    to: [TOPICS.fhir],
    async handle(summary, job) {
      if (summary.job_id !== job.job_id) {
        throw new PermanentError('job_mismatch', 'The record belongs to another job than its key says.');
      }
      const said = texts(summary);
      const keep = (name: keyof typeof NAMES, json: string): Promise<Artefact> =>
        inlineOrBlob(json, blobs, { job: job.job_id, name: NAMES[name] }, inlineMaxBytes);
      const artefacts = {
        transcript: await keep('transcript', said.transcript),
        summary: await keep('summary', said.summary),
      };
      const record = mapped(summary, job, parts);
      const fhir = await keep('fhir', record.bundle);
      return [{ topic: TOPICS.fhir, value: record }, event(context(job), 'completed', { ...artefacts, fhir })];
    },
    events: {
      delayed: (job, code) => [event(context(job), 'mapping', { delayed: code })],
      failed: (job, problem, summary) => [
        event(context(job), 'failed', {
          problem,
          ...(summary && problem.code !== 'job_mismatch' && soFar(summary, job, inlineMaxBytes)),
          ...(summary && { fhir: outcomeOf(problem, summary, job, settings) }),
        }),
      ],
      cancelled: (job) => [event(context(job), 'cancelled')],
    },
  });
}

/** The artefacts as the API serves them: the summary does not repeat the transcript. */
function texts(summary: Summary): { transcript: string; summary: string } {
  const { transcript, ...served } = summary;
  return { transcript: JSON.stringify(transcript), summary: JSON.stringify(served) };
}

/** Builds, checks, and refuses what may not go out. */
function mapped(summary: Summary, job: StageContext, { settings, observe }: MapperParts): FhirBundle {
  const now = job.now();
  const begun = performance.now();
  const bundle = bundleOf(summary, job.attempt, now, settings);
  const built = performance.now();
  const outcome = gate(bundle);
  observe?.(built - begun, performance.now() - built, outcome === null);
  if (outcome === null) return fhirRecord(summary, job.attempt, now, bundle);
  job.log.error('A bundle did not pass the gate', { code: INVALID_BUNDLE, count: outcome.issue?.length ?? 0 });
  throw new PermanentError(INVALID_BUNDLE, 'The FHIR bundle did not pass validation, so it was not published.');
}

/** The artefacts as `handle` has stored them: events of a failure are made without waiting for a store. */
function soFar(summary: Summary, job: JobContext, inlineMaxBytes: number): { transcript: Artefact; summary: Artefact } {
  const said = texts(summary);
  const stored = (name: keyof typeof NAMES, json: string): Artefact => {
    const bytes = Buffer.byteLength(json);
    if (bytes <= inlineMaxBytes) return { inline: json, blob: null };
    const sha256 = createHash('sha256').update(json).digest('hex');
    return {
      inline: null,
      blob: { key: `${job.job_id}/${NAMES[name]}`, sha256, bytes, media_type: 'application/json' },
    };
  };
  return { transcript: stored('transcript', said.transcript), summary: stored('summary', said.summary) };
}

/**
 * In place of the bundle that was refused: the OperationOutcome that says why, by rules and places only. Mapping is
 * pure, so it is made again here rather than carried through the error.
 */
function outcomeOf(problem: JobProblem, summary: Summary, job: JobContext, settings: MapperSettings): Artefact | null {
  if (problem.code !== INVALID_BUNDLE) return null;
  const outcome = gate(bundleOf(summary, job.attempt, job.now(), settings));
  return outcome === null ? null : { inline: JSON.stringify(shortened(outcome)), blob: null };
}

const MOST_ISSUES = 100;

const shortened = (outcome: OperationOutcome): OperationOutcome => ({
  ...outcome,
  issue: outcome.issue?.slice(0, MOST_ISSUES),
});
