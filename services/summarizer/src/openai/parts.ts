import type { Segment, Speaker } from '@clinical/contracts';
import { sentenceSpans } from '../verify/reading.ts';

/** A stretch of one segment. */
export interface Slice {
  readonly id: string;
  readonly speaker: Speaker;
  readonly text: string;
}

/** What one call reads. */
export interface Part {
  readonly slices: readonly Slice[];
}

/** Tokens of a text, estimated from above for both languages: no tokeniser fits every model. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 3);

/** The line's own JSON around the text. */
const LINE_TOKENS = 20;

const costOf = (slice: Slice): number => estimateTokens(slice.text) + LINE_TOKENS;

/** Segments longer than a part are cut between sentences, sentences longer than a part between words. */
function slicesOf(segment: Segment, budget: number): Slice[] {
  const slice = (text: string): Slice => ({ id: segment.id, speaker: segment.speaker, text });
  const whole = slice(segment.text);
  if (costOf(whole) <= budget) return [whole];
  const room = Math.max(1, (budget - LINE_TOKENS) * 3);
  const pieces = sentenceSpans(segment.text).flatMap(({ start, end }) =>
    wordsWithin(segment.text.slice(start, end), room),
  );
  const out: Slice[] = [];
  let text = '';
  for (const piece of pieces) {
    if (text !== '' && text.length + piece.length > room) {
      out.push(slice(text));
      text = '';
    }
    text += piece;
  }
  return text === '' ? out : [...out, slice(text)];
}

function wordsWithin(text: string, room: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room);
    const cut = space > room / 2 ? space + 1 : room;
    out.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...out, rest];
}

/**
 * A conversation in parts of at most `budget` tokens, each beginning with the last `overlap` tokens of the one before,
 * so that a question and its answer meet in some part. Every segment is in some part: nothing is cut off.
 */
export function partsOf(segments: readonly Segment[], budget: number, overlap: number): Part[] {
  const unit = Math.max(LINE_TOKENS * 2, budget - overlap);
  const slices = segments.filter(({ text }) => text.trim() !== '').flatMap((segment) => slicesOf(segment, unit));
  const parts: Part[] = [];
  let from = 0;
  while (from < slices.length) {
    let to = from;
    let cost = 0;
    while (to < slices.length && (to === from || cost + costOf(slices[to]!) <= budget)) cost += costOf(slices[to++]!);
    parts.push({ slices: slices.slice(from, to) });
    if (to >= slices.length) break;
    let back = to;
    let shared = 0;
    while (back - 1 > from && shared + costOf(slices[back - 1]!) <= overlap) shared += costOf(slices[--back]!);
    from = back;
  }
  return parts;
}

/** Two halves of a part whose answer did not fit; null where it cannot be halved. */
export function halves(part: Part): [Part, Part] | null {
  const { slices } = part;
  if (slices.length > 1) {
    const middle = Math.ceil(slices.length / 2);
    return [
      { slices: slices.slice(0, middle + 1 < slices.length ? middle + 1 : middle) },
      { slices: slices.slice(middle) },
    ];
  }
  const only = slices[0];
  if (only === undefined || only.text.length < 600) return null;
  const [first = '', ...rest] = wordsWithin(only.text, Math.ceil(only.text.length / 2) + 40);
  const second = rest.join('');
  return [{ slices: [{ ...only, text: first }] }, { slices: [{ ...only, text: second }] }];
}
