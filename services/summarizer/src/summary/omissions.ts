import type { FactKind, PossibleOmission } from '@clinical/contracts';
import type { Steps } from '../steps.ts';
import { observe } from '../verify/context/observe.ts';
import type { VerifiedFact } from '../verify/facts.ts';
import type { Reading, Span } from '../verify/reading.ts';
import { termOfFact } from './history.ts';

const LOOKED_FOR: ReadonlySet<FactKind> = new Set(['medication', 'allergy', 'symptom', 'condition', 'risk_factor']);
/** What a reader would miss: said of the patient, and neither denied nor imagined. */
const TOLD = new Set(['affirmed', 'possible', 'historical', 'ended']);

/**
 * A second pass over what was said: medications, allergies, symptoms, conditions and risks of the tables that no fact
 * covers, by its evidence or by its concept. Each concept once, at its first place.
 */
export function* possibleOmissions(reading: Reading, facts: readonly VerifiedFact[]): Steps<PossibleOmission[]> {
  const known = new Set<string>();
  for (const fact of facts) {
    if (fact.concept !== null) known.add(fact.concept);
    const term = termOfFact(fact);
    if (term !== null) known.add(term.key);
  }
  const allergies = facts.some(({ kind }) => kind === 'allergy');
  const covers = coveringSpans(facts);
  const out: PossibleOmission[] = [];
  for (const read of reading.segments) {
    yield;
    const covered = walkOver(covers.get(read.segment.id) ?? []);
    for (const found of read.terms()) {
      const { term } = found;
      if (!LOOKED_FOR.has(term.kind as FactKind) || term.absent || known.has(term.key)) continue;
      if (term.concept !== null && known.has(term.concept)) continue;
      if (covered(found) || (term.kind === 'allergy' && allergies)) continue;
      yield;
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

/** Evidence that a fact's words fill, by segment and in its order: what lies within it has been told. */
function coveringSpans(facts: readonly VerifiedFact[]): Map<string, Span[]> {
  const out = new Map<string, Span[]>();
  for (const { evidence, text } of facts) {
    for (const { segment_id, quote, start, end } of evidence) {
      if (text.length < quote.length * 0.6) continue;
      const spans = out.get(segment_id) ?? [];
      spans.push({ start, end });
      out.set(segment_id, spans);
    }
  }
  for (const spans of out.values()) spans.sort((a, b) => a.start - b.start);
  return out;
}

/** Whether a span lies within one of the ordered spans; asked from the segment's beginning to its end, without going back. */
function walkOver(spans: readonly Span[]): (found: Span) => boolean {
  let next = 0;
  let end = -1;
  return (found) => {
    for (; next < spans.length && spans[next]!.start <= found.start; next += 1) end = Math.max(end, spans[next]!.end);
    return end >= found.end;
  };
}
