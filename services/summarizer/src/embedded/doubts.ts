import type { Candidate } from './candidate.ts';
import { type Line, wordAt } from './reading.ts';

const VACCINE = /^(vaccin|vacun|immuni|inmuni|prophyla|profila|prevent|preventiv|booster|shots?$)/;
const WORRY =
  /^(worr|afraid|scared|fear|miedo|preocup|asust|temo|googl|internet|read$|heard$|mention|leido|oido$|mencion|article|news)/;
const ABOUT_PATIENT =
  /^(you|your|he|she|his|her|patient|paciente|usted|su|sus|tiene|tienes|padece|sufre|presenta|has|have|had|history|antecedentes?|historial|diagnos\w*|known|esta|le|i|we|this|is|es|consistent|sees|shows?)$/;

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
export function settleDoubts(line: Line, candidates: readonly Candidate[]): void {
  if (line.segment.speaker === 'unknown') return;
  for (const one of candidates) {
    if (one.assertion === 'present' && (inJest(line, one) || supposed(line, one))) one.assertion = 'hypothetical';
    if (one.kind !== 'condition' || one.assertion !== 'present' || one.experiencer !== 'patient') continue;
    if (some(line, VACCINE)) one.assertion = 'hypothetical';
    else if (some(line, WORRY)) one.assertion = 'possible';
    else if (line.segment.speaker === 'clinician' && one.term?.course == null && !some(line, ABOUT_PATIENT))
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
