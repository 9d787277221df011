import { type EventContext, jobEvent, type Submission, TOPICS, type Transcript } from '@clinical/contracts';
import {
  type BlobStore,
  defineStage,
  inlineOrBlob,
  type JobContext,
  type Outgoing,
  PermanentError,
  type StageDefinition,
} from '@clinical/runtime';
import { type TranscriberParts, transcribe } from './transcribe.ts';

export interface TranscriberStageParts extends TranscriberParts {
  readonly blobs: BlobStore;
  readonly inlineMaxBytes: number;
  /** Told of each conversation that is done. */
  readonly observe?: (transcript: Transcript | null) => void;
}

const TRANSCRIPT = 'transcriber-transcript.json';

const context = (job: JobContext): EventContext => ({
  job_id: job.job_id,
  tenant: job.tenant,
  attempt: job.attempt,
  stage: 'transcriber',
  now: job.now(),
});

const event = (...args: Parameters<typeof jobEvent>): Outgoing => ({ topic: TOPICS.results, value: jobEvent(...args) });

const isAudio = (submission: Submission): boolean => submission.kind === 'audio';

/** Submission in; out come the transcript and the event that shows it. Audio without speech ends here. */
export function transcriberStage(parts: TranscriberStageParts): StageDefinition<Submission> {
  const { blobs, inlineMaxBytes } = parts;
  const artefact = (transcript: Transcript) =>
    inlineOrBlob(JSON.stringify(transcript), blobs, { job: transcript.job_id, name: TRANSCRIPT }, inlineMaxBytes);

  return defineStage<Submission>({
    name: 'transcriber',
    from: TOPICS.submissions,
    to: [TOPICS.transcripts],
    dropRepeats: true,
    // While the recogniser is away, text goes on.
    needs: { asr: isAudio, ffmpeg: isAudio },
    async handle(submission, job) {
      if (submission.job_id !== job.job_id) {
        throw new PermanentError('job_mismatch', 'The record belongs to another job than its key says.');
      }
      const transcript = await transcribe(submission, parts, job);
      parts.observe?.(transcript);
      if (transcript === null) return [event(context(job), 'no_speech')];
      const kept = await artefact(transcript);
      return [
        { topic: TOPICS.transcripts, value: transcript },
        event(context(job), 'summarizing', { transcript: kept }),
      ];
    },
    events: {
      started: (job) => [event(context(job), 'transcribing')],
      delayed: (job, code) => [event(context(job), 'transcribing', { delayed: code })],
      failed: (job, problem) => [event(context(job), 'failed', { problem })],
      cancelled: (job) => [event(context(job), 'cancelled')],
    },
  });
}
