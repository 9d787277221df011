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

/** Not global: to be tested or executed on its own, once a text; no sieve stands before it. */
export const whole = (list: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'u');

/** As `whole`, but the end of a contraction is no word: the `d` of "you'd". */
export const uncontracted = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'])(?:${list})(?![\\p{L}\\p{N}])`, 'u');

/** Anchored to what follows a mention directly. */
export const next = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
