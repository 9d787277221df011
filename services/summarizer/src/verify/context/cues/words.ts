import { enlist } from './sieve.ts';

/**
 * The scope rules of verification, as data: phrases in folded text (no case, no accents). They are deliberately not the
 * trigger tables that the embedded engine reads: two independent readings have to agree before a fact is published.
 */
export function word(list: string): RegExp {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'gu');
  enlist(pattern, list);
  return pattern;
}

/** Anchored to what follows a mention directly. */
export const next = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
