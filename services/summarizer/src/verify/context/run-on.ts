import type { Reading, ReadSegment, Span } from '../reading.ts';
import { answerOf } from './answers.ts';

const ASKS =
  /(?<![\p{L}])(?:any|(?:have|do|did|are|has|does) (?:you|he|she|they)(?: had| have| been)?|ha tenido|has tenido|ha notado|tiene(?: usted)?|tienes|tenes|siente|sentis|nota|algun[oa]?|toma|padece)(?![\p{L}])[^.?!;]{0,60}$/u;
const DENIES =
  /^(?:(?!(?<![\p{L}])(?:yes|yeah|yep|si|sí|claro)(?![\p{L}]))[^.?!;]){0,40}?(?<![\p{L}])(?:(?:um|uh|er|eh|pues|paciente|patient|doctor|doctora|well|oh|bueno)\s+)*(?:nope|nah|no no|no que va|que va|para nada|en absoluto|none of (?:that|those|these)|nothing like that|not (?:really|at all|that i)|no (?:i )?(?:have|do|did)(?:n't| not)|no (?:nothing|none|never)|ni una cosa ni (?:la )?otra|nada de (?:eso|nada)|de eso nada|no (?:ninguno|ninguna|nada|tampoco|senora?|doctora?|gracias)|no(?=\s*$|\s+(?:just|only|but|solo|solamente|pero|lo que)(?![\p{L}])))(?![\p{L}])/u;

/** "any nausea or vomiting um nope none of that just this headache": question and denial in one breath, without a mark. */
export function deniedInOneBreath(read: ReadSegment, sentence: Span, mention: Span): boolean {
  return (
    ASKS.test(read.folded.slice(sentence.start, mention.start)) &&
    DENIES.test(read.folded.slice(mention.end, sentence.end))
  );
}

/** "Diabetes, presión, no.", "diarrea que uno diga, no": what is listed, or named in its proper sense, and then denied. */
export function deniedInList(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (!read.tongues.includes('es')) return false;
  if (NOT_PROPERLY.test(read.folded.slice(mention.end, sentence.end))) return true;
  return BARE_LIST.test(read.folded.slice(sentence.start, sentence.end));
}
/** "Diarrea que uno diga, no". */
export const NOT_PROPERLY = /^ que (?:uno |yo |se |le )?dig(?:a|amos|o)?(?: yo)?,? no(?![\p{L}])/u;
const NOUNS = '\\p{L}+(?: (?:de|del|en) (?:(?:el|la|los|las) )?\\p{L}+)?';
const BARE_LIST = new RegExp(
  `^\\W*(?!(?:no|si|me|tengo|tiene|soy|es|hay|he|ha)(?![\\p{L}]))(?:(?:y|pero|bueno|pues),? )?${NOUNS}(?:, (?:y |o |ni )?(?!(?:no|si|me|tengo|tiene|soy|es|hay|he|ha)(?![\\p{L}]))${NOUNS}){1,4}, (?:no|tampoco|nada)\\s*(?:[.!,;…].*)?$`,
  'u',
);

/** An unlabelled turn that asks, by its words alone, what the next turn answers. */
export function askedWithoutMark(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'unknown' || read.segment.text.length - sentence.end > 3) return false;
  const next = reading.segments[read.index + 1];
  return (
    next !== undefined &&
    next.segment.speaker === 'unknown' &&
    ASKS.test(read.folded.slice(sentence.start, mention.start)) &&
    (answerOf(next.folded) !== 'none' || /^\W*(?:mire|mira|pues|well|so)(?![\p{L}])/u.test(next.folded))
  );
}
