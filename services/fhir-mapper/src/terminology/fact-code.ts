import type { Fact } from '@clinical/contracts';
import { byConcept, byPhrase } from './match.ts';
import type { PinnedCode } from './table.ts';

/**
 * The code of a fact: by its concept where code assigned one, else by its name or words as a whole phrase. A concept
 * that the tables do not have, or have for another use, stands as text alone: nothing nearer is searched for.
 */
export function factCode(fact: Fact, uses: readonly string[]): PinnedCode | undefined {
  if (fact.concept !== null) return byConcept(fact.concept, uses);
  return byPhrase(fact.name, uses) ?? byPhrase(fact.text, uses);
}
