import type { FactKind } from '@clinical/contracts';
import type { Reading, ReadSegment, Span } from '../reading.ts';
import { sentenceAt, within } from '../reading.ts';
import { isAmended } from './amended.ts';
import { questionStart } from './answers.ts';
import { isUnfilled } from './blanks.ts';
import { isErrand } from './errands.ts';
import { type Whose, whoseIs } from './experiencer.ts';
import { isFeared } from './fears.ts';
import { isGranted } from './granted.ts';
import { isHomonymEn } from './homonyms-en.ts';
import { isHomonymEs } from './homonyms-es.ts';
import { isOverdone } from './hyperbole-es.ts';
import { asksOfAnybody } from './inquiries.ts';
import { isJest } from './jest.ts';
import { saidLater, toldOver } from './later.ts';
import { isLicensed } from './licence.ts';
import { isListed } from './listed.ts';
import { isEnclosed, isInstruction, isSetApart } from './machine.ts';
import { isMisheard } from './misheard.ts';
import { isLookedForInBlood, namesAJab, namesSomebody, namesSomething, namesThePractice } from './names.ts';
import { doneLater, notGiven } from './not-given.ts';
import { hitsIn, PATIENT } from './people.ts';
import { isPresumed } from './presumed.ts';
import { isPrinted } from './printed.ts';
import { answerTo, isQuestion, tellsHow } from './questions.ts';
import { isReaction } from './reactions.ts';
import { rejoinderTo } from './rejoinders.ts';
import { askedWithoutMark, deniedInOneBreath } from './run-on.ts';
import { isWithheld } from './said-after.ts';
import { scopeOf } from './scope.ts';
import { isStruck } from './struck.ts';
import { isAskedFor, isSuggested } from './suggested.ts';
import { isSupposed } from './supposed.ts';
import { takenOrNot } from './taken.ts';
import { contradictedNext, deniedNext, takenBack } from './undone.ts';
import { isInAWork } from './works.ts';

/** What the words around a mention say of it. */
export type Observed =
  | 'affirmed'
  | 'negated'
  | 'possible'
  | 'historical'
  /** Denied now, told as past: "ya no tengo fiebre". */
  | 'ended'
  | 'hypothetical'
  | 'unanswered'
  | 'figurative'
  /** Said to whoever makes the summary: an order, not a finding. */
  | 'instruction'
  /** Corrected by its speaker in the next breath. */
  | 'retracted'
  /** Part of what somebody or something is called. */
  | 'name';

export interface Observation extends Whose {
  readonly modality: Observed;
}

