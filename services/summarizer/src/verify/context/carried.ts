import { cannotMean } from '../../language/kin.ts';
import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';
import { isQuestion } from './is-question.ts';
import { has } from './patterns.ts';
import { comesBack, type Hit, hitsIn, named, OWN_HEADING, PATIENT, type Whose, WINDOW } from './people.ts';
import { isProxy } from './proxy.ts';

const THIRD =
  /(?<![\p{L}])(?:he|she|they|his|her|their|him|hers|el|ella|ellos|ellas|le|les|se le|lleva|llevaba|anda|andaba|estaba|also|too|tambien|murio|fallecio|tenia|tiene|tuvo|tuvieron|padecia|sufria|died|passed)(?![\p{L}])/u;
const FIRST =
  /(?<![\p{L}])(?:i|my|me|mine|myself|yo|mi|mis|tengo|tuve|estoy|soy|siento|noto|tomo|llevo|conmigo|you|your|usted)(?![\p{L}])/u;

/** "I think it was cancer": of whom is another matter. */
const OPINION =
  /(?<![\p{L}])(?:i (?:think|believe|guess|suppose|reckon|know|mean|remember)|in front of us|(?:yo )?(?:creo|pienso|supongo|recuerdo)(?: que)?)(?![\p{L}])/gu;

/** What a note says of its patient alone. */
const OF_THE_NOTE =
  /^\W*(?:on|takes|taking|current(?:ly)?|meds?|smok\p{L}+|ex-?smoker|non-?smoker|lives|works|drinks|nkda|allerg\p{L}+|o\/e|exam\p{L}*|bp|hr|obs|toma|en tratamiento|fumador\p{L}*|exfumador\p{L}*|vive|niega|acude|refiere|presenta)(?![\p{L}])/u;

/** A note's heading under which the family's things stand. */
const UNDER_HEADING =
  /(?:^|[\s.])(?:fhx?|family history|family hx|a\.?f\.?|a\.?h\.?f\.?|antecedentes (?:heredo)?familiares|familiares|familia)\s*[:.-]/u;

/** An answer to a question about the family, or a sentence that goes on about the one before. */
export function carried(reading: Reading, read: ReadSegment, sentence: Span, text: string, to: number): Whose {
  if (read.segment.speaker === 'other' && isProxy(reading)) return PATIENT;
  if (read.segment.speaker === 'unknown' && (OWN_HEADING.test(text.slice(0, to)) || OF_THE_NOTE.test(text)))
    return PATIENT;
  const theirs = read.segment.speaker === 'patient' ? oneOfTheirs(reading, read, sentence, text.slice(0, to)) : null;
  if (theirs !== null) return named(theirs);
  if (FIRST.test(text.slice(0, to).replace(OPINION, ' ')) || read.segment.speaker === 'clinician')
    return read.segment.speaker === 'clinician' ? carriedByClinician(reading, read, sentence, text) : PATIENT;
  const fragment = !/(?<![\p{L}])(?:is|are|was|have|has|tengo|es|esta|hay)(?![\p{L}])/u.test(text);
  const spokenOf = fragment ? justSpokenOf(reading, read) : null;
  if (spokenOf !== null) return named(spokenOf);
  const here = sentenceBefore(read, sentence);
  if (here !== undefined) {
    const goesOn =
      read.segment.speaker === 'unknown'
        ? fragment && UNDER_HEADING.test(read.folded.slice(here.start, here.end))
        : fragment;
    const told = toldBefore(reading, read, here, THIRD.test(text) || goesOn);
    if (told !== null) return told;
    const previous = read.folded.slice(Math.max(here.start, here.end - WINDOW), here.end);
    if (here.start !== read.sentences[0]!.start && here.start !== read.sentences[1]?.start) return PATIENT;
    if (!THIRD.test(text) && !answersBriefly(previous)) return PATIENT;
  }
  const hit = askedAfter(reading, read);
  if (hit === null) return PATIENT;
  return hit.whose === 'other' && !THIRD.test(text) && !ANIMAL.test(hit.said) ? PATIENT : named(hit);
}

