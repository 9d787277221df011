import { type ReadSegment, type ReadTerm, type Span, within } from '../reading.ts';

/** Code units in which a slip of the tongue is put right. */
const REACH = 70;

const SLIP =
  'perdon|perdona|perdone|espere?|espera|aguarde|disculpe?|digo|sorry|wait|i mean|mejor dicho|quiero decir|queria decir|quise decir|que digo|corrijo|me corrijo|rectifico|miento|me equivoque|me confundi|me he equivocado|me he confundido|correction|correccion|tell a lie|i tell a lie|i misspoke|my mistake';
const FILLER =
  "(?:(?:it ?'s|it was|es|era|the|el|la|eso|esta|este|a|al|to|on|take|takes|taking|start|starting|started|put|i'?m|called|patient|paciente|pte|pt|with|con|se llama|uh|um|eh)[\\s,]+)*";
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
/** The rest of the sentence comes first: "on lisinopril since May. Oh wait, no, it's losartan". */
const CORRECTED_LATER = new RegExp(
  `^(?:,? [\\p{L}\\p{N}'-]+){0,8}\\s*[.,…–—-]+\\s*(?:(?:ay|uy|uh|um|oh|ah|actually|well|hang on|hold on)[\\s,.…]+)*(?:(?:no|not)[\\s,.:;…–—-]+)*(?:${SLIP}|hang on|hold on|scratch that|no,? it ?'s|no,? that ?'s|no es)[\\s.,:;…–—-]+(?:(?:no|not|hang on|hold on|${SLIP})[\\s,.:;]+)*(?:(?:i ?'m on|i take|i was thinking of|i meant|that ?'s|they ?'re|i said|it ?'s called) )?${FILLER}$`,
  'u',
);
const NOT_IT = /(?:sorry|perdon|digo|i mean|wait|no)[\s,.…–—-]+(?:not|no)\s+(?:(?:the|to|a|al|el|la)\s+)?$/u;

const isSubstance = ({ term }: ReadTerm): boolean => term.kind === 'medication' || term.kind === 'allergy';

const SIDE_OR_TIME = /(?<![\p{L}])(?:left|right|izquierd[oa]|derech[oa]|\d+)(?![\p{L}])/u;
const isLater = (between: string): boolean =>
  CORRECTED_LATER.test(between) && !SIDE_OR_TIME.test(between.slice(between.search(/[.…–—]/)));

/** Dictated: what stands right before it is to go, whatever follows. */
const TAKE_OUT =
  /^\s*[,.;–—-]*\s*(?:correction|correccion|corrijo|scratch that|strike that|delete that|tachar eso|borrar eso|rectifico)(?![\p{L}])/u;

/**
 * "Cefalexin... no, cefadroxil", "erythromycin. Sorry, not erythromycin, doxycycline": the first name was a slip, the
 * last is meant.
 */
export function isAmended(read: ReadSegment, mention: Span): boolean {
  const next = read.folded.slice(mention.end, mention.end + REACH);
  if (TAKE_OUT.test(next) && !SIDE_OR_TIME.test(next.slice(0, 40))) return true;
  const own = within(read.terms(), mention)[0];
  if (own === undefined) return false;
  const reach = { start: mention.end, end: Math.min(read.segment.text.length, mention.end + REACH) };
  const substance = isSubstance(own);
  for (const other of within(read.terms(), reach).filter((one) => isSubstance(one) === substance)) {
    const between = read.folded.slice(mention.end, other.start);
    if (!substance) return other.term.key !== own.term.key && (SLIPPED.test(between) || isLater(between));
    if (other.term.key === own.term.key) {
      if (NOT_IT.test(between)) return true;
      continue;
    }
    return CORRECTED.test(between) || isLater(between);
  }
  return false;
}