/** Reads the context of a mention on its own: sentence, question and answer, and whose it is. */
export function observe(reading: Reading, read: ReadSegment, mention: Span, kind: FactKind): Observation {
  const sentence = sentenceAt(read, mention.start);
  const { text } = read.segment;
  const whole = wholeOf(read, sentence);
  const { folded, asks } = whole;
  const scope = scopeOf(
    text.slice(sentence.start, sentence.end),
    folded,
    mention.start - sentence.start,
    Math.min(mention.end, sentence.end) - sentence.start,
  );
  const isFinding = kind !== 'plan' && kind !== 'measurement' && kind !== 'procedure';
  const whose =
    kind === 'plan' && isAddressed(reading, read, folded, mention.start - sentence.start)
      ? PATIENT
      : whoseIs(reading, read, mention, isFinding);
  const terms = within(read.terms(), mention).map(({ term }) => term);
  const drug = kind === 'medication' || terms.some((one) => one.kind === 'medication');
  if (kind !== 'plan' && kind !== 'measurement' && isLookedForInBlood(read, sentence, mention))
    return { ...whose, modality: 'name' };
  if (kind === 'procedure' && namesThePractice(read, sentence, mention)) return { ...whose, modality: 'name' };
  if (
    (isFinding && (namesSomething(read, sentence, mention) || namesAJab(read, sentence, mention))) ||
    namesSomebody(read, sentence, mention, drug)
  )
    return { ...whose, modality: 'name' };
  if (drug && isGranted(reading, read, sentence, mention)) return { ...PATIENT, modality: 'affirmed' };
  if (kind !== 'plan' && isUnfilled(read, mention)) return { ...whose, modality: 'unanswered' };
  const denies = deniesItself(read, mention);
  const asked = asks && mention.start - sentence.start >= whole.asksFrom;
  if (denies && !asked && scope.polarity === 'affirmed') return { ...whose, modality: 'negated' };
  if (whole.instruction || isEnclosed(read, mention) || isSetApart(read.folded, mention))
    return { ...whose, modality: 'instruction' };
  if (isFinding && asksOfAnybody(read, sentence, mention)) return { ...whose, modality: 'hypothetical' };
  if (asks && isFinding && !drug && GRANTED.test(folded.slice(0, mention.start - sentence.start)))
    return { ...whose, modality: 'affirmed' };
  if (
    scope.polarity === 'figurative' ||
    (read.segment.speaker === 'clinician' && EXAMINES.test(read.folded.slice(mention.start, mention.end))) ||
    isHomonymEs(reading, read, sentence, mention) ||
    (isFinding && isHomonymEn(read, sentence, mention)) ||
    (isFinding && isInAWork(read, sentence, mention)) ||
    isJest(read, sentence, mention) ||
    ((kind !== 'plan' || read.segment.speaker === 'patient') && isErrand(read, sentence, mention))
  )
    return { ...whose, modality: 'figurative' };
  const overdone = isFinding ? isOverdone(reading, read, sentence, mention) : null;
  if (overdone !== null && scope.polarity !== 'negated') return { ...whose, modality: overdone };
  const rejoinder = isFinding ? rejoinderTo(reading, read, sentence, mention) : null;
  if (rejoinder === 'other') return { whose: 'other', relation: null, modality: 'affirmed' };
  if (rejoinder === 'figurative' || rejoinder === 'retracted') return { ...whose, modality: rejoinder };
  if (kind === 'allergy' && TOLERATED.test(read.folded.slice(mention.end, sentence.end)))
    return { ...whose, modality: 'negated' };
  const medicine = drug && kind !== 'allergy' && kind !== 'plan';
  const taken = medicine ? takenOrNot(reading, read, sentence, mention) : null;
  if (taken !== null && scope.polarity !== 'hypothetical')
    return { ...whose, modality: taken === 'never' ? 'negated' : 'ended' };
  if (medicine || !FINDING.has(kind) || terms.every((one) => !FINDING.has(one.kind))) {
    const [before, name, after] = around(folded, mention, sentence);
    if (scope.polarity === 'negated' && doneLater(after)) return { ...whose, modality: 'possible' };
    if (scope.polarity !== 'hypothetical' && (notGiven(before, name, after) || isWithheld(before, after)))
      return { ...whose, modality: 'negated' };
  }
  if (scope.polarity === 'affirmed' && deniedInOneBreath(read, sentence, mention))
    return { ...whose, modality: 'negated' };
  if (medicine && isAskedFor(read, sentence, mention)) return { ...whose, modality: 'hypothetical' };
  if (
    asked &&
    read.segment.speaker !== 'clinician' &&
    scope.polarity === 'affirmed' &&
    isPresumed(folded.slice(0, mention.start - sentence.start))
  )
    return { ...whose, modality: 'affirmed' };
  if (asked && scope.polarity === 'hypothetical' && read.segment.speaker !== 'clinician')
    return { ...whose, modality: 'hypothetical' };
  if (asked || askedWithoutMark(reading, read, sentence, mention)) {
    const answer = answerTo(reading, read, sentence, mention, medicine);
    if (kind === 'measurement' && answer !== 'unsure' && tellsHow(reading, read, sentence))
      return { ...whose, modality: 'affirmed' };
    if (answer === 'unanswered')
      return { ...whose, modality: wonders(read, sentence, mention) ? 'possible' : 'unanswered' };
    if (answer === (denies ? 'yes' : 'no')) return { ...whose, modality: 'negated' };
    if (answer === 'past') return { ...whose, modality: 'ended' };
    if (answer === 'unsure') return { ...whose, modality: 'possible' };
    return { ...whose, modality: scope.past ? 'historical' : 'affirmed' };
  }
  if (scope.polarity === 'negated') return { ...whose, modality: scope.past ? 'ended' : 'negated' };
  const supposed =
    isSupposed(reading, read, sentence, mention, medicine) ||
    isPrinted(read, sentence, mention) ||
    (medicine && isSuggested(read, sentence, mention));
  if (supposed) return { ...whose, modality: 'hypothetical' };
  if (
    isAmended(read, mention) ||
    takenBack(reading, read, sentence, mention) ||
    isStruck(read, mention) ||
    BROKEN_OFF.test(read.folded.slice(mention.end, mention.end + 40)) ||
    isMisheard(reading, read, sentence, mention)
  )
    return { ...whose, modality: 'retracted' };
  const listed = FINDING.has(kind) && !drug ? isListed(read, sentence, mention) : null;
  if (listed !== null) return { ...whose, modality: listed === 'warning' ? 'hypothetical' : 'possible' };
  const tested = kind === 'condition' || kind === 'allergy' || terms.some((one) => one.kind === 'condition');
  const later =
    drug || kind === 'plan'
      ? null
      : (saidLater(read, sentence, mention, tested) ?? (asks ? null : toldOver(reading, read, sentence)));
  if (later === 'never') return { ...whose, modality: 'negated' };
  const feared =
    tested && whose.whose === 'patient' && scope.polarity === 'affirmed'
      ? isFeared(reading, read, sentence, mention)
      : null;
  if (feared !== null) return { ...whose, modality: feared };
  if (scope.polarity !== 'affirmed') return { ...whose, modality: scope.polarity };
  if (later === 'ended' || rejoinder === 'ended') return { ...whose, modality: 'ended' };
  if ((kind === 'symptom' || kind === 'condition') && isReaction(reading, read, sentence, mention))
    return { ...whose, modality: 'historical' };
  if (whole.deniedNext || (!asks && contradictedNext(reading, read, sentence, mention)))
    return { ...whose, modality: 'negated' };
  if (
    PUT_AS_A_QUESTION.test(read.folded.slice(0, mention.start)) ||
    (isFinding && NEARLY.test(read.folded.slice(sentence.start, mention.start))) ||
    TONGUE_IN_CHEEK.test(read.folded.slice(mention.end))
  )
    return { ...whose, modality: 'possible' };
  if (tested && read.segment.speaker !== 'clinician' && isOfAnOperation(reading, read))
    return { ...whose, modality: 'historical' };
  if (
    PREGNANT.test(read.folded.slice(mention.start, mention.end)) &&
    IN_PREGNANCY.test(read.folded.slice(sentence.start, mention.start))
  )
    return { ...whose, modality: 'historical' };
  if (tested && AFTER_THE.test(read.folded.slice(sentence.start, mention.start)))
    return { ...whose, modality: 'historical' };
  if (tested && WHEN_I_WAS.test(read.folded.slice(sentence.start, mention.start)))
    return { ...whose, modality: 'historical' };
  if (isFinding && kind !== 'medication' && whose.whose === 'patient' && !isLicensed(reading, read, sentence, mention))
    return { ...whose, modality: 'possible' };
  return { ...whose, modality: scope.past ? 'historical' : 'affirmed' };
}

