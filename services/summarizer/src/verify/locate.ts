import type { ClaimedQuote } from '../engine.ts';
import { type Token, tokenise } from '../language/tokens.ts';
import type { Reading, ReadSegment, Span } from './reading.ts';

/** Where a quote may stand: its segment and every place in it. */
export interface Located {
  readonly read: ReadSegment;
  readonly places: readonly Span[];
}

/**
 * Finds a claimed quote: in the named segment as it is, then word by word (case, accents, spacing and punctuation set
 * aside, nothing else); a quote under a wrong segment id is accepted where exactly one segment holds it. Null: nowhere.
 */
export function locate(quote: ClaimedQuote, reading: Reading): Located | null {
  const wanted = words(tokenise(quote.quote));
  if (wanted.length === 0) return null;
  const named = reading.byId.get(quote.segment_id);
  if (named !== undefined) {
    const places = placesIn(named, quote, wanted);
    if (places.length > 0) return { read: named, places };
  }
  let only: Located | null = null;
  for (const other of reading.segments) {
    if (other === named) continue;
    const places = placesIn(other, { segment_id: '', quote: quote.quote }, wanted);
    if (places.length === 0) continue;
    if (only !== null) return null;
    only = { read: other, places };
  }
  return only;
}

function placesIn(read: ReadSegment, { quote, start }: ClaimedQuote, wanted: readonly Token[]): Span[] {
  const { text } = read.segment;
  if (start !== undefined && text.startsWith(quote, start)) return [{ start, end: start + quote.length }];
  const exact: Span[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!insideWord(text, at) && !insideWord(text, at + quote.length))
      exact.push({ start: at, end: at + quote.length });
  }
  if (exact.length > 0) return exact;
  const said = words(read.tokens);
  const found: Span[] = [];
  for (let i = 0; i + wanted.length <= said.length; i += 1) {
    if (wanted.every((token, k) => sameWord(token, said[i + k]!))) {
      found.push({ start: said[i]!.start, end: said[i + wanted.length - 1]!.end });
    }
  }
  return found;
}

const words = (tokens: readonly Token[]): Token[] => tokens.filter((token) => token.kind !== 'mark');

const sameWord = (a: Token, b: Token): boolean =>
  a.text === b.text ||
  (a.kind === 'number' && b.kind === 'number' && a.text.replace(',', '.') === b.text.replace(',', '.'));

const LETTER = /[\p{L}\p{N}]/u;
const insideWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);
