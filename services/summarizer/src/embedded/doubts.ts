import type { Candidate } from './candidate.ts';
import { type Line, textBetween, textOf, wordAt } from './reading.ts';

const VACCINE = /^(vaccin|vacun|immuni|inmuni|prophyla|profila|prevent|preventiv|booster|shots?$)/;
const WORRY =
  /^(worr|afraid|scared|fear|miedo|preocup|asust|temo|googl|internet|read$|heard$|mention|leido|oido$|mencion|article|news)/;
/** `It is osteoporosis, I'm afraid`: no fear, regret. */
const REGRETS = /, i 'm afraid [.!]? ?$/;
const ABOUT_PATIENT =
  /^(you|your|he|she|his|her|patient|paciente|usted|su|sus|tiene|tienes|tenes|padece|sufre|presenta|has|have|had|history|antecedentes?|historial|diagnos\w*|known|esta|le|i|we|this|is|es|consistent|sees|shows?)$/;

/** `What are you most worried about?`, `what did you think it was?`: the reply names a fear or a belief. */
const ASKS_FEAR =
  /\b(worr(y|ied|ies|ying)|concern(s|ed)?|afraid|scared|fears?|frightened|(in|on|through|back of) your (mind|head)|(any|your) (thoughts|ideas)|(did|do) you think|you thought|preocup\w+|miedo|temor|asust\w+|(cree|crees|piensa|pensaba|penso) que|por la cabeza)\b/;
/** `It's a small nail infection`: shown to who has it. */
const POINTS_AT = /\b(?:it|that|this|there|here) 's (?:just |only |probably_ )?(?:an? |your |some )?(?:\w+ ){0,3}$/;
const HAS =
  /\b(i have|i 've (got|had)|i had|diagnosed|because of|with (my|the)|tengo|tuve|padezco|diagnosticaron|por (mi|la|el)|con (mi|la|el)) (\w+ ){0,2}$/;
const TO_COME = /\b(i 'm|i am|me) (gon na|gonna|going to|vaya a) (have|get|die|end|develop|dar)\b/;
const GUESSED =
  /\bi (just |first )?(thought|wondered|figured|reckoned|assumed) (it |that |this |maybe |about |of |was |might |could |be |i |had |have |got |just |if )*(an? |the )?(\w+ )?$|\bpense (que )?(era |en |seria )?(un |una )?(\w+ )?$/;

const JOKE = /^(kidding|joking|joke|sarcasm|broma|bromeo|bromeando|chiste)$/;
const WOULD = /^('d|would|moriria|daria|tendria|seria)$/;

/** `I'd die of a heart attack if I saw the bill`. */
function supposed(line: Line, one: Candidate): boolean {
  let would = false;
  for (let i = line.from; i < one.at.from; i += 1) would ||= WOULD.test(wordAt(line, i));
  for (let i = one.at.to; would && i < line.to; i += 1) if (/^(if|si)$/.test(wordAt(line, i))) return true;
  return false;
}

/** `It's scurvy, only joking`: what stands before the word was not meant; what follows it is. */
function inJest(line: Line, one: Candidate): boolean {
  for (let i = one.at.to; i < line.to; i += 1) if (JOKE.test(wordAt(line, i))) return true;
  return false;
}

const some = (line: Line, test: RegExp): boolean => {
  for (let i = line.from; i < line.to; i += 1) if (test.test(wordAt(line, i))) return true;
  return false;
};

/** Whether a condition named in talk is told of the patient at all, or only comes up: as a worry, a vaccine, an echo. */
export function settleDoubts(line: Line, candidates: readonly Candidate[], asked: Line | null): void {
  if (line.segment.speaker === 'unknown') return;
  const feared = asked !== null && ASKS_FEAR.test(textOf(asked));
  for (const one of candidates) {
    if (one.assertion === 'present' && (inJest(line, one) || supposed(line, one))) one.assertion = 'hypothetical';
    if (one.kind !== 'condition' || one.assertion !== 'present' || one.experiencer !== 'patient') continue;
    const before = textBetween(line, line.from, one.at.from);
    if (some(line, VACCINE) || TO_COME.test(before)) one.assertion = 'hypothetical';
    else if ((feared || GUESSED.test(before)) && !HAS.test(before)) one.assertion = 'possible';
    else if (some(line, WORRY) && !REGRETS.test(textOf(line))) one.assertion = 'possible';
    else if (
      line.segment.speaker === 'clinician' &&
      one.term?.course == null &&
      !some(line, ABOUT_PATIENT) &&
      !POINTS_AT.test(before)
    )
      one.assertion = 'possible';
    else if (one.at.to - one.at.from >= wordsIn(line) && one.grounds.length === 0 && one.term?.course == null)
      one.assertion = 'possible';
  }
}

const wordsIn = (line: Line): number => {
  let count = 0;
  for (let i = line.from; i < line.to; i += 1) if (line.tokens[i]?.kind !== 'mark') count += 1;
  return count;
};
