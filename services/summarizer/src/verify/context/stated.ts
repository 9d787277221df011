import { isAmended } from './amended.ts';
import { isEchoed } from './echoed.ts';
import { isFeared } from './fears.ts';
import { saidLater, toldOver } from './later.ts';
import { isLicensed } from './licence.ts';
import { isListed } from './listed.ts';
import type { Look } from './look.ts';
import { isMisheard } from './misheard.ts';
import type { Observation, Observed } from './observed.ts';
import { isPrinted } from './printed.ts';
import { isReaction } from './reactions.ts';
import { rejoinderTo } from './rejoinders.ts';
import { isStruck } from './struck.ts';
import { isSuggested } from './suggested.ts';
import { isSupposed } from './supposed.ts';
import { isOfATimeTold } from './times-told.ts';
import { contradictedNext, takenBack } from './undone.ts';
import { isCool } from './warm.ts';

/** What a statement about a mention says: denied, supposed, taken back, over, hedged, or so. */
export const stated = (look: Look): Observation => ({ ...look.whose, modality: saidOf(look) });

function saidOf(look: Look): Observed {
  const { reading, read, sentence, mention, kind, scope, tested, medicine, drug } = look;
  if (scope.polarity === 'negated') return scope.past ? 'ended' : 'negated';
  if (isSupposed(reading, read, sentence, mention, medicine) || isPrinted(read, sentence, mention))
    return 'hypothetical';
  if (medicine && isSuggested(read, sentence, mention)) return 'hypothetical';
  if (isRetracted(look)) return 'retracted';
  if (look.isSuffered && !drug && isEchoed(reading, read, sentence)) return 'hypothetical';
  const listed = look.isSuffered && !drug ? isListed(read, sentence, mention) : null;
  if (listed !== null) return listed === 'warning' ? 'hypothetical' : 'possible';
  const later = drug || kind === 'plan' ? null : laterOf(look);
  if (later === 'never') return 'negated';
  if (tested && look.whose.whose === 'patient' && scope.polarity === 'affirmed') {
    const feared = isFeared(reading, read, sentence, mention);
    if (feared !== null) return feared;
  }
  if (scope.polarity !== 'affirmed') return scope.polarity;
  if (later === 'ended' || (look.isFinding && rejoinderTo(reading, read, sentence, mention) === 'ended'))
    return 'ended';
  if ((kind === 'symptom' || kind === 'condition') && isReaction(reading, read, sentence, mention)) return 'historical';
  if (isCool(look.read.folded, sentence, mention)) return 'negated';
  if (look.whole.deniedNext || (!look.whole.asks && contradictedNext(reading, read, sentence, mention)))
    return 'negated';
  if (isHedged(look)) return 'possible';
  if (isOfATimeTold(look)) return 'historical';
  if (look.isFinding && kind !== 'medication' && look.whose.whose === 'patient')
    if (!isLicensed(reading, read, sentence, mention)) return 'possible';
  return scope.past || HABIT_OF_OLD.test(read.folded.slice(mention.start, mention.end)) ? 'historical' : 'affirmed';
}

const laterOf = ({ reading, read, sentence, mention, tested, whole }: Look): ReturnType<typeof saidLater> =>
  saidLater(read, sentence, mention, tested) ?? (whole.asks ? null : toldOver(reading, read, sentence));

const isRetracted = ({ reading, read, sentence, mention }: Look): boolean =>
  isAmended(read, mention) ||
  takenBack(reading, read, sentence, mention) ||
  isStruck(read, mention) ||
  BROKEN_OFF.test(read.folded.slice(mention.end, mention.end + 40)) ||
  BETTER_NOT.test(read.folded.slice(mention.end, mention.end + 60)) ||
  isMisheard(reading, read, sentence, mention);

const isHedged = ({ read, mention, isFinding, before }: Look): boolean =>
  (isFinding && LOOKED_UP.test(before)) ||
  PUT_AS_A_QUESTION.test(read.folded.slice(0, mention.start)) ||
  (isFinding && NEARLY.test(before)) ||
  TONGUE_IN_CHEEK.test(read.folded.slice(mention.end));

/** "I googled it, so obviously I've got ...": what the search said. */
const LOOKED_UP =
  /(?<![\p{L}])(?:segun|according to) (?:el |la |the |lo que dice (?:el )?)?(?:internet|google|doctor google|dr google|chatgpt|la ia|tiktok)(?![\p{L}])[^.;?!]*$|(?<![\p{L}])(?:google\p{L}*|looked it up|chatgpt|internet|busque|mire en)(?![\p{L}])[^.;?!]*(?<![\p{L}])(?:so|which means|apparently|asi que|o sea que|segun)(?![\p{L}])[^.;?!]*$/u;

/** "Fumaba": its own tense says that it was. */
const HABIT_OF_OLD = /^(?:yo )?(?:fumaba|bebia)$/;

/** "Le voy a mandar ibuprofeno. No, mejor no." */
const BETTER_NOT =
  /^[^.?!…]{0,25}[.…]+\s*(?:no,? mejor no|mejor no|(?:no,? )?on second thoughts?,? (?:no|not)|pensandolo bien,? no)(?![\p{L}])/u;

/** "Me da tos la... no, ninguno." */
const BROKEN_OFF = /^[^.?!…]{0,12}(?:\.{2,}|…)\s*no,/;
/** `?PE`: a mark before the word, as notes put what is thought of. */
const PUT_AS_A_QUESTION = /(?:^|[\s:,;(/])\?\s?(?:an? )?$/;
/** "Raging alcoholic, me." */
const TONGUE_IN_CHEEK = /^, me\s*(?:[.!]|$)/;
/** "Casi me caigo", "I nearly fainted": it did not come to it. */
const NEARLY = /(?<![\p{L}])(?:(?:casi|por poco)(?: me| se| le)?|almost|nearly)\s+$/u;
