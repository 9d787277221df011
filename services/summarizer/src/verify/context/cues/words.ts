/**
 * The scope rules of verification, as data: phrases in folded text (no case, no accents). They are deliberately not the
 * trigger tables that the embedded engine reads: two independent readings have to agree before a fact is published.
 */
export const word = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');

/** Anchored to what follows a mention directly. */
export const next = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
