import { type Reading, type ReadSegment, type Span, sentenceBefore, within } from '../reading.ts';
import { answerOf } from './answers.ts';

const ALLERGIC = /(?<![\p{L}])(?:allerg|alerg|anaphyla|anafila|intoleran)/u;
const TO_IT =
  /(?:(?:come|came|comes|coming|break|broke|breaks|breaking) out in|(?:brings?|brought) (?:me|him|her) out in|(?:gives?|gave|makes?|made) (?:me|him|her|you)|(?:gets?|got|had|causes?|caused)|(?:me|le|te) (?:sal|da|die|dio|pon|pus|produ|provoc|caus|llen|hinch|entr)\p{L}*|(?:produ|provoc|caus)\p{L}*)\s+(?:\p{L}+ ){0,4}$/u;
const COMES_OUT =
  /(?:(?:come|comes|came|break|breaks|broke) out in|(?:brings?|brought) me out in|me (?:sal(?:en|e|io|ieron)|llen[oa]) (?:de )?)\s*(?:\p{L}+ ){0,3}$/u;
const FROM_DRUG =
  /^\s*(?:\p{L}+ ){0,3}?(?:with|from|to|after|on|when i (?:take|took|have)|con|al tomar|cuando (?:tomo|me)|si tomo)\s/u;

/** "La dejé porque me daba infecciones." */
const GIVEN_UP_FOR =
  /(?:deje|dejo|quite|quitaron|quito|suspend\p{L}+|retir\p{L}+|stopped|came off|gave (?:it|them) up)[^.;]{0,40}(?:porque|because|cause|as|since|que),? (?:me |le |it |they )?(?:daban?|dio|dieron|producian?|provocaban?|sentaban?|hacian?|ponian?|gave me|gave him|gave her|made me|caused)\s+(?:\p{L}+ ){0,2}$/u;

/** "I quit that. My legs were achy." */
const STOPPED_IT =
  /(?<![\p{L}])(?:i|we) (?:quit|stopped|came off|gave up|binned|ditched)(?: taking)? (?:that|it|them|those)\s*[.!]?$|(?<![\p{L}])(?:lo|la|los|las) (?:deje|suspendi|quite)\s*[.!]?$/u;
const WERE =
  /(?<![\p{L}])(?:was|were|had|felt|got|gave|made|me (?:daba|dolia|ponia|sentia)\p{L}*)(?![\p{L}])[^.;?!]*$/u;

/** "It made me feel sick so I stopped." */
const MADE_ME =
  /(?<![\p{L}])(?:it|they|that|those|eso|la|las|los|el)? ?(?:made me|gave me|make me|me (?:daba\p{L}*|dio|dieron|hacia\p{L}*|ponia\p{L}*|producia\p{L}*))(?: (?:feel|get|go|so|really|very|a bit|an?|the|muy|un|una|mucha?|muchos?))* $/u;
/** "Lo dejé, me daba tos": what it used to do. */
const USED_TO_GIVE =
  /(?<![\p{L}])(?:(?:lo|la|los|las) (?:deje|quite|suspendi|pare)|(?:me (?:lo|la|los|las) (?:quitaron|quito|suspendieron|cambiaron)))[^.;?!]{0,20}(?:me|le) (?:daba|daban|producia|causaba|hacia)(?: (?:mucha|mucho|muchas|muchos|un poco de|algo de|una|un))* $/u;
const SO_I_STOPPED =
  /^[^.;?!]{0,30}(?<![\p{L}])(?:so|and|then|y|asi que|entonces|por eso)[\s,]+(?:la verdad |al final |in the end |just |i |they |he |she |we |me |la |lo |las |los )*(?:stop\p{L}*|came off|had to (?:stop|come off)|gave (?:it|them) up|quit|binned|deje|dejo|quite|quitaron|suspend\p{L}+)(?![\p{L}])/u;

/** "They gave him amoxicillin and it gave him the runs": what a medicine did then. */
const GAVE_ONCE =
  /(?<![\p{L}])(?:gave|given) (?:me|him|her|us)(?![\p{L}])[^.;?!]*(?<![\p{L}])(?:gave|made|brought) (?:me|him|her|us)(?![\p{L}])[^.;?!]*$|(?:me|le) (?:dieron|dio|pusieron|recetaron)(?![\p{L}])[^.;?!]*(?<![\p{L}])(?:me|le) (?:dio|hizo|produjo|provoco|salio|salieron|cayo|sento|cayeron)(?![\p{L}])[^.;?!]*$/u;