/** "My son has one of those. For his asthma." */
function oneOfTheirs(reading: Reading, read: ReadSegment, sentence: Span, before: string): Hit | null {
  if (!/^\W*(?:for|with|because of|por|para|con|de) (?:his|her|their|su|sus) /.test(before)) return null;
  const here = sentenceBefore(read, sentence);
  return here === undefined ? null : (hitsIn(reading, read, read.folded.slice(here.start, here.end)).at(-1) ?? null);
}

/** "Era tu marido." "... Cáncer de pulmón.": the clinician's turn ends with the one of whom the patient goes on to tell. */
function justSpokenOf(reading: Reading, read: ReadSegment): Hit | null {
  const told = reading.segments[read.index - 1];
  const last = told?.sentences.at(-1);
  if (told?.segment.speaker !== 'clinician' || last === undefined || FIRST.test(read.folded)) return null;
  const text = told.folded.slice(last.start, last.end);
  return WAS_YOURS.test(text) ? (hitsIn(reading, told, text).at(-1) ?? null) : null;
}
const WAS_YOURS =
  /^\W*(?:(?:y|and|so|ah|oh),? )?(?:(?:era|es|fue) (?:tu|su|el|la)|(?:that|it|he|she) (?:was|is)|(?:was|is) (?:it|that)|(?:that's|it's)) (?:your )?\p{L}+\W*$/u;

/** After it nobody asks about anything but its health. */
const ANIMAL =
  /(?:dog|cat|puppy|kitten|horse|pony|rabbit|hamster|parrot|perr\p{L}+|gat\p{L}+|caballo|conejo|loro|canario|mascota)$/u;

/** Code units of the sentence after in which its pronoun stands. */
const PRONOUN_WITHIN = 12;

/** Sentences of one turn that may stand between a relative and what is still told of her. */
const CHAIN = 4;

/** The person of the sentences before, as long as each goes on in the third person (in notes: of the last); null: they name nobody. */
function toldBefore(reading: Reading, read: ReadSegment, last: Span, goesOn: boolean): Whose | null {
  let open = goesOn;
  let here: Span | undefined = last;
  const reach = read.segment.speaker === 'unknown' ? 1 : CHAIN;
  for (let step = 0; step < reach && here !== undefined; step += 1) {
    const previous = read.folded.slice(Math.max(here.start, here.end - WINDOW), here.end);
    const hit = hitsIn(reading, read, previous).at(-1);
    if (hit !== undefined) {
      if (cannotMean(firstPronoun(read.folded.slice(last.end, last.end + PRONOUN_WITHIN)), hit.said)) return null;
      if (!open || comesBack(previous.slice(hit.end), read)) return PATIENT;
      return read.segment.speaker === 'unknown' && hit.said === '' ? PATIENT : named(hit);
    }
    open = open && THIRD.test(previous) && !FIRST.test(previous.replace(OPINION, ' '));
    if (!open) return null;
    here = sentenceBefore(read, here);
  }
  return null;
}

const OF_THE_PATIENT =
  /(?<![\p{L}])(?:any other (?:medical|health) (?:problems?|conditions?|issues?)|you|your|usted|tu|tus|ha|has|tiene|tienes|tenes|toma)(?![\p{L}])/u;
/** What a history goes on to, in a few words and without a person: "¿Alguna alergia?", "And alcohol?" */
const NEW_MATTER =
  /(?<![\p{L}])(?:alerg\p{L}*|allerg\p{L}*|fum\p{L}+|smok\p{L}+|alcohol|beb\p{L}+|drink\p{L}*|medic(?:ation|ines?|amentos?|acion)|tablets?|pastillas|opera\p{L}+|surger\p{L}+|trabaj\p{L}+|work|embaraz\p{L}*|pregnan\p{L}*|regla|periods?)(?![\p{L}])/u;

