import type { ParsedConversation, Turn } from '../turn.ts';
import { badInput } from './bad-input.ts';
import { parseDialogue } from './dialogue.ts';
import { parseDiarisedJson } from './diarised-json.ts';
import { parseNote } from './note.ts';
import { parseSrt } from './srt.ts';
import { normaliseText } from './text.ts';
import { parseWebVtt } from './webvtt.ts';

/**
 * Any written form of a conversation into turns. Plain text that begins as a WebVTT or SRT file is read as one.
 *
 * @param mediaType as the client gave it; parameters such as charset are allowed
 * @throws PermanentError with a code of bad-input.ts
 */
export function parseConversation(raw: string, mediaType: string): ParsedConversation {
  const text = normaliseText(raw);
  if (text.trim() === '') throw badInput('transcript_empty', 'The conversation is empty.');
  const parsed = byType(text, mediaType.split(';')[0]!.trim().toLowerCase());
  if (parsed.turns.length === 0) throw badInput('transcript_empty', 'Nothing is said in the transcript.');
  return parsed;
}

function byType(text: string, type: string): ParsedConversation {
  const dialogue = (turns: Turn[]): ParsedConversation => ({ turns, form: 'dialogue' });
  switch (type) {
    case 'text/vtt':
      return dialogue(parseWebVtt(text));
    case 'application/x-subrip':
    case 'text/srt':
    case 'application/srt':
      return dialogue(parseSrt(text));
    case 'application/json':
      return dialogue(parseDiarisedJson(text));
    case 'text/plain':
    case 'text/markdown':
      break;
    default:
      throw badInput('media_type_unsupported', 'This kind of transcript is not supported.');
  }
  if (/^WEBVTT(?:[ \t][^\n]*)?\n/.test(text)) return dialogue(parseWebVtt(text));
  if (/^\s*\d+\s*\n\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(text)) return dialogue(parseSrt(text));
  const turns = parseDialogue(text);
  return turns === null ? { turns: parseNote(text), form: 'note' } : dialogue(turns);
}
