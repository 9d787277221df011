import { allergiesIn, asksOfAllergies } from './allergies.ts';
import { attach } from './attach.ts';
import type { Candidate } from './candidate.ts';
import { link } from './exchange.ts';
import { candidatesOf, type Found, fromMention, type Reading } from './findings.ts';
import { settleHistory } from './history.ts';
import { measurementsIn } from './measurements.ts';
import { medicinesIn } from './medicines.ts';
import { openFindings, pointsBack } from './open-findings.ts';
import { plansIn } from './plans.ts';
import type { Line } from './reading.ts';
import { topicsOf } from './topics.ts';

export type AllCandidates = Candidate[];

const overlaps = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

/** Everything that the conversation tells, line by line, in its order. */
export function collect(lines: readonly Line[], child: boolean): AllCandidates {
  const reading: Reading = { lines, exchanges: link(lines), topics: topicsOf(lines, child) };
  const out: Candidate[] = [];
  const allergyUntil = new Map<number, boolean>();
  for (const [asked, answer] of reading.exchanges) {
    if (answer.kind !== 'no' && asksOfAllergies(lines[asked] as Line))
      for (const line of answer.rest.slice(0, 2)) allergyUntil.set(line.index, true);
  }
  for (const line of lines) {
    const measured = measurementsIn(line);
    const named = line.mentions
      .filter(
        (mention) => !measured.some((one) => overlaps(one.at, mention)) && !pointsBack(line, mention.from, mention.to),
      )
      .map(fromMention);
    const known = [...named.filter((one) => one.kind !== 'medication'), ...medicinesIn(line, named)];
    const found: Found[] = [...known, ...openFindings(line, known, reading)].toSorted((a, b) => a.from - b.from);
    const candidates = candidatesOf(line, found, reading);
    candidates.push(...allergiesIn(line, candidates));
    if (allergyUntil.has(line.index)) {
      for (const one of candidates) if (one.kind === 'medication' && one.assertion === 'present') one.kind = 'allergy';
    }
    const plans = plansIn(line, candidates);
    attach(line, candidates);
    settleHistory(line, candidates);
    out.push(...candidates, ...measured, ...plans);
  }
  return out;
}
