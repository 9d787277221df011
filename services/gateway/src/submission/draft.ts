import { createHash } from 'node:crypto';
import { type BlobRef, FhirProfile, type Submission } from '@clinical/contracts';
import { z } from '@hono/zod-openapi';
import { HttpProblem } from '../http/problems.ts';
import type { ContentKind } from './media-types.ts';
import { checkText } from './text.ts';

/** What a client asks for besides the conversation. */
export const SubmissionOptions = z.strictObject({
  language: z.enum(['es', 'en']).optional().openapi({ description: 'What is mostly spoken, where that is known' }),
  fhir_profile: z.enum(FhirProfile.options).optional(),
});
export type SubmissionOptions = z.infer<typeof SubmissionOptions>;

/** A conversation that has been read, checked and, where it is audio, stored; not accepted yet. */
export interface Draft {
  readonly kind: Submission['kind'];
  readonly media_type: string;
  readonly language_hint: string | null;
  /** Null: the tenant's. */
  readonly fhir_profile: FhirProfile | null;
  /** Text or transcript; null for audio. */
  readonly content: string | null;
  readonly audio: BlobRef | null;
  /** Of the content and the options: the same request has the same one. */
  readonly fingerprint: string;
}

/** Throws the problem of a text that cannot be taken. */
export function textDraft(
  content: string,
  type: Exclude<ContentKind, 'audio'>,
  options: SubmissionOptions,
  limitBytes = Number.POSITIVE_INFINITY,
): Draft {
  if (content.length > limitBytes || Buffer.byteLength(content) > limitBytes) {
    throw new HttpProblem('payload_too_large', { detail: `At most ${limitBytes} bytes of text are taken.` });
  }
  checkText(content, type);
  return draft(type === 'text/plain' ? 'text' : 'transcript', type, options, content, null);
}

export const audioDraft = (audio: BlobRef, options: SubmissionOptions): Draft =>
  draft('audio', audio.media_type, options, null, audio);

function draft(
  kind: Draft['kind'],
  media_type: string,
  options: SubmissionOptions,
  content: string | null,
  audio: BlobRef | null,
): Draft {
  const language_hint = options.language ?? null;
  const fhir_profile = options.fhir_profile ?? null;
  const hash = createHash('sha256').update(JSON.stringify([media_type, language_hint, fhir_profile]));
  const fingerprint = hash.update(content ?? audio!.sha256).digest('hex');
  return { kind, media_type, language_hint, fhir_profile, content, audio, fingerprint };
}
