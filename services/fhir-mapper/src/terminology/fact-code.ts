import type { Fact } from '@clinical/contracts';
import { byConcept, byFolded, byPhrase, fold } from './match.ts';
import type { PinnedCode } from './table.ts';

const names = new WeakMap<Fact, string>();

/** A fact's name as matching sees it; asked for many times, folded once. */
export function foldedName(fact: Fact): string {
  let folded = names.get(fact);
  if (folded === undefined) {
    folded = fold(fact.name);
    names.set(fact, folded);
  }
  return folded;
}

/**
 * The code of a fact: by its concept where code assigned one, else by its name or words as a whole phrase. A concept
 * that the tables do not have, or have for another use, stands as text alone: nothing nearer is searched for.
 */
export function factCode(fact: Fact, uses: readonly string[]): PinnedCode | undefined {
  if (fact.concept !== null) return byConcept(fact.concept, uses);
  const byName = byFolded(foldedName(fact), uses);
  return byName ?? (fact.text === fact.name ? undefined : byPhrase(fact.text, uses));
}
