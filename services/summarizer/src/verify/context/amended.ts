import { type ReadSegment, type ReadTerm, type Span, within } from '../reading.ts';

/** Code units in which a slip of the tongue is put right. */
const REACH = 70;

const FILLER = "(?:(?:it ?'s|it was|es|era|the|el|la|eso|esta|este|a|al|to|called|se llama|uh|um|eh)[\\s,]+)*";
/** Nothing but words of correction between what was said and what was meant. */
const CORRECTED = new RegExp(
  `^[\\s.,…–—-]*(?:ay |uh |um |oh )?(?:no|nope|perdon|perdona|perdone|digo|sorry|wait|i mean|mejor dicho|quiero decir|que digo|actually)[\\s.,…–—-]+(?:(?:no|not|sorry|perdon|wait|digo|i mean)[\\s,]+)*${FILLER}$`,
  'u',
);
const NOT_IT = /(?:sorry|perdon|digo|i mean|wait|no)[\s,.…–—-]+(?:not|no)\s+(?:(?:the|to|a|al|el|la)\s+)?$/u;

const isSubstance = ({ term }: ReadTerm): boolean => term.kind === 'medication' || term.kind === 'allergy';

/**
 * "Cefalexin... no, cefadroxil", "erythromycin. Sorry, not erythromycin, doxycycline": the first name was a slip, the
 * last is meant.
 */
export function isAmended(read: ReadSegment, mention: Span): boolean {
  const own = within(read.terms(), mention).find(isSubstance);
  if (own === undefined) return false;
  const reach = { start: mention.end, end: Math.min(read.segment.text.length, mention.end + REACH) };
  for (const next of within(read.terms(), reach).filter(isSubstance)) {
    const between = read.folded.slice(mention.end, next.start);
    if (next.term.key === own.term.key) {
      if (NOT_IT.test(between)) return true;
      continue;
    }
    return CORRECTED.test(between);
  }
  return false;
}
