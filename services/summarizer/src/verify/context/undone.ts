import type { Reading, ReadSegment, Span } from '../reading.ts';
import { sentencesAfter } from '../reading.ts';
import { answerOf } from './answers.ts';
import { deniedBy } from './named-again.ts';

// What was stated and is undone by what is said next: denied in a word, taken back, or contradicted by the patient.

/** "Fever? No." without its mark, or "Allergies: none." cut by a full stop: "Fever. No." */
export function deniedNext(read: ReadSegment, sentence: Span): boolean {
  if (read.folded.slice(sentence.start, sentence.end).trim().split(/\s+/).length > 3) return false;
  const next = sentencesAfter(read, sentence, 1)[0];
  return (
    next !== undefined &&
    /^\s*(?:(?:uh|um|er|pues|eh|well|bueno)[\s,.…]+)*(?:no|none|negative|negativo|ninguna?)\s*[.,!]?\s*$/.test(
      read.folded.slice(next.start, next.end),
    )
  );
}

const CORRECTS =
  /^\W*(?:(?:no,? |ay,? |uy,? |perdon,? )*(?:corrijo|me corrijo|rectifico|miento|me confundi|me he (?:confundido|equivocado)|disculp\p{L}+,? (?:no|digo|quise|me)|perdon\p{L}*,? (?:me (?:equivoque|confundi)|es|era))|no,? (?:no,? )?(?:sorry|wait|perdon|perdone|espera|espere|me equivoque|digo|i mean(?:t)?|quise decir|queria decir)|sorry,? (?:i mean(?:t)?|no)|perdon,? (?:no|quise decir|queria decir|digo)|i meant|quise decir|queria decir|me equivoque|scratch that)(?![\p{L}])/u;
/** "I'm constipated, I mean I have a cold, sorry": it is the last word already. */
const IS_MEANT =
  /(?<![\p{L}])(?:i mean|i meant|quise decir|quiero decir|queria decir|or rather|mejor dicho)[^,.;]{0,30}$/u;
const OF_SIDE_OR_NUMBER =
  /(?<![\p{L}])(?:left|right|izquierd[oa]|derech[oa]|\d+|days?|weeks?|months?|years?|dias?|semanas?|meses|anos?)(?![\p{L}])/u;

/** "I have asthma. No, sorry, I meant bronchitis": the last thing said is taken back, unless a side or a number is meant. */
export function takenBack(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  const within = read.folded.slice(mention.end, sentence.end);
  const inside =
    /^\s*[,.–—-]*\s*(?=(?:no,? )?(?:sorry|wait|perdon|espera|digo|corrijo|rectifico|miento|i mean|quise decir|queria decir|me equivoque))/u.exec(
      within,
    );
  const next = sentencesAfter(read, sentence, 1)[0];
  const later = [reading.segments[read.index + 1], reading.segments[read.index + 2]].find(
    (one) => one?.segment.speaker === read.segment.speaker,
  );
  const following =
    inside !== null
      ? within.slice(inside[0].length)
      : next !== undefined
        ? read.folded.slice(next.start, next.end)
        : (later?.folded.slice(0, 120) ?? '');
  if (IS_MEANT.test(read.folded.slice(sentence.start, mention.start))) return false;
  if (!CORRECTS.test(inside !== null && !/^no/.test(following) ? `no, ${following}` : following)) return false;
  if (inside === null && read.folded.slice(mention.end, sentence.end).replace(/[^\p{L}]/gu, '').length > 12)
    return false;
  return !OF_SIDE_OR_NUMBER.test(following.slice(0, 60)) && !/\d/.test(following.slice(0, 60));
}

/** "Ay, no": sorry to hear it. */
const LAMENTS =
  /^\W*(?:ay|oh|uy|dios mio|madre mia|no puede ser|no me diga\p{L}*)[\s,.!]+(?:no|dios)?\W*$|^\W*(?:no puede ser|no me dig\p{L}+)/u;

/** "¿Sulfas? No, a las pulgas": what was heard is asked back before it is denied. */
const ECHO = /^[\s¿]*(?:\p{L}+\s+){0,3}\p{L}+\s*\?/u;

/** "Dice que no, she doesn't have it", "that's not right": what was stated is denied, perhaps by another for the patient. */
const DENIES_IT =
  /^\W*(?:(?:oh|no|nope|well|um|uh|sorry|actually|ah|ay|pues|doctor|ella|el|he|she)[\s,.…]+)*(?:(?:he|she|they|i|we|mum|mom|dad) (?:does|did|has|have|had|do)(?: not|n['o]?t)(?: (?:actually|really|even))? (?:have|had|got|got any|suffer from|take|smoke|drink)?\s?(?:it|that|any|one|this|those|either)(?![\p{L}])|(?:he|she|i|they)(?: ?'s| has| have| ?'ve)? never (?:had|taken|been|done|touched)(?: (?:it|that|one|any|those))?\s*(?:[.,;!]|$)|(?:that|it) ?(?:'s| is| was)(?: not|n['o]?t)(?: \p{L}+)? (?:right|true|correct|me|mine|so|accurate|hers|his|my \p{L}+)|(?:that|it) ?(?:'s| is) (?:wrong|a mistake|incorrect|an error|out of date)|(?:my |the )?\p{L}+ says (?:no(?![\p{L}])|not|that ?'s (?:not|wrong)|it (?:is|was) ?n['o]?t|(?:he|she)(?: does|has| did)?(?: not|n['o]?t)|that ?'s (?:not|wrong))|dicen? que (?:no|nunca|ella no|el no)|no (?:lo|la) (?:tiene|tuvo|tengo|padece|toma)|eso no es (?:verdad|cierto|asi|correcto)|nunca (?:lo|la|ha|he) (?:tenido|tuvo|tuve))/u;

/** "Se lo pregunto porque toma el Sintrom.": the reply is to what is asked, not to the reason. */
const AS_A_REASON =
  /(?:pregunto|digo|asking|ask|say)(?: \p{L}+){0,2} (?:porque|ya que|because|since|as) (?:\p{L}+ ){0,4}$/u;

/** The clinician states something to the patient, who says no. */
export function contradictedNext(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'clinician') return false;
  if (read.sentences.at(-1)?.start !== sentence.start || sentence.end - sentence.start > 140) return false;
  if (AS_A_REASON.test(read.folded.slice(sentence.start, mention.start))) return false;
  const next = reading.segments[read.index + 1];
  if (next === undefined || next.segment.speaker === 'clinician' || LAMENTS.test(next.folded)) return false;
  if (deniedBy(next, read.folded.slice(mention.start, mention.end))) return true;
  if (DENIES_IT.test(next.folded.slice(0, 120))) return true;
  const echo = ECHO.exec(next.folded)?.[0] ?? '';
  const words = echo.split(/[^\p{L}]+/u).filter((said) => said.length > 3);
  if (words.length > 0 && words.every((said) => read.folded.slice(sentence.start, sentence.end).includes(said)))
    return answerOf(next.folded.slice(echo.length)) === 'no';
  if (answerOf(next.folded) !== 'no') return false;
  return (
    next.folded.trim().split(/\s+/).length <= 8 ||
    /^\W*no,? (?:not|eso|that|it|no|i|yo|nunca|never)(?![\p{L}])/u.test(next.folded)
  );
}
