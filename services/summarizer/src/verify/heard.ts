import type { Token } from '../language/tokens.ts';
import { retractedIn } from './corrections.ts';
import { type Reading, type ReadSegment, type Span, within } from './reading.ts';

/** One piece of evidence as the checks read it: the tokens that were said and not taken back. */
export interface Heard extends Span {
  readonly read: ReadSegment;
  readonly tokens: readonly Token[];
}

export function hear(reading: Reading, read: ReadSegment, span: Span): Heard {
  const retracted = retractedIn(reading, read);
  const tokens = within(read.tokens, span).filter(
    (token) => !retracted.some((lost) => token.start >= lost.start && token.end <= lost.end),
  );
  return { read, start: span.start, end: span.end, tokens };
}
