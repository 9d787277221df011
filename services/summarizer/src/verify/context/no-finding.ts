import { isUnfilled } from './blanks.ts';
import { isErrand } from './errands.ts';
import { isGranted } from './granted.ts';
import { isHomonymEn } from './homonyms-en.ts';
import { isHomonymEs } from './homonyms-es.ts';
import { isOverdone } from './hyperbole-es.ts';
import { asksOfAnybody } from './inquiries.ts';
import { isJest } from './jest.ts';
import type { Look } from './look.ts';
import { isEnclosed, isSetApart } from './machine.ts';
import { isLookedForInBlood, namesAJab, namesSomebody, namesSomething, namesThePractice } from './names.ts';
import type { Observation } from './observed.ts';
import { PATIENT } from './people.ts';
import { rejoinderTo } from './rejoinders.ts';
import { isInAWork } from './works.ts';

/** Whether a mention is a finding at all, and meant: or a name, an empty field, an order, a figure of speech. */
export function noFinding(look: Look): Observation | null {
  const { reading, read, sentence, mention, kind, whole, scope, whose, isFinding, drug } = look;
  if (isName(look)) return { ...whose, modality: 'name' };
  if (drug && isGranted(reading, read, sentence, mention)) return { ...PATIENT, modality: 'affirmed' };
  if (kind !== 'plan' && isUnfilled(read, mention)) return { ...whose, modality: 'unanswered' };
  if (look.denies && !look.asked && scope.polarity === 'affirmed') return { ...whose, modality: 'negated' };
  if (whole.instruction || isEnclosed(read, mention) || isSetApart(read.folded, mention))
    return { ...whose, modality: 'instruction' };
  if (isFinding && asksOfAnybody(read, sentence, mention)) return { ...whose, modality: 'hypothetical' };
  if (whole.asks && isFinding && !drug && GRANTED.test(look.before)) return { ...whose, modality: 'affirmed' };
  if (whole.asks && kind === 'allergy' && APART_FROM.test(look.before)) return { ...whose, modality: 'affirmed' };
  if (isFigure(look)) return { ...whose, modality: 'figurative' };
  const overdone = isFinding ? isOverdone(reading, read, sentence, mention) : null;
  if (overdone !== null && scope.polarity !== 'negated') return { ...whose, modality: overdone };
  const rejoinder = isFinding ? rejoinderTo(reading, read, sentence, mention) : null;
  if (rejoinder === 'other') return { whose: 'other', relation: null, modality: 'affirmed' };
  return rejoinder === 'figurative' || rejoinder === 'retracted' ? { ...whose, modality: rejoinder } : null;
}

const isName = ({ read, sentence, mention, kind, isFinding, drug }: Look): boolean =>
  (kind !== 'plan' && kind !== 'measurement' && isLookedForInBlood(read, sentence, mention)) ||
  (kind === 'procedure' && namesThePractice(read, sentence, mention)) ||
  (isFinding && (namesSomething(read, sentence, mention) || namesAJab(read, sentence, mention))) ||
  namesSomebody(read, sentence, mention, drug);

const isFigure = ({ reading, read, sentence, mention, kind, scope, isFinding }: Look): boolean =>
  scope.polarity === 'figurative' ||
  (read.segment.speaker === 'clinician' && EXAMINES.test(read.folded.slice(mention.start, mention.end))) ||
  isHomonymEs(reading, read, sentence, mention) ||
  (isFinding && isHomonymEn(read, sentence, mention)) ||
  (isFinding && isInAWork(read, sentence, mention)) ||
  isJest(read, sentence, mention) ||
  ((kind !== 'plan' || read.segment.speaker === 'patient') && isErrand(read, sentence, mention));

/** "I can't feel the bladder": the clinician's hand, nobody's numbness. */
const EXAMINES =
  /^(?:i )?(?:ca ?n['o]?t|can't|cannot|can not|no) (?:really |actually )?(?:feel|hear|see|palpo|noto|oigo|veo)(?![\p{L}])/u;

/** "Any allergies, apart from the sulfa?" */
const APART_FROM =
  /(?:al+erg|anaphyla|anafila)[^.;?!]*(?<![\p{L}])(?:apart from|other than|besides|aside from|except(?: for)?|aparte de|ademas de|salvo|excepto|quitando)(?: (?:the|your|el|la|los|las|lo|lo de|su|sus|tu|tus))* $/u;

/** "With those headaches, have you noticed ...?": the finding is taken for granted, something else is asked. */
const GRANTED =
  /(?<![\p{L}])(?:with|along with|during|apart from|besides|con|durante|ademas de|aparte de) (?:this|that|these|those|your|es[aeo]s?|est[aeo]s?|sus?|tus?) (?:\p{L}+ )?$|(?<!sigues?|continuas?|estas?|andas?|va|vas|viene|vienes|que tal|como) con (?:la|el|las|los) $/u;
