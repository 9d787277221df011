import type { ReadSegment, Span } from '../reading.ts';
import { answerOf } from './answers.ts';
import type { Look } from './look.ts';
import type { Observation, Observed } from './observed.ts';
import { isPresumed } from './presumed.ts';
import { answerTo } from './questions.ts';
import { replyAfter } from './replies.ts';
import { askedWithoutMark, deniedInList, deniedInOneBreath } from './run-on.ts';
import { tellsHow } from './tells-how.ts';
import { answersCool } from './warm.ts';

/** What was answered where the mention is asked after; null: nobody asks. */
export function asked(look: Look): Observation | null {
  const modality = answered(look);
  return modality === null ? null : { ...look.whose, modality };
}

function answered(look: Look): Observed | null {
  const { reading, read, sentence, mention, scope, medicine } = look;
  const byOther = look.asked && read.segment.speaker !== 'clinician';
  if (byOther && scope.polarity === 'affirmed' && isPresumed(look.before)) return 'affirmed';
  if (byOther && scope.polarity === 'hypothetical') return 'hypothetical';
  if (!look.asked && !askedWithoutMark(reading, read, sentence, mention)) return null;
  const answer = answerTo(reading, read, sentence, mention, medicine);
  const reply = replyAfter(reading, read, sentence);
  if (reply !== null && answersCool(read.folded.slice(mention.start, mention.end), reply.text)) return 'negated';
  if (look.kind === 'measurement' && answer !== 'unsure' && tellsHow(reading, read, sentence)) return 'affirmed';
  switch (answer) {
    case 'unanswered':
      return wonders(read, sentence, mention) ? 'possible' : 'unanswered';
    case 'past':
      return 'ended';
    case 'unsure':
      return 'possible';
    default:
      if (look.denies && answer === 'yes' && !saysYes(look)) return 'unanswered';
      if (answer === (look.denies ? 'yes' : 'no')) return 'negated';
      return scope.past ? 'historical' : 'affirmed';
  }
}

/** "¿Ves bien?" "Con ese, borroso.": that all is well wants a plain yes. */
function saysYes({ reading, read, sentence }: Look): boolean {
  const reply = replyAfter(reading, read, sentence);
  return reply !== null && answerOf(reply.text) === 'yes';
}

/** "Fever no" in one breath. */
export const deniedAtOnce = ({ read, sentence, mention, scope, whose }: Look): Observation | null =>
  scope.polarity === 'affirmed' && (deniedInOneBreath(read, sentence, mention) || deniedInList(read, sentence, mention))
    ? { ...whose, modality: 'negated' }
    : null;

/** "Dolor epigástrico; ¿pancreatitis?": in the midst of a note nobody is asked, the writer wonders. */
function wonders(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'unknown' || sentence.start === read.sentences[0]?.start) return false;
  const text = read.folded.slice(sentence.start, mention.start) + read.folded.slice(mention.end, sentence.end);
  const others = text.split(/[^\p{L}\p{N}]+/u).filter((said) => said !== '');
  return others.length <= 2 && text.trimEnd().endsWith('?');
}