/** Exchanges over which the relative who was asked after stays the matter: "My brother." "What happened?" "A stroke." */
const EXCHANGES = 3;

/** "¿Y le acompaña su hija?", "is this your mum?": of who came along nothing is asked. */
const CAME_ALONG =
  /(?<![\p{L}])(?:acompan\p{L}+|(?:viene|vienes|ha venido|vino) (?:con|su|tu)|(?:is|are) (?:this|that|these|you) (?:your|her|his|the|mum|mom|dad)|(?:brought|came|come) (?:you|her|him|with|along))(?![\p{L}])/u;

/** The person after whom the turn before asks, or whom a short answer before it named. */
function askedAfter(reading: Reading, read: ReadSegment): Hit | null {
  let answer: ReadSegment | undefined = read;
  for (let step = 0; step < EXCHANGES && answer !== undefined; step += 1) {
    const asked = questionBefore(reading, answer);
    if (asked === null || CAME_ALONG.test(asked)) return null;
    const hit = hitsIn(reading, answer, asked).at(-1);
    if (hit !== undefined) return hit;
    if (OF_THE_PATIENT.test(asked) || NEW_MATTER.test(asked)) return null;
    answer = reading.segments[answer.index - 2];
    if (answer === undefined || answer.segment.speaker !== read.segment.speaker) return null;
    if (answer.folded.trim().split(/\s+/).length > 8) return null;
    const named = hitsIn(reading, answer, answer.folded).at(-1);
    if (named !== undefined) return FIRST.test(answer.folded.slice(named.end)) ? null : named;
  }
  return null;
}

const answersBriefly = (text: string): boolean => text.trim().split(/\s+/).length <= 4;

/** "Your grandad, OK. What type of diabetes is it?": the one whom the patient named, and no more words than that. */
function takenUp(reading: Reading, read: ReadSegment, here: Span): Hit | null {
  const text = read.folded.slice(here.start, here.end);
  return text.trim().split(/\s+/).length > 4 ? null : (hitsIn(reading, read, text).at(-1) ?? null);
}

const OF_YOU =
  /(?<![\p{L}])(?:your|su|sus|tu|tus|usted|you (?:have|had|get|got|take|feel|suffer|smoke|drink|been)|(?:have|did|are|were) you|tienes?|tenes|padece)(?![\p{L}])/u;

function carriedByClinician(reading: Reading, read: ReadSegment, sentence: Span, text: string): Whose {
  const here = sentenceBefore(read, sentence);
  const taken = here === undefined ? null : takenUp(reading, read, here);
  if (taken !== null && !OF_YOU.test(text)) return named(taken);
  if (here === undefined || /(?<![\p{L}])(?:you|your|usted|su|tu|te|le)(?![\p{L}])/u.test(text)) return PATIENT;
  const previous = read.folded.slice(Math.max(here.start, here.end - WINDOW), here.end);
  const hit = hitsIn(reading, read, previous).at(-1);
  if (hit === undefined || has(/(?<![\p{L}])(?:you|your|usted)(?![\p{L}])/u, previous.slice(hit.end))) return PATIENT;
  return THIRD.test(text) && !cannotMean(firstPronoun(text), hit.said) ? named(hit) : PATIENT;
}

const firstPronoun = (text: string): string =>
  /(?<![\p{L}])(?:he|she|him|her|his|hers|ella)(?![\p{L}])/u.exec(text)?.[0] ?? '';

/** The last question of the turn before. */
function questionBefore(reading: Reading, read: ReadSegment): string | null {
  const previous = reading.segments[read.index - 1];
  if (previous === undefined || previous.segment.speaker === read.segment.speaker) return null;
  const last = previous.sentences.at(-1);
  if (last === undefined) return null;
  const text = previous.folded.slice(Math.max(last.start, last.end - WINDOW), last.end);
  return isQuestion(text, previous.segment.speaker === 'clinician') || previous.segment.speaker === 'clinician'
    ? text
    : null;
}
