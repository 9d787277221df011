import type { ClaimedQuote } from '../engine.ts';
import { tokenise } from '../language/tokens.ts';
import { type Reading, type ReadSegment, type Span, within } from './reading.ts';
import { placesOfWords } from './spoken-words.ts';

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
  const named = reading.byId.get(quote.segment_id);
  const told = named === undefined ? null : asTold(named, quote);
  if (named !== undefined && told !== null) return { read: named, places: [told] };
  const exact = named === undefined ? [] : asWritten(named, quote.quote);
  if (named !== undefined && exact.length > 0) return { read: named, places: exact };
  const wanted = tokenise(quote.quote).filter((token) => token.kind !== 'mark');
  const found = placesOfWords(wanted, reading);
  const read = found.some((one) => one.read === named) ? named : found[0]?.read;
  if (read === undefined || (read !== named && found.some((one) => one.read !== read))) return null;
  const other = read === named ? [] : asWritten(read, quote.quote);
  return { read, places: other.length > 0 ? other : found.filter((one) => one.read === read).map(({ span }) => span) };
}

/** Where the engine says that it stands, if it stands there and holds a word. */
function asTold(read: ReadSegment, { quote, start }: ClaimedQuote): Span | null {
  if (start === undefined || !read.segment.text.startsWith(quote, start)) return null;
  const place = { start, end: start + quote.length };
  return within(read.tokens, place).some((token) => token.kind !== 'mark') ? place : null;
}

/** Where the quote stands to the letter. */
function asWritten({ segment: { text } }: ReadSegment, quote: string): Span[] {
  const out: Span[] = [];
  if (!LETTER.test(quote)) return out;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!insideWord(text, at) && !insideWord(text, at + quote.length)) out.push({ start: at, end: at + quote.length });
  }
  return out;
}

const LETTER = /[\p{L}\p{N}]/u;
const insideWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);
