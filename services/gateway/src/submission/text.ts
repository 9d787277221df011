import { HttpProblem } from '../http/problems.ts';
import type { ContentKind } from './media-types.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Characters that no text has: C0 controls but for white space. Binary content is full of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f]/;

export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new HttpProblem('invalid_text', { detail: 'The bytes are not UTF-8.' });
  }
}

/** JSON text of a body; nothing of it appears in the problem. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    throw new HttpProblem('malformed_json');
  }
}

/**
 * Refuses at the door what no transcriber could read, so that the client learns of it at once. What passes may still
 * fail later: only the transcriber parses.
 */
export function checkText(text: string, kind: Exclude<ContentKind, 'audio'>): void {
  if (!text.isWellFormed()) throw new HttpProblem('invalid_text', { detail: 'There are unpaired surrogates.' });
  if (CONTROL.test(text)) throw new HttpProblem('invalid_text', { detail: 'There are control characters.' });
  if (!/[\p{L}\p{N}]/u.test(text)) throw new HttpProblem('empty_text');
  const complaint = CHECKS[kind](text);
  if (complaint !== null) throw new HttpProblem('invalid_transcript', { detail: complaint });
}

const CHECKS: Record<Exclude<ContentKind, 'audio'>, (text: string) => string | null> = {
  'text/plain': () => null,
  'text/vtt': (text) => {
    if (!/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'A WebVTT file begins with the word WEBVTT.';
    return /^\s*[\d:]+\.\d{3}[ \t]+-->[ \t]+[\d:]+\.\d{3}/m.test(text) ? null : 'There is no cue in it.';
  },
  'application/x-subrip': (text) =>
    /^\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}/m.test(text)
      ? null
      : 'There is no timing line such as 00:00:01,000 --> 00:00:04,000.',
  'application/json': (text) => {
    let root: unknown;
    try {
      root = JSON.parse(text);
    } catch {
      return 'It is not valid JSON.';
    }
    return hasTurns(root, 2) ? null : 'There is no list of segments, utterances or turns.';
  },
};

/** Whether there is a list of objects, at the top or a little below: where transcribers of all makes put their turns. */
function hasTurns(node: unknown, depth: number): boolean {
  if (Array.isArray(node)) return node.length > 0 && node.every((item) => typeof item === 'object' && item !== null);
  if (node === null || typeof node !== 'object' || depth === 0) return false;
  return Object.values(node).some((child) => hasTurns(child, depth - 1));
}

/** The format of a transcript that came without one. */
export function guessTranscriptKind(text: string): Exclude<ContentKind, 'audio'> {
  if (/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'text/vtt';
  if (/^\s*(?:\d+\s*\n)?\s*\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->/.test(text)) return 'application/x-subrip';
  return /^\s*[[{]/.test(text) && CHECKS['application/json'](text) === null ? 'application/json' : 'text/plain';
}
