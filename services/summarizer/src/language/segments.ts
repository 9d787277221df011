import type { Segment } from '@clinical/contracts';
import { type Token, tokenise } from './tokens.ts';

const read = new WeakMap<Segment, readonly Token[]>();

/** A segment's tokens, made once for the engine, for verification and for whoever else reads it. */
export function tokensOf(segment: Segment): readonly Token[] {
  const known = read.get(segment);
  if (known !== undefined) return known;
  const tokens = tokenise(segment.text);
  read.set(segment, tokens);
  return tokens;
}
