import type { Said } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import type { Answer } from './classify.ts';
import { dosesIn } from './doses.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';
import { timesIn } from './times.ts';

/** Tobacco and alcohol as the patient takes or took them. */
export const isHabit = ({ kind, assertion, term }: Candidate): boolean =>
  kind === 'risk_factor' &&
  (assertion === 'present' || assertion === 'historical') &&
  /^(smoking|ex_smoker|alcohol_use)$/.test(term?.key ?? '');

const PACK = /^(paquetes?|cajetillas?)$/;

/** `Quince al día`, `media cajetilla`, `desde los dieciséis`: how much of it, and since when. */
export function amountsIn(line: Line): Said[] {
  if (!spanish(line)) return [];
  const out: Said[] = dosesIn(line).filter(({ name }) => name === 'frequency');
  for (let i = line.from + 1; i < line.to && out.length === 0; i += 1) {
    const counts =
      /^(un|una|medio|media)$/.test(wordAt(line, i - 1)) ||
      line.words.some((hit) => hit.as === 'number' && hit.to === i);
    if (PACK.test(wordAt(line, i)) && counts)
      out.push({ name: 'frequency', value: said(line, i - 1, i + 1), from: i - 1, to: i + 1 });
  }
  out.push(...timesIn(line).filter(({ name }) => name === 'onset' || name === 'duration'));
  for (let i = line.from; i < line.to - 2; i += 1) {
    const age = line.words.find((hit) => hit.as === 'number' && hit.from === i + 2);
    if (wordAt(line, i) === 'desde' && /^(los|las)$/.test(wordAt(line, i + 1)) && age !== undefined)
      out.push({ name: 'onset', value: said(line, i, age.to), from: i, to: age.to });
  }
  return out;
}

/** Gives a habit that was asked after the amounts of its answer. */
export function tellAmounts(habit: Candidate, answer: Answer): void {
  for (const line of answer.rest.slice(0, 2))
    for (const one of line.question ? [] : amountsIn(line)) {
      if (habit.attributes[one.name] != null) continue;
      habit.attributes[one.name] = one.value;
      habit.grounds.push({ line, from: one.from, to: one.to });
    }
}

/** `Fumaba dos paquetes`: once, whatever the amount. */
export function settleHabit(one: Candidate): void {
  const { line, from, to } = one.at;
  if (
    isHabit(one) &&
    to - from === 1 &&
    /^(fumaba|fumabamos|bebia|fume)$/.test(wordAt(line, from)) &&
    one.assertion === 'present'
  )
    one.assertion = 'historical';
}