const FINDING: ReadonlySet<FactKind> = new Set(['symptom', 'condition', 'risk_factor']);

/** "I can't feel the bladder": the clinician's hand, nobody's numbness. */
const EXAMINES =
  /^(?:i )?(?:ca ?n['o]?t|can't|cannot|can not|no) (?:really |actually )?(?:feel|hear|see|palpo|noto|oigo|veo)(?![\p{L}])/u;

/** "Penicillin's fine, I've had that often." */
const TOLERATED =
  /^(?:'s| is| are|,)? ?(?:fine|ok|okay|all right|no problem|i can (?:take|have)|(?:si )?(?:la |lo )?(?:puedo tomar|tolero)|me (?:sienta|va) bien)(?![\p{L}])/u;

/** Code units around a mention in which its care is denied. */
const NEAR = 160;

function around(folded: string, mention: Span, sentence: Span): [before: string, name: string, after: string] {
  const start = mention.start - sentence.start;
  const end = mention.end - sentence.start;
  return [folded.slice(Math.max(0, start - NEAR), start), folded.slice(start, end), folded.slice(end, end + NEAR)];
}

/** `?PE`: a mark before the word, as notes put what is thought of. */
const PUT_AS_A_QUESTION = /(?:^|[\s:,;(/])\?\s?(?:an? )?$/;
/** "Raging alcoholic, me." */
const TONGUE_IN_CHEEK = /^, me\s*(?:[.!]|$)/;

/** "Dolor epigástrico; ¿pancreatitis?": in the midst of a note nobody is asked, the writer wonders. */
function wonders(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'unknown' || sentence.start === read.sentences[0]?.start) return false;
  const text = read.folded.slice(sentence.start, mention.start) + read.folded.slice(mention.end, sentence.end);
  const others = text.split(/[^\p{L}\p{N}]+/u).filter((said) => said !== '');
  return others.length <= 2 && text.trimEnd().endsWith('?');
}

/** "Le voy a pedir una endoscopia, por lo de su papá": a plan that names nobody before is for whom the clinician talks to. */
const isAddressed = (reading: Reading, read: ReadSegment, sentence: string, at: number): boolean =>
  read.segment.speaker === 'clinician' && hitsIn(reading, read, sentence).every((hit) => hit.start >= at);

/** "Me da tos la... no, ninguno." */
const BROKEN_OFF = /^[^.?!…]{0,12}(?:\.{2,}|…)\s*no,/;

/** "Casi me caigo", "I nearly fainted": it did not come to it. */
const NEARLY = /(?<![\p{L}])(?:(?:casi|por poco)(?: me| se| le)?|almost|nearly)\s+$/u;

const OPERATED =
  /(?<![\p{L}])(?:opera\p{L}+|sac(?:o|aron)|quit(?:o|aron)|intervin\p{L}+|surger\p{L}+|operation|operated|taken out|removed)(?![\p{L}])/u;
const SINCE = /(?<![\p{L}])(?:now|still|again|ahora|todavia|sigo|otra vez)(?![\p{L}])/u;

/** "¿Qué le sacaron?" "El riñón, por un tumor.": told of the operation that is asked after. */
function isOfAnOperation(reading: Reading, read: ReadSegment): boolean {
  const asker = reading.segments[read.index - 1];
  const asked = asker?.sentences.at(-1);
  if (asker?.segment.speaker !== 'clinician' || asked === undefined || SINCE.test(read.folded)) return false;
  const question = asker.folded.slice(asked.start, asked.end);
  return OPERATED.test(question) && question.includes('?');
}

/** "High blood pressure in pregnancy": a time, too. */
const PREGNANT = /^(?:pregnanc(?:y|ies)|embarazos?)$/;
const IN_PREGNANCY =
  /(?<![\p{L}])(?:in|during|with (?:my|the) (?:first|second|third|last)|en el|durante el|en un)\s+$/u;

/** "They operated after the heart attack": a time, told by what was had then. */
const AFTER_THE =
  /(?<![\p{L}])(?:(?:after|before|following|since|from) (?:the|my|that)(?! (?:my|the))|(?:before|pre|since|during|antes de(?:l)?|durante)(?=\s+$)|(?:despues|antes|a raiz) (?:del?|de (?:la|el|mi)))\s+$/u;

/** "When I was pregnant": a time that is told of. */
const WHEN_I_WAS = /(?<![\p{L}])(?:when|while) (?:i|she) was\s+$|(?<![\p{L}])cuando (?:estaba|estuve)\s+$/u;

/** "With those headaches, have you noticed ...?": the finding is taken for granted, something else is asked. */
const GRANTED =
  /(?<![\p{L}])(?:with|along with|during|apart from|besides|con|durante|ademas de|aparte de) (?:this|that|these|those|your|es[aeo]s?|est[aeo]s?|sus?|tus?) (?:\p{L}+ )?$|(?<!sigues?|continuas?|estas?|andas?|va|vas|viene|vienes|que tal|como) con (?:la|el|las|los) $/u;

/** What a sentence is by itself, whatever is mentioned in it: read once for all its mentions. */
interface Whole {
  readonly folded: string;
  readonly instruction: boolean;
  readonly asks: boolean;
  /** Where its question begins. */
  readonly asksFrom: number;
  readonly deniedNext: boolean;
}

const wholes = new WeakMap<Span, Whole>();

function wholeOf(read: ReadSegment, sentence: Span): Whole {
  const known = wholes.get(sentence);
  if (known !== undefined) return known;
  const folded = read.folded.slice(sentence.start, sentence.end);
  const clinician = read.segment.speaker === 'clinician';
  const asks = isQuestion(folded, clinician);
  const whole = {
    folded,
    instruction: isInstruction(read.folded, sentence, clinician),
    asks,
    asksFrom: asks ? questionStart(folded) : 0,
    deniedNext: deniedNext(read, sentence),
  };
  wholes.set(sentence, whole);
  return whole;
}

/** The word denies by itself: afebrile, eupneico, nontender. */
const deniesItself = (read: ReadSegment, mention: Span): boolean =>
  within(read.terms(), mention).some(({ term }) => term.absent);
