import { createHash } from 'node:crypto';
import { type Artefact, type EventContext, jobEvent, type Summary, TOPICS, type Transcript } from '@clinical/contracts';
import {
  type BlobStore,
  defineStage,
  inlineOrBlob,
  type JobContext,
  type Outgoing,
  PermanentError,
  type StageDefinition,
} from '@clinical/runtime';
import { type Engines, summarize } from './summarize.ts';

export interface SummarizerParts extends Engines {
  readonly blobs: BlobStore;
  readonly inlineMaxBytes: number;
  /** Told of each summary; counts tokens, facts and rejections. */
  readonly observe: (summary: Summary) => void;
}

const TRANSCRIPT = 'summarizer-transcript.json';
const SUMMARY = 'summary.json';

const context = (job: JobContext): EventContext => ({
  job_id: job.job_id,
  tenant: job.tenant,
  attempt: job.attempt,
  stage: 'summarizer',
  now: job.now(),
});

const event = (...args: Parameters<typeof jobEvent>): Outgoing => ({ topic: TOPICS.results, value: jobEvent(...args) });

/** Transcript in; out come the summary for the FHIR mapper and the event that shows it. */
export function summarizerStage(parts: SummarizerParts): StageDefinition<Transcript> {
  const { blobs, inlineMaxBytes } = parts;
  const transcriptOf = (transcript: Transcript, job: JobContext) =>
    inlineOrBlob(JSON.stringify(transcript), blobs, { job: job.job_id, name: TRANSCRIPT }, inlineMaxBytes);

  return defineStage<Transcript>({
    name: 'summarizer',
    from: TOPICS.transcripts,
    to: [TOPICS.summaries],
    async handle(transcript, job) {
      if (transcript.job_id !== job.job_id) {
        throw new PermanentError('job_mismatch', 'The record belongs to another job than its key says.');
      }
      const kept = await transcriptOf(transcript, job);
      const summary = await summarize(transcript, parts, job.signal);
      parts.observe(summary);
      const { transcript: _, ...served } = summary;
      const artefacts = {
        transcript: kept,
        summary: await inlineOrBlob(JSON.stringify(served), blobs, { job: job.job_id, name: SUMMARY }, inlineMaxBytes),
      };
      return [{ topic: TOPICS.summaries, value: summary }, event(context(job), 'mapping', artefacts)];
    },
    events: {
      delayed: (job, code) => [event(context(job), 'summarizing', { delayed: code })],
      failed: (job, problem, transcript) => [
        event(context(job), 'failed', {
          problem,
          transcript: transcript === null ? null : stored(transcript, job, inlineMaxBytes),
        }),
      ],
      cancelled: (job) => [event(context(job), 'cancelled')],
    },
  });
}

/** The transcript as `handle` has stored it: events of a failure are made without waiting for a store. */
function stored(transcript: Transcript, job: JobContext, inlineMaxBytes: number): Artefact {
  const json = JSON.stringify(transcript);
  const bytes = Buffer.byteLength(json);
  if (bytes <= inlineMaxBytes) return { inline: json, blob: null };
  const sha256 = createHash('sha256').update(json).digest('hex');
  return { inline: null, blob: { key: `${job.job_id}/${TRANSCRIPT}`, sha256, bytes, media_type: 'application/json' } };
}
