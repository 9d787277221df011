import type { Candidate } from './candidate.ts';
import { type Line, textOf } from './reading.ts';

const MANY = /people|patients|folk|anyone|everyone|men$|gente|personas|pacientes/i;
/** Lines after the general one in which the patient's own taking is told. */
const SOON = 2;
const TAKES_IT =
  /\b(?:you 've been|you have been|you 're|you are|you 've) (?:(?:still|already|now|just|only) )*(?:taking|on|using|had|started on|having) (?:it|that|this|one|them|those)\b(?! if)/;

/** `Some people on amlodipine get ... You've been taking it for a month`: what is said of many is taken by this one too. */
export function settleTaking(line: Line, candidates: readonly Candidate[], lines: readonly Line[]): void {
  if (line.segment.speaker !== 'clinician') return;
  for (const one of candidates) {
    const ofMany = one.experiencer === 'other' && MANY.test(one.relation ?? '');
    if (one.kind !== 'medication' || !(ofMany || one.assertion === 'hypothetical')) continue;
    const next = lines
      .slice(line.index + 1, line.index + 1 + SOON)
      .find((later) => later.segment === line.segment && TAKES_IT.test(textOf(later)));
    if (next === undefined || next.mentions.some(({ term }) => term.kind === 'medication')) continue;
    one.assertion = 'present';
    one.experiencer = 'patient';
    one.relation = null;
    one.grounds.splice(0, one.grounds.length, { line: next, from: next.from, to: next.to });
  }
}
