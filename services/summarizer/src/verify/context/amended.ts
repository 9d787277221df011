import { type ReadSegment, type ReadTerm, type Span, within } from '../reading.ts';

/** Code units in which a slip of the tongue is put right. */
const REACH = 70;

const SLIP =
  'perdon|perdona|perdone|disculpe?|digo|sorry|wait|i mean|mejor dicho|quiero decir|queria decir|quise decir|que digo|corrijo|me corrijo|rectifico|miento|me equivoque|me confundi|me he equivocado|me he confundido|correction|i misspoke|my mistake';
const FILLER = "(?:(?:it ?'s|it was|es|era|the|el|la|eso|esta|este|a|al|to|called|se llama|uh|um|eh)[\\s,]+)*";
/** Nothing but words of correction between what was said and what was meant. */
const CORRECTED = new RegExp(
  `^[\\s.,…–—-]*(?:(?:ay|uy|uh|um|oh)[\\s,]+)*(?:no|nope|actually|${SLIP})[\\s.,:;…–—-]+(?:(?:no|not|${SLIP})[\\s,.:;]+)*${FILLER}$`,
  'u',
);
/** Of findings a bare "no" may deny the next one: a word of correction is wanted. */
const SLIPPED = new RegExp(
  `^[\\s.,…–—-]*(?:(?:ay|uy|uh|um|oh|no)[\\s,]+)*(?:${SLIP})[\\s.,:;…–—-]+(?:(?:no|not|${SLIP})[\\s,.:;]+)*${FILLER}$`,
  'u',
);
const NOT_IT = /(?:sorry|perdon|digo|i mean|wait|no)[\s,.…–—-]+(?:not|no)\s+(?:(?:the|to|a|al|el|la)\s+)?$/u;

const isSubstance = ({ term }: ReadTerm): boolean => term.kind === 'medication' || term.kind === 'allergy';

/**
 * "Cefalexin... no, cefadroxil", "erythromycin. Sorry, not erythromycin, doxycycline": the first name was a slip, the
 * last is meant.
 */
export function isAmended(read: ReadSegment, mention: Span): boolean {
  const own = within(read.terms(), mention)[0];
  if (own === undefined) return false;
  const reach = { start: mention.end, end: Math.min(read.segment.text.length, mention.end + REACH) };
  const substance = isSubstance(own);
  for (const next of within(read.terms(), reach).filter((one) => isSubstance(one) === substance)) {
    const between = read.folded.slice(mention.end, next.start);
    if (!substance) return next.term.key !== own.term.key && SLIPPED.test(between);
    if (next.term.key === own.term.key) {
      if (NOT_IT.test(between)) return true;
      continue;
    }
    return CORRECTED.test(between);
  }
  return false;
}
