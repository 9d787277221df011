import { type Turn, turn } from '../turn.ts';
import { badInput } from './bad-input.ts';
import { clockMs } from './clock.ts';

type Json = { readonly [key: string]: unknown };

/** Where the list of turns is found, in this order; dots descend. */
const LISTS = [
  'segments',
  'utterances',
  'turns',
  'results.utterances',
  'results.audio_segments',
  'results.segments',
  'transcript.segments',
  'transcript.utterances',
  'transcript',
  'transcription',
  'monologues',
  'dialogue',
  'conversation',
  'messages',
  'entries',
  'data',
] as const;
const TEXTS = ['text', 'transcript', 'content', 'utterance', 'sentence', 'value', 'message'] as const;
const SPEAKERS = [
  'speaker',
  'speaker_label',
  'speakerLabel',
  'speaker_id',
  'speakerId',
  'speaker_name',
  'role',
  'participant',
  'channel',
] as const;
const STARTS_MS = ['start_ms', 'startMs', 'start_time_ms', 'offset_ms'] as const;
const ENDS_MS = ['end_ms', 'endMs', 'end_time_ms'] as const;
const STARTS = ['start', 'start_time', 'startTime', 'begin', 'from', 'ts'] as const;
const ENDS = ['end', 'end_time', 'endTime', 'stop', 'to', 'end_ts'] as const;

/**
 * Diarised transcripts as JSON: OpenAI's diarized_json and verbose_json, WhisperX, AssemblyAI, Deepgram, AWS, Rev, our
 * own, or a bare array of turns. Times are seconds unless the names say milliseconds or the numbers can't be seconds.
 */
export function parseDiarisedJson(text: string): Turn[] {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw badInput('diarised_json_invalid', 'The transcript is not valid JSON.');
  }
  const list = listOf(root);
  if (list === null) throw badInput('diarised_json_invalid', 'The JSON has no list of segments, utterances or turns.');
  const unit = millisPerUnit(list);
  return list.flatMap((item, index) => {
    if (item === null || typeof item !== 'object') {
      throw badInput('diarised_json_invalid', `Entry ${index + 1} of the transcript is not an object.`);
    }
    const entry = item as Json;
    const said = textOf(entry);
    if (said === null) throw badInput('diarised_json_invalid', `Entry ${index + 1} of the transcript has no text.`);
    if (said.trim() === '') return [];
    const startMs = timeOf(entry, STARTS_MS, STARTS, unit, 0);
    const endMs = timeOf(entry, ENDS_MS, ENDS, unit, 1);
    const ordered = startMs === null || endMs === null || endMs >= startMs;
    return [turn(said.trim(), labelOf(entry), startMs, ordered ? endMs : null)];
  });
}

function listOf(root: unknown): readonly unknown[] | null {
  if (Array.isArray(root)) return root;
  for (const path of LISTS) {
    let node = root;
    for (const part of path.split('.')) node = (node as Json | null | undefined)?.[part];
    if (Array.isArray(node)) return node;
  }
  return null;
}

function textOf(entry: Json): string | null {
  for (const name of TEXTS) if (typeof entry[name] === 'string') return entry[name];
  for (const name of ['words', 'elements', 'tokens'] as const) {
    const parts = entry[name];
    if (!Array.isArray(parts)) continue;
    const words = parts.map((part) =>
      typeof part === 'string' ? part : ((part as Json)?.text ?? (part as Json)?.word ?? (part as Json)?.value),
    );
    if (words.every((word) => typeof word === 'string')) {
      return words.join(name === 'elements' ? '' : ' ');
    }
  }
  return null;
}

function labelOf(entry: Json): string | null {
  for (const name of SPEAKERS) {
    const value = entry[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return `Speaker ${value}`;
    if (value !== null && typeof value === 'object') {
      const inner = (value as Json).role ?? (value as Json).label ?? (value as Json).name ?? (value as Json).id;
      if (typeof inner === 'string' && inner.trim() !== '') return inner.trim();
      if (typeof inner === 'number') return `Speaker ${inner}`;
    }
  }
  return null;
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const plain = Number(value.trim().replace(/s$/, ''));
  if (Number.isFinite(plain) && plain >= 0) return plain;
  const clock = clockMs(value);
  return clock === null ? null : clock / 1000;
}

function rawTime(entry: Json, names: readonly string[], position: 0 | 1): unknown {
  for (const name of names) if (entry[name] !== undefined && entry[name] !== null) return entry[name];
  return Array.isArray(entry.timestamp) ? entry.timestamp[position] : position === 0 ? entry.timestamp : undefined;
}

function timeOf(
  entry: Json,
  inMs: readonly string[],
  plain: readonly string[],
  unit: number,
  position: 0 | 1,
): number | null {
  for (const name of inMs) {
    const value = numberOf(entry[name]);
    if (value !== null) return Math.round(value);
  }
  const raw = rawTime(entry, plain, position);
  const value = numberOf(raw);
  // A clock time ("00:01:02") is never in another unit.
  return value === null ? null : Math.round(value * (typeof raw === 'string' && raw.includes(':') ? 1000 : unit));
}

/** 1 where `start` and `end` are milliseconds: whole numbers, and more than two "seconds" for each letter said. */
function millisPerUnit(list: readonly unknown[]): 1 | 1000 {
  let time = 0;
  let letters = 0;
  for (const item of list) {
    const entry = (item ?? {}) as Json;
    const start = numberOf(rawTime(entry, STARTS, 0));
    const end = numberOf(rawTime(entry, ENDS, 1));
    if (start === null || end === null) continue;
    if (!Number.isInteger(start) || !Number.isInteger(end)) return 1000;
    time += end - start;
    letters += textOf(entry)?.length ?? 0;
  }
  return letters > 0 && time / letters > 2 ? 1 : 1000;
}
