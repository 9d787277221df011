import type { Heard } from './heard.ts';

export type Side = 'left' | 'right' | 'both';

const SIDES: Readonly<Record<string, Side>> = {
  left: 'left',
  izquierdo: 'left',
  izquierda: 'left',
  izquierdos: 'left',
  izquierdas: 'left',
  izdo: 'left',
  izda: 'left',
  izq: 'left',
  right: 'right',
  derecho: 'right',
  derecha: 'right',
  derechos: 'right',
  derechas: 'right',
  dcho: 'right',
  dcha: 'right',
  der: 'right',
  both: 'both',
  bilateral: 'both',
  bilaterally: 'both',
  bilaterales: 'both',
  ambos: 'both',
  ambas: 'both',
};

const BY_WORD = new Map(Object.entries(SIDES));

export const sideOf = (word: string): Side | null => BY_WORD.get(word) ?? null;

/** "right" is as often a word of assent, of time or of place as it is a side. */
const NOT_A_SIDE_AFTER = new Set([
  'now',
  'away',
  'here',
  'there',
  'after',
  'before',
  ',',
  '?',
  '.',
  '!',
  'so',
  'and',
  'okay',
  'i',
  'we',
]);

/** "I left work", "have left it": the verb. */
const LEFT_BEHIND = /^(?:the|my|it|him|her|for|a|an|work|home|school|before|after|when|because|[.,;?!])$/;

/** Sides that a claim names, outright. */
export const claimedSides = (tokens: readonly { readonly text: string }[]): Side[] =>
  tokens.flatMap(({ text }) => sideOf(text) ?? []);

export interface SaidSide {
  readonly side: Side;
  /** Index of the token. */
  readonly at: number;
}

export function sidesIn(tokens: Heard['tokens']): SaidSide[] {
  return tokens.flatMap((token, at) => {
    const side = sideOf(token.text);
    if (side === null) return [];
    const next = tokens[at + 1];
    const before = tokens[at - 1]?.text ?? '';
    if (token.text === 'right' && (next === undefined || NOT_A_SIDE_AFTER.has(next.text))) {
      if (!/^(the|my|your|his|her|on)$/.test(before) || next?.text === 'now' || next?.text === 'away') return [];
    }
    if (
      token.text === 'left' &&
      /^(he|she|i|we|they|have|has|had|'ve)$/.test(before) &&
      LEFT_BEHIND.test(next?.text ?? '.')
    )
      return [];
    return [{ side, at }];
  });
}

/**
 * Whether a claimed side stands in the evidence, nearer than its opposite to the words that it goes with.
 * `sites` tells which tokens name the site or finding.
 */
export function sideIsHeard(claimed: Side, heard: readonly Heard[], site: (token: string) => boolean): boolean {
  for (const { tokens } of heard) {
    const sides = sidesIn(tokens);
    if (!sides.some(({ side }) => side === claimed)) continue;
    if (sides.every(({ side }) => side === claimed)) return true;
    const places = tokens.flatMap((token, at) => (site(token.text) ? [at] : []));
    if (places.length === 0) return true;
    const distance = (side: Side | null): number =>
      Math.min(
        ...sides
          .filter((s) => (side === null ? s.side !== claimed : s.side === side))
          .flatMap(({ at }) => places.map((p) => Math.abs(p - at))),
      );
    if (distance(claimed) <= distance(null)) return true;
  }
  return false;
}
