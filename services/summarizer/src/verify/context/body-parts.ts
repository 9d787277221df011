import { type WordHit, wordsIn } from '../../language/words.ts';
import { type ReadSegment, type Span, within } from '../reading.ts';

const sites = new WeakMap<ReadSegment, readonly WordHit[]>();

/** Parts of the body that a segment names. */
export function sitesIn(read: ReadSegment): readonly WordHit[] {
  const known = sites.get(read);
  if (known !== undefined) return known;
  const found = wordsIn(read.tokens, 0, read.tokens.length, read.tongues).filter(({ as }) => as === 'site');
  sites.set(read, found);
  return found;
}

/** A part of the body, or another finding, stands within a span. */
export function namesAPart(read: ReadSegment, span: Span, except = ''): boolean {
  return (
    sitesIn(read).some(
      ({ from, to }) => read.tokens[from]!.start >= span.start && read.tokens[to - 1]!.end <= span.end,
    ) || within(read.terms(), span).some(({ start, end }) => read.folded.slice(start, end) !== except)
  );
}
