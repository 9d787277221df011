import { type Token, tokenise } from '../language/tokens.ts';

/** Each check of a fact reads the same few words again: so many texts are kept, the oldest goes first. */
const KEPT = 12;
const recent = new Map<string, readonly Token[]>();

/** The tokens of what a fact claims: its name, its text, an attribute. */
export function tokensOfClaim(text: string): readonly Token[] {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const tokens = tokenise(text);
  for (const oldest of recent.keys()) {
    if (recent.size < KEPT) break;
    recent.delete(oldest);
  }
  recent.set(text, tokens);
  return tokens;
}
