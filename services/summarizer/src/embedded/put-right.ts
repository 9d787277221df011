import type { Candidate } from './candidate.ts';
import type { Answer } from './classify.ts';
import { withoutSide } from './corrections.ts';
import { type Line, said, wordAt } from './reading.ts';

const BEFORE_IT =
  /^(?:[,.…¿¡-]|no|ay|uy|ah|oh|eh|well|pues|bueno|perdon|sorry|actually|es|era|son|esta|it|'s|they|'re|en|in|on|de|al|del|a|the|el|la|los|las|my|mi|lado|side|ojo|oido|pie|pierna|brazo|mano|pecho|rodilla|hombro|cadera|doctor|doctora)$/;
const DENIES = /^(?:no|tampoco|ni|nada|not|neither)$/;
const TIME =
  /^(?:ano|anos|mes|meses|semana|semanas|dia|dias|vez|veces|year|years|month|months|week|weeks|day|days|times)$/;
const UNIT =
  /^(?:microgramos?|miligramos?|mililitros?|micrograms?|milligrams?|millilitres?|milliliters?|mg|mcg|ml|gramos?|grams?|gotas|drops|unidades|units|puffs|comprimidos?|pastillas?|tablets?|capsulas?)$/;

/** Token of an answer at which it says something, after its first small words. */
function firstWord(line: Line): number {
  let i = line.from;
  while (i < line.to && BEFORE_IT.test(wordAt(line, i))) i += 1;
  return i;
}

const left = (word: string): boolean => /^(izq|left)/.test(word);

interface PutRight {
  /** The side that is meant, in the answer; null: an amount is put right. */
  readonly side: { from: number; to: number } | null;
}

/** `¿En el derecho?` `En el izquierdo`, `¿75 miligramos?` `No, microgramos`: a side or an amount is put right, the thing stands. */
export function putsRight(asked: Line, answer: Answer, medicine: boolean): PutRight | null {
  const { line } = answer;
  const at = firstWord(line);
  const side = line.words.find((hit) => hit.as === 'laterality' && hit.from === at);
  const sides = asked.words.filter((hit) => hit.as === 'laterality');
  if (side !== undefined && sides.length === 1) {
    const next = wordAt(line, side.to) === ',' ? side.to + 1 : side.to;
    if (DENIES.test(wordAt(line, next))) return null;
    return left(wordAt(line, side.from)) === left(wordAt(asked, sides[0]!.from)) ? null : { side };
  }
  if (!medicine || answer.kind !== 'no') return null;
  const number = line.tokens[at]?.kind === 'number' && at < line.to;
  const unit = UNIT.test(wordAt(line, at)) || (number && UNIT.test(wordAt(line, at + 1)));
  const amount = asked.tokens
    .slice(asked.from, asked.to)
    .some(({ kind, text }) => kind === 'number' || UNIT.test(text));
  return amount && (unit || number) && !TIME.test(wordAt(line, at + 1)) ? { side: null } : null;
}

/** Takes out of a finding what the answer put right, and puts in what was meant. */
export function correctByAnswer(one: Candidate, answer: Answer): void {
  const right = putsRight(one.at.line, answer, one.kind === 'medication');
  if (right === null) return;
  if (right.side === null) delete one.attributes.dose;
  else {
    withoutSide(one);
    one.attributes.laterality = said(answer.line, right.side.from, right.side.to);
  }
}