const WHAT_HAPPENS =
  /(?:what (?:happens|happened|does it do|did it do)|how do you react|que (?:le|te) (?:pasa|paso|pasaba|hace|hizo|da|dio|produce|provoca)|como (?:le|te) (?:sienta|sento))/u;

/** "Any allergies?", "what happens with penicillin?": the turn before asks what a thing does to the patient. */
function asksOfReactions(read: ReadSegment | undefined): boolean {
  const last = read?.sentences.at(-1);
  if (read === undefined || last === undefined || read.segment.speaker !== 'clinician') return false;
  const asked = read.folded.slice(last.start, last.end);
  if (!asked.includes('?')) return false;
  const named = within(read.terms(), last).some(({ term }) => term.kind === 'medication' || term.kind === 'allergy');
  return ALLERGIC.test(asked) || (WHAT_HAPPENS.test(asked) && named);
}

const NOW = /(?<![\p{L}])(?:now|today|still|these days|at the moment|ahora|hoy|todavia|estos dias|sigo)(?![\p{L}])/u;
/** "He has eczema on his elbows": an illness that is told beside them. */
const HAS_IT =
  /(?<![\p{L}])(?:tiene|tengo|padece|padezco|has|have|'ve got|'s got|have got|i get|he gets|she gets|sufro)(?: (?:un poco de|algo de|an?|a bit of|some|la|el|my|hay))*\s+(?:\p{L}+ )?$/u;
/** A finding of the tables, or one told in a verb: `me picaba todo`. */
const isFelt = (read: ReadSegment, mention: Span): boolean =>
  /^(?:se )?(?:me|le) /.test(read.folded.slice(mention.start, mention.end)) ||
  within(read.terms(), mention).some(({ term }) => term.kind === 'symptom' || term.kind === 'condition');
/** Sentences of an answer about allergies in which it is still told what they did. */
const TELLS = 3;

/** "¿Alguna alergia?" "Al metamizol. Me salieron ronchas.": the first sentences of the answer. */
function answersAllergies(reading: Reading, read: ReadSegment, sentence: Span): boolean {
  const at = read.sentences.findIndex(({ start }) => start === sentence.start);
  if (at < 0 || at >= TELLS || read.segment.speaker === 'clinician' || answerOf(read.folded) === 'no') return false;
  return asksOfAllergies(reading.segments[read.index - 1]);
}

function asksOfAllergies(read: ReadSegment | undefined): boolean {
  const last = read?.sentences.at(-1);
  if (read === undefined || last === undefined || read.segment.speaker !== 'clinician') return false;
  const asked = read.folded.slice(last.start, last.end);
  return asked.includes('?') && ALLERGIC.test(asked) && !/(?<![\p{L}])(?:reaction|reaccion)(?![\p{L}])/u.test(asked);
}

/**
 * "I'm allergic to penicillin, it gives me hives", "I come out in a rash with codeine": what a medicine once did, no
 * complaint of today.
 */
export function isReaction(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  const before = read.folded.slice(sentence.start, mention.start);
  const after = read.folded.slice(mention.end, sentence.end);
  const drug = within(read.terms(), { start: mention.end, end: sentence.end }).some(
    ({ term }) => term.kind === 'medication' || term.kind === 'allergy',
  );
  if (drug && COMES_OUT.test(before) && FROM_DRUG.test(after)) return true;
  const earlier = sentenceBefore(read, sentence);
  const said = read.folded.slice(sentence.start, sentence.end);
  if (isFelt(read, mention) && !HAS_IT.test(before) && !NOW.test(said) && answersAllergies(reading, read, sentence))
    return true;
  const told =
    ALLERGIC.test(before) ||
    (earlier !== undefined
      ? ALLERGIC.test(read.folded.slice(earlier.start, earlier.end))
      : asksOfReactions(reading.segments[read.index - 1]));
  if (earlier !== undefined && STOPPED_IT.test(read.folded.slice(earlier.start, earlier.end)) && WERE.test(before))
    return true;
  if (GIVEN_UP_FOR.test(before) || (MADE_ME.test(before) && SO_I_STOPPED.test(after))) return true;
  if (
    told &&
    earlier === undefined &&
    within(read.terms(), { start: sentence.start, end: mention.start }).some(({ term }) => term.kind === 'medication')
  )
    return true;
  if ((told && TO_IT.test(before)) || USED_TO_GIVE.test(before)) return true;
  const taken = within(read.terms(), { start: sentence.start, end: mention.start });
  return GAVE_ONCE.test(before) && taken.some(({ term }) => term.kind === 'medication');
}
