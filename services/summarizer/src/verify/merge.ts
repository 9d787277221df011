import type { Attributes, Evidence } from '@clinical/contracts';
import { tokensOfClaim } from './claims.ts';
import type { VerifiedFact } from './facts.ts';
import { needed } from './support.ts';
import { stem } from './words.ts';

/** "alergia a la penicilina" and "penicilina" are one allergy; a concept is one thing whatever its words. */
function identity(fact: VerifiedFact): string {
  if (fact.kind === 'allergy') return needed(fact.name, ['es', 'en']).join(' ');
  return (
    fact.concept ??
    tokensOfClaim(fact.name)
      .map((token) => stem(token.text))
      .join(' ')
  );
}

const sameEvidence = (a: Evidence, b: Evidence): boolean =>
  a.segment_id === b.segment_id && a.start === b.start && a.end === b.end;

/**
 * One fact for what was said of one thing in one way; evidence and attributes are joined, the first said wins. What was
 * both affirmed and denied of the patient is kept twice, and both are flagged `contradicted`.
 */
export function merge(facts: readonly VerifiedFact[]): { readonly facts: VerifiedFact[]; readonly index: number[] } {
  const out: VerifiedFact[] = [];
  const at = new Map<string, number>();
  const index = facts.map((fact) => {
    const key = JSON.stringify([
      fact.kind,
      identity(fact),
      fact.assertion,
      fact.experiencer,
      fact.relation,
      side(fact),
    ]);
    const known = at.get(key);
    if (known === undefined || !compatible(out[known]!, fact)) {
      at.set(key, out.length);
      return out.push(fact) - 1;
    }
    out[known] = join(out[known]!, fact);
    return known;
  });
  return withoutBareAllergies(flagContradictions(out), index);
}

/** "Allergies? To penicillin": the bare word says nothing beside the substance; its evidence goes with it. */
function withoutBareAllergies(
  facts: readonly VerifiedFact[],
  index: readonly number[],
): { facts: VerifiedFact[]; index: number[] } {
  const bare = (fact: VerifiedFact): boolean =>
    fact.kind === 'allergy' && /^(?:alerg\p{L}*|allerg\p{L}*)$/iu.test(fact.name.trim());
  const named = facts.findIndex((fact) => fact.kind === 'allergy' && fact.assertion === 'present' && !bare(fact));
  if (named < 0) return { facts: [...facts], index: [...index] };
  const kept = facts.flatMap((fact, i) => (bare(fact) && fact.assertion === 'present' ? [] : [i]));
  const moved = new Map(kept.map((from, to) => [from, to]));
  return { facts: kept.map((i) => facts[i]!), index: index.map((at) => moved.get(at) ?? moved.get(named)!) };
}

const side = (fact: VerifiedFact): string => fact.attributes.laterality ?? '';

/** Two doses or two readings are two facts. */
const DISTINCT: readonly (keyof Attributes)[] = ['dose', 'value'];
const compatible = (a: VerifiedFact, b: VerifiedFact): boolean =>
  DISTINCT.every(
    (name) => a.attributes[name] === null || b.attributes[name] === null || a.attributes[name] === b.attributes[name],
  ) &&
  (a.kind !== 'measurement' || a.attributes.value === b.attributes.value);

function join(a: VerifiedFact, b: VerifiedFact): VerifiedFact {
  const attributes = { ...a.attributes };
  for (const name of Object.keys(attributes) as (keyof Attributes)[]) attributes[name] ??= b.attributes[name];
  const evidence = [
    ...a.evidence,
    ...b.evidence.filter((one) => !a.evidence.some((other) => sameEvidence(one, other))),
  ];
  return { ...a, attributes, evidence, flags: [...new Set([...a.flags, ...b.flags])] };
}

/** A scan that was done and another that was not are no contradiction. */
const CONTRADICTABLE: ReadonlySet<string> = new Set(['symptom', 'condition', 'allergy', 'risk_factor', 'medication']);

function flagContradictions(facts: readonly VerifiedFact[]): VerifiedFact[] {
  const said = new Map<string, Set<string>>();
  const key = (fact: VerifiedFact): string =>
    JSON.stringify([fact.kind, identity(fact), side(fact), fact.attributes.body_site?.toLowerCase() ?? '']);
  const keys = facts.map(key);
  for (const [i, fact] of facts.entries()) {
    if (fact.experiencer === 'patient' && CONTRADICTABLE.has(fact.kind))
      said.set(keys[i]!, (said.get(keys[i]!) ?? new Set()).add(fact.assertion));
  }
  return facts.map((fact, i) => {
    const assertions = said.get(keys[i]!);
    const both =
      fact.experiencer === 'patient' &&
      CONTRADICTABLE.has(fact.kind) &&
      assertions?.has('present') &&
      assertions.has('negated');
    const party = fact.assertion === 'present' || fact.assertion === 'negated';
    return both && party ? { ...fact, flags: [...fact.flags, 'contradicted'] } : fact;
  });
}
