import '../../language/compiled.ts';
import type { ReadSegment } from '../reading.ts';
import { mayMatch } from './cues/sieve.ts';

export interface Hit {
  readonly start: number;
  readonly end: number;
}

/** Whether a pattern, global or not, matches somewhere. */
export function has(pattern: RegExp, text: string): boolean {
  if (!mayMatch(pattern, text)) return false;
  pattern.lastIndex = 0;
  const found = pattern.test(text);
  pattern.lastIndex = 0;
  return found;
}

/** Every match of a global pattern, without a copy of the pattern as `matchAll` makes it. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const out: RegExpExecArray[] = [];
  if (!mayMatch(pattern, text)) return out;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    out.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return out;
}

/** Where a global pattern matches. */
export const hits = (pattern: RegExp, text: string): Hit[] =>
  matches(pattern, text).map(({ index, 0: said }) => ({ start: index, end: index + said.length }));

const occurring = new WeakMap<ReadSegment, Map<RegExp, boolean>>();

/** Whether a pattern that is not global matches somewhere in a turn: looked up once for all that the turn mentions. */
export function occursIn(pattern: RegExp, read: ReadSegment): boolean {
  const known = occurring.get(read) ?? new Map<RegExp, boolean>();
  occurring.set(read, known);
  const found = known.get(pattern) ?? pattern.test(read.folded);
  known.set(pattern, found);
  return found;
}
