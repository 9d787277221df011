import { PermanentError } from '@clinical/runtime';

/** What is wrong with a conversation that a client sent: it will be as wrong the next time. */
export const badInput = (code: BadInputCode, title: string): PermanentError => new PermanentError(code, title);

export type BadInputCode =
  | 'transcript_empty'
  | 'webvtt_invalid'
  | 'srt_invalid'
  | 'diarised_json_invalid'
  | 'media_type_unsupported'
  | 'content_missing'
  | 'audio_undecodable'
  | 'audio_too_long'
  | 'audio_too_large';
