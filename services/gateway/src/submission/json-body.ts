import { z } from '@hono/zod-openapi';
import { invalidRequest } from '../http/validation.ts';
import { type Draft, SubmissionOptions, textDraft } from './draft.ts';
import { guessTranscriptKind } from './text.ts';

export const TextBody = SubmissionOptions.extend({ text: z.string() }).openapi('TextSubmission');

export const TranscriptBody = SubmissionOptions.extend({
  transcript: z.union([z.string(), z.array(z.looseObject({})), z.looseObject({})]).openapi({
    description: 'WebVTT, SRT or "Doctor: ..." lines as a string, or diarised JSON',
  }),
  media_type: z.enum(['text/plain', 'text/vtt', 'application/x-subrip', 'application/json']).optional(),
}).openapi('TranscriptSubmission');

/** The diarised transcript itself, of whatever make: anything with a list of turns in it. */
export const DiarisedBody = z
  .union([z.array(z.looseObject({})), z.looseObject({})])
  .openapi('DiarisedTranscript', { description: 'Such as {"segments": [{"speaker", "start", "end", "text"}]}' });

/** A JSON body as a draft: text, transcript, or the diarised transcript itself. */
export function draftOfJson(body: unknown, options: SubmissionOptions, limitBytes: number): Draft {
  if (body === null || typeof body !== 'object') throw invalidRequest('', 'An object is needed.');
  const isOurs = !Array.isArray(body) && ('transcript' in body || ('text' in body && !('segments' in body)));
  if (!isOurs) return textDraft(JSON.stringify(body), 'application/json', options, limitBytes);
  if ('text' in body) {
    const { text, ...own } = parseWith(TextBody, body);
    return textDraft(text, 'text/plain', { ...options, ...own }, limitBytes);
  }
  const { transcript, media_type, ...own } = parseWith(TranscriptBody, body);
  const merged = { ...options, ...own };
  if (typeof transcript !== 'string')
    return textDraft(JSON.stringify(transcript), 'application/json', merged, limitBytes);
  return textDraft(transcript, media_type ?? guessTranscriptKind(transcript), merged, limitBytes);
}

function parseWith<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw invalidRequest.of(parsed.error);
  return parsed.data;
}
