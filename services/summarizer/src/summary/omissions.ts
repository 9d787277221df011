import type { FactKind, PossibleOmission } from '@clinical/contracts';
import { observe } from '../verify/context/observe.ts';
import type { VerifiedFact } from '../verify/facts.ts';
import type { Reading, ReadSegment, ReadTerm } from '../verify/reading.ts';
import { termOfFact } from './history.ts';

const LOOKED_FOR: ReadonlySet<FactKind> = new Set(['medication', 'allergy', 'symptom', 'condition', 'risk_factor']);
/** What a reader would miss: said of the patient, and neither denied nor imagined. */
const TOLD = new Set(['affirmed', 'possible', 'historical', 'ended']);

/**
 * A second pass over what was said: medications, allergies, symptoms, conditions and risks of the tables that no fact
 * covers, by its evidence or by its concept. Each concept once, at its first place.
 */
export function possibleOmissions(reading: Reading, facts: readonly VerifiedFact[]): PossibleOmission[] {
  const known = new Set<string>();
  for (const fact of facts) {
    if (fact.concept !== null) known.add(fact.concept);
    const term = termOfFact(fact);
    if (term !== null) known.add(term.key);
  }
  const out: PossibleOmission[] = [];
  for (const read of reading.segments) {
    for (const found of read.terms()) {
      const { term } = found;
      if (!LOOKED_FOR.has(term.kind as FactKind) || term.absent || known.has(term.key)) continue;
      if (term.concept !== null && known.has(term.concept)) continue;
      if (covered(read, found, facts)) continue;
      if (term.kind === 'allergy' && facts.some(({ kind }) => kind === 'allergy')) continue;
      const { modality, whose } = observe(reading, read, found, term.kind as FactKind);
      if (whose !== 'patient' || !TOLD.has(modality)) continue;
      known.add(term.key);
      const quote = read.segment.text.slice(found.start, found.end);
      const evidence = [{ segment_id: read.segment.id, quote, start: found.start, end: found.end }];
      out.push({ kind: term.kind as FactKind, text: quote, evidence });
    }
  }
  return out;
}

const covered = (read: ReadSegment, found: ReadTerm, facts: readonly VerifiedFact[]): boolean =>
  facts.some(({ evidence, text }) =>
    evidence.some(
      (one) =>
        one.segment_id === read.segment.id &&
        one.start <= found.start &&
        one.end >= found.end &&
        text.length >= one.quote.length * 0.6,
    ),
  );
