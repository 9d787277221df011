import type { AudioQuality, Engine, Segment, Submission, Transcript, Warning } from '@clinical/contracts';
import { type BlobStore, PermanentError } from '@clinical/runtime';
import type { TranscribeAudio } from './audio/transcribe-audio.ts';
import { blobOf, readingBlob, textOf } from './content.ts';
import { parseConversation } from './parse/conversation.ts';
import { segmentsOf } from './segments.ts';

export interface TranscriberParts {
  readonly blobs: BlobStore;
  /** Null where no recogniser is configured. */
  readonly speech: { readonly engine: Engine; readonly transcribe: TranscribeAudio } | null;
  readonly text: { readonly segmentMaxChars: number; readonly maxContentBytes: number };
}

const PARSER: Engine = { name: 'parser', model: null, version: '1', prompt_version: null };

interface Work {
  readonly signal: AbortSignal;
  readonly traceparent: string | null;
}

interface Conversation {
  readonly segments: readonly Segment[];
  readonly language: Transcript['language'];
  readonly engine: Engine;
  readonly audio_quality: AudioQuality | null;
  readonly warnings: readonly Warning[];
}

/** A submission of any kind as a transcript; null where it is audio in which nobody speaks. */
export async function transcribe(
  submission: Submission,
  parts: TranscriberParts,
  work: Work,
): Promise<Transcript | null> {
  const conversation =
    submission.kind === 'audio' ? await fromAudio(submission, parts, work) : await fromText(submission, parts);
  if (conversation === null) return null;
  return {
    job_id: submission.job_id,
    tenant: submission.tenant,
    submitted_at: submission.submitted_at,
    source: submission.kind,
    language: conversation.language,
    segments: [...conversation.segments],
    engine: conversation.engine,
    audio_quality: conversation.audio_quality,
    warnings: [...conversation.warnings],
    fhir_profile: submission.fhir_profile,
    content_sha256: submission.content_sha256,
  };
}

async function fromText(submission: Submission, { blobs, text }: TranscriberParts): Promise<Conversation> {
  const raw = await textOf(submission, blobs, text.maxContentBytes);
  const { turns, form } = parseConversation(raw, submission.media_type);
  const options = { maxChars: text.segmentMaxChars, languageHint: submission.language_hint, form };
  const { segments, language, warnings } = segmentsOf(turns, { ...options, labelledBy: 'given' });
  return { segments, language, warnings, engine: PARSER, audio_quality: null };
}

async function fromAudio(submission: Submission, parts: TranscriberParts, work: Work): Promise<Conversation | null> {
  const { blobs, speech, text } = parts;
  if (speech === null) {
    throw new PermanentError('asr_not_configured', 'No speech recogniser is configured.', { retryable: true });
  }
  const ref = blobOf(submission);
  await using file = await readingBlob(() => blobs.file(ref));
  const languageHint = submission.language_hint;
  const heard = await speech.transcribe({
    recording: `${submission.job_id} ${ref.sha256}`,
    path: file.path,
    languageHint,
    signal: work.signal,
    traceparent: work.traceparent,
  });
  if (heard.turns === null) return null;
  const options = { maxChars: text.segmentMaxChars, languageHint, form: 'dialogue', labelledBy: 'recogniser' } as const;
  const { segments, language, warnings } = segmentsOf(heard.turns, options);
  return {
    segments,
    language,
    engine: speech.engine,
    audio_quality: heard.quality,
    warnings: [...heard.warnings, ...warnings],
  };
}
