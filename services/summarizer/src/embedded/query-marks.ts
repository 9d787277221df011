import { isQueryMark } from '../language/sentences.ts';
import { type Line, wordAt } from './reading.ts';

/** Words between the mark and what it asks: `? early sepsis`. */
const REACH = 4;

/** Where the mark stands that asks of what begins at token `at`; null: none does. */
export function queriedAt(line: Line, at: number): number | null {
  for (let i = at - 1; i >= line.from && i >= at - REACH; i -= 1) {
    if (isQueryMark(line.tokens, i)) return i;
    if (line.tokens[i]?.kind !== 'word' && wordAt(line, i) !== '/') return null;
  }
  return null;
}
