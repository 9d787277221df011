import { type Fact, uuidV5 } from '@clinical/contracts';
import type { WrittenResource } from './resource-types.ts';
import { foldedName } from './terminology/fact-code.ts';
import { fold } from './terminology/match.ts';

/** Identity of a resource: version 5 UUID of the job, the kind of resource and what it is about. */
export const resourceId = (jobId: string, resource: WrittenResource, ...content: string[]): string =>
  uuidV5('fhir', jobId, resource, ...content);

/** What a fact is about, whoever says it and however: a correction of the assertion keeps the identity. */
const topic = (fact: Fact): string[] => [
  fact.kind,
  fact.concept ?? (foldedName(fact) || fold(fact.text)),
  fact.experiencer === 'family' || fact.assertion === 'family' ? fold(fact.relation ?? 'family') : fact.experiencer,
];

/** Everything that a fact says, for those that share a topic. */
const content = (fact: Fact): string[] => [
  fact.assertion,
  JSON.stringify(Object.entries(fact.attributes).sort()),
  JSON.stringify(fact.evidence.map((e) => [e.segment_id, e.start, e.end, e.quote])),
  fact.text,
];

/**
 * Gives each fact its identity content. Two blood pressures of one visit are told apart by what they say; a topic that
 * occurs once is its own identity. Facts that say exactly the same are one. The order of the facts decides nothing.
 *
 *   [headache present, fever denied] -> headache: [symptom, headache, patient], fever: [symptom, fever, patient]
 *   [120/80, 135/85]                 -> [measurement, bp, patient, present, "120/80" ...], [... "135/85" ...]
 */
export function identities(facts: readonly Fact[]): Map<Fact, string[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = JSON.stringify(topic(fact));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [fact]);
    else group.push(fact);
  }
  const out = new Map<Fact, string[]>();
  for (const group of groups.values()) {
    if (group.length === 1) {
      out.set(group[0]!, topic(group[0]!));
      continue;
    }
    const distinct = new Map(group.map((fact) => [JSON.stringify(content(fact)), fact]));
    for (const fact of distinct.values()) {
      out.set(fact, distinct.size === 1 ? topic(fact) : [...topic(fact), ...content(fact)]);
    }
  }
  return out;
}
