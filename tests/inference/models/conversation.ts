import type { Language, Speaker, Transcript } from '@clinical/contracts';
import { type ChatRequest, messageText } from '../chat.ts';

/** The transcript that a request asks about, as a model would read it out of the summarizer's prompt; null: none there. */
export function conversationOf(request: ChatRequest): Transcript | null {
  const asked = request.messages.findLast(
    (message) => message.role === 'user' && messageText(message).includes('BEGIN TRANSCRIPT'),
  );
  if (asked === undefined) return null;
  const lines = messageText(asked)
    .split('\n')
    .filter((line) => line.startsWith('{"id":'))
    .map((line) => JSON.parse(line) as { id: string; speaker: Speaker; text: string });
  return transcriptOf(lines);
}

const SPANISH =
  /(?<![\p{L}])(?:el|la|los|las|que|de|en|con|tengo|tiene|me|mi|su|no|sí|y|desde|hace|paciente|usted|ha)(?![\p{L}])/giu;
const ENGLISH =
  /(?<![\p{L}])(?:the|that|of|in|with|i|have|has|my|your|and|is|no|yes|for|since|patient|you|do|a)(?![\p{L}])/giu;

const languageOf = (text: string): Language =>
  (text.match(SPANISH)?.length ?? 0) > (text.match(ENGLISH)?.length ?? 0) ? 'es' : 'en';

export interface Line {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
}

/** Lines as a transcript, each in the language that its small words tell. */
export function transcriptOf(lines: readonly Line[], given?: Language): Transcript {
  const language = given ?? languageOf(lines.map(({ text }) => text).join('\n'));
  return {
    job_id: '00000000-0000-5000-8000-000000000000',
    tenant: 'test',
    submitted_at: 0,
    source: 'transcript',
    language,
    segments: lines.map(({ id, speaker, text }) => ({
      id,
      speaker,
      speaker_label: null,
      speaker_source: speaker === 'unknown' ? 'none' : 'given',
      start_ms: null,
      end_ms: null,
      language: language === 'mixed' ? languageOf(text) : language,
      text,
    })),
    engine: { name: 'test', model: null, version: '1', prompt_version: null },
    audio_quality: null,
    warnings: [],
    fhir_profile: 'r4',
    content_sha256: '',
  };
}
