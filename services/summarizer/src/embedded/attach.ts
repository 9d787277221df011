import type { Attributes } from '@clinical/contracts';
import { asksHowBad } from './answers.ts';
import type { Said } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import { broughtOnBy, changesIn, qualityBefore } from './clauses.ts';
import { bareStrength, dosesIn } from './doses.ts';
import { effectIn } from './effects.ts';
import { type Grade, gradesIn } from './grades.ts';
import { amountIn } from './habits.ts';
import { amountsIn, isHabit } from './habits-es.ts';
import { type Line, wordAt } from './reading.ts';
import { siteOf } from './sites.ts';
import { timesIn } from './times.ts';

const MEDICINE = new Set<keyof Attributes>(['dose', 'route', 'frequency', 'duration', 'onset']);

function put(candidate: Candidate, said: Said): void {
  if (candidate.attributes[said.name] != null) return;
  candidate.attributes[said.name] = said.value;
  candidate.grounds.push({ line: candidate.at.line, from: said.from, to: said.to });
}

/** Words between two spans; negative when they overlap. */
function gap(candidate: Candidate, said: Said): number {
  return said.from >= candidate.at.to ? said.from - candidate.at.to : candidate.at.from - said.to;
}

const CUT = new Set([';', '.', 'pero', 'but', 'and', 'y', 'aunque', 'although']);

function cut(line: Line, candidate: Candidate, said: Said): boolean {
  const [from, to] = said.from >= candidate.at.to ? [candidate.at.to, said.from] : [said.to, candidate.at.from];
  for (let i = from; i < to; i += 1) if (CUT.has(wordAt(line, i))) return true;
  return false;
}

const nearest = (candidates: readonly Candidate[], said: Said): Candidate | null => {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    if (best === null || gap(candidate, said) < gap(best, said)) best = candidate;
  }
  return best;
};

/** `Una pastilla de nifedipino`: of the medicine that follows. */
const ofWhichIs = (line: Line, medicines: readonly Candidate[], { name, to }: Said): Candidate | undefined =>
  name === 'dose' && /^(de|of)$/.test(wordAt(line, to)) ? medicines.find(({ at }) => at.from === to + 1) : undefined;

/** `Paracetamol 1 gramo cada ocho horas si tiene fiebre`: how often goes with the medicine right before it. */
const dosed = (medicines: readonly Candidate[], said: Said): Candidate | null =>
  medicines.findLast(({ at }) => at.to <= said.from && said.from - at.to <= DOSE_REACH) ?? null;
const DOSE_REACH = 5;

/**
 * Gives each finding of one line what is said of it. Time goes to all findings of a list that it follows ("fever and
 * cough for three days"), grades to the finding beside them, doses to the medicine before them.
 */
export function attach(line: Line, candidates: readonly Candidate[]): void {
  if (candidates.length === 0) return;
  const findings = candidates.filter((c) => c.kind === 'symptom' || c.kind === 'condition');
  const medicines = candidates.filter(
    (c) => c.kind === 'medication' || (c.kind === 'plan' && c.term?.kind === 'medication'),
  );
  const procedures = candidates.filter((c) => c.kind === 'procedure' && !medicines.includes(c));
  for (const finding of findings) {
    for (const said of siteOf(line, finding.at.from, finding.at.to)) {
      put(finding, said);
      if (said.from === finding.textTo) finding.textTo = said.to;
      if (said.to === finding.textFrom) finding.textFrom = said.from;
    }
  }

  const changed = line.question ? [] : changes(line, findings, medicines);
  for (const time of timesIn(line)) {
    const near =
      (time.name === 'frequency' ? dosed(medicines, time) : null) ??
      nearest([...findings, ...medicines, ...procedures], time);
    if (near === null) continue;
    if (near.kind === 'medication' || near.kind === 'plan' || near.kind === 'procedure') {
      if (near.kind !== 'procedure' && /^at /i.test(time.value)) continue;
      if (MEDICINE.has(time.name)) put(near, time);
      continue;
    }
    if (near.assertion === 'negated') continue;
    put(near, time);
    for (const other of findings) {
      if (other === near || other.assertion !== near.assertion || time.from < other.at.to) continue;
      if (listed(line, other, near)) put(other, time);
    }
  }
  if (!asksHowBad(line)) for (const grade of gradesIn(line)) gradeOne(line, findings, grade);
  for (const one of medicines) {
    const strength = bareStrength(line, one.at.to);
    if (strength !== null) put(one, strength);
  }
  for (const dose of dosesIn(line)) {
    if (changed.some((one) => one.from < dose.to && one.to > dose.from)) continue;
    const before = medicines.filter((m) => m.at.from < dose.from);
    const owner =
      ofWhichIs(line, medicines, dose) ??
      before.at(-1) ??
      (dose.name === 'dose' ? (medicines.find((m) => m.at.from - dose.to <= 2) ?? null) : null);
    if (owner !== null && owner !== undefined && gap(owner, dose) <= 12) put(owner, dose);
    else if (dose.name === 'frequency' && medicines.length === 0) {
      const near = nearest(findings, dose);
      if (near !== null && near.assertion === 'present' && gap(near, dose) <= 8) put(near, dose);
    }
  }
  const amount = candidates.some(({ kind }) => kind === 'risk_factor') ? amountIn(line) : null;
  if (amount !== null)
    for (const one of candidates) if (one.kind === 'risk_factor' && one.assertion !== 'negated') put(one, amount);
  for (const one of candidates) if (isHabit(one)) for (const amount of amountsIn(line)) put(one, amount);
  for (const hit of line.words) {
    if (hit.as !== 'trend' || isLikewise(line, hit) || isOfTheSame(line, hit)) continue;
    const said: Said = {
      name: 'trend',
      value: line.segment.text.slice(line.tokens[hit.from]!.start, line.tokens[hit.to - 1]!.end),
      from: hit.from,
      to: hit.to,
    };
    const near = nearest(findings, said);
    if (near !== null && near.assertion === 'present' && gap(near, said) <= 6 && !cut(line, near, said))
      put(near, said);
  }
}

