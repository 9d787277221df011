import { type Mention, type Tongue, termsIn } from '../language/lexicon.ts';
import { type Token, tokenise } from '../language/tokens.ts';

/** What a fact claims, read once: its name, its text, an attribute. */
interface Claim {
  readonly tokens: readonly Token[];
  /** Terms of the tables, by the languages of the tables. */
  readonly terms: Map<string, readonly Mention[]>;
}

/** Each check of a fact reads the same few words again: the last texts are kept, at most twice so many. */
const KEPT = 128;
let recent = new Map<string, Claim>();
let earlier = new Map<string, Claim>();

function claimOf(text: string): Claim {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const claim = earlier.get(text) ?? { tokens: tokenise(text), terms: new Map() };
  if (recent.size >= KEPT) {
    earlier = recent;
    recent = new Map();
  }
  recent.set(text, claim);
  return claim;
}

export const tokensOfClaim = (text: string): readonly Token[] => claimOf(text).tokens;

/** The terms of the tables that a claim names. */
export function termsOfClaim(text: string, tongues: readonly Tongue[]): readonly Mention[] {
  const { tokens, terms } = claimOf(text);
  const key = tongues.join();
  const known = terms.get(key);
  if (known !== undefined) return known;
  const found = termsIn(tokens, 0, tokens.length, tongues);
  terms.set(key, found);
  return found;
}