/** `Me levanto cansada igual`: all the same, no course. */
const isLikewise = (line: Line, { from, to }: { from: number; to: number }): boolean =>
  to === from + 1 &&
  wordAt(line, from) === 'igual' &&
  !/^(sigue|siguen|sigo|esta|estan|estoy|menos|va|van|muy|todo|,|)$/.test(wordAt(line, from - 1));

/** `The same pain`: no course. */
const isOfTheSame = (line: Line, { to }: { to: number }): boolean =>
  wordAt(line, to - 1) === 'same' &&
  line.tokens[to]?.kind === 'word' &&
  !/^(?:as|for|since|but|and|or|now|really|all|throughout|every|today|i|it|so|if|when|with|in|at|on|pretty|still|level)$/.test(
    wordAt(line, to),
  );

/** What brings the findings of a line on or eases them, what they are like, and what its medicines did. */
function changes(line: Line, findings: readonly Candidate[], medicines: readonly Candidate[]): readonly Said[] {
  const told = changesIn(line);
  for (const change of told) {
    const near = nearest(findings, change);
    const itself = near !== null && near.at.from >= change.from && near.at.to <= change.to;
    if (near?.assertion === 'present' && !itself) put(near, change);
  }
  for (const [k, one] of findings.entries()) {
    if ((one.assertion !== 'present' && one.assertion !== 'historical') || one.kind !== 'symptom') continue;
    const quality = qualityBefore(line, one.at.from);
    if (quality !== null) put(one, quality);
    const on = k === findings.length - 1 ? broughtOnBy(line, one.at.to) : null;
    if (on !== null) put(one, on);
  }
  for (const [k, one] of medicines.entries()) {
    const effect = effectIn(line, one.at.to);
    if (effect !== null && effect.from < (medicines[k + 1]?.at.from ?? line.to)) put(one, effect);
  }
  return told;
}

function gradeOne(line: Line, findings: readonly Candidate[], grade: Grade): void {
  const near = nearest(findings, grade);
  if (near === null || near.assertion === 'negated') return;
  if (grade.free ? gap(near, grade) > 14 : gap(near, grade) > 3 || cut(line, near, grade)) return;
  if (!grade.free && near.kind === 'condition' && gap(near, grade) > 1) return;
  put(near, grade);
}

/** Between two findings stands nothing but commas, `and`, articles: one list. */
function listed(line: Line, first: Candidate, last: Candidate): boolean {
  const [from, to] = first.at.from < last.at.from ? [first.at.to, last.at.from] : [last.at.to, first.at.from];
  for (let i = from; i < to; i += 1) {
    if (!/^(,|and|y|e|with|con|some|a|the|un|una|el|la|mucha|mucho|also|tambien|de|my)$/.test(wordAt(line, i)))
      return false;
  }
  return true;
}
