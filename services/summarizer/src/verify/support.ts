import type { Tongue } from '../language/lexicon.ts';
import { termsOfClaim, tokensOfClaim } from './claims.ts';
import type { Heard } from './heard.ts';
import { sideOf } from './laterality.ts';
import { numbersIn } from './numbers.ts';
import { type ReadSegment, type Span, within } from './reading.ts';
import { isFrame, isStop, stem } from './words.ts';

/** A place where what a claim names was said. */
export interface Said extends Span {
  readonly read: ReadSegment;
}

/** Tokens that may stand between the words of one name. */
const GAP = 6;

/** The stems that a claimed term must find in its evidence. Sides and numbers have checks of their own. */
export function needed(term: string, tongues: readonly Tongue[]): string[] {
  const tokens = tokensOfClaim(term).filter((token) => token.kind === 'word');
  const counted = new Set(numbersIn(tokens, tongues).flatMap(({ from, to }) => range(from, to)));
  const words = tokens.filter((token, i) => !counted.has(i) && !isStop(token.text) && sideOf(token.text) === null);
  const own = words.filter((token) => !isFrame(token.text));
  return [...new Set((own.length > 0 ? own : words).map((token) => stem(token.text)))];
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** Places in the evidence where all words of the term stand close together, in any order, within one sentence. */
export function placesOf(term: string, heard: readonly Heard[], tongues: readonly Tongue[]): Said[] {
  const verbatim = wordForWord(term, heard);
  if (verbatim.length > 0) return verbatim;
  const stems = needed(term, tongues);
  if (stems.length === 0) return [];
  return heard.flatMap(({ read, tokens }) => {
    const out: Said[] = [];
    const limit = stems.length + GAP;
    const said = tokens.map((token) => stem(token.text));
    for (let i = 0; i < tokens.length; i += 1) {
      if (!stems.includes(said[i]!)) continue;
      const missing = new Set(stems);
      for (let k = i; k < tokens.length && k < i + limit; k += 1) {
        if (tokens[k]!.kind === 'mark' && '.?!'.includes(tokens[k]!.text)) break;
        missing.delete(said[k]!);
        if (missing.size > 0) continue;
        const shorter = said.slice(i + 1, k + 1);
        if (!stems.every((s) => shorter.includes(s))) out.push({ read, start: tokens[i]!.start, end: tokens[k]!.end });
        break;
      }
    }
    return out;
  });
}

/** The term as it stands, marks aside. */
export function wordForWord(term: string, heard: readonly Heard[]): Said[] {
  const wanted = tokensOfClaim(term).filter((token) => token.kind !== 'mark');
  if (wanted.length === 0) return [];
  return heard.flatMap(({ read, tokens }) => {
    const said = tokens.filter((token) => token.kind !== 'mark');
    const out: Said[] = [];
    for (let i = 0; i + wanted.length <= said.length; i += 1) {
      if (!wanted.every((token, k) => token.text === said[i + k]!.text)) continue;
      out.push({ read, start: said[i]!.start, end: said[i + wanted.length - 1]!.end });
    }
    return out;
  });
}

/** Keys of the tables' terms that a text names in the given languages: a translation names nothing that was said. */
export function keysIn(text: string, tongues: readonly Tongue[]): string[] {
  return termsOfClaim(text, tongues)
    .filter(({ tongue }) => tongues.includes(tongue))
    .map(({ term }) => term.key);
}

/** Places in the evidence where the tables find one of these terms, by whatever synonym. */
export function placesOfKeys(keys: readonly string[], heard: readonly Heard[]): Said[] {
  if (keys.length === 0) return [];
  return heard.flatMap(({ read, start, end }) =>
    within(read.terms(), { start, end })
      .filter((found) => keys.includes(found.term.key))
      .map((found) => ({ read, start: found.start, end: found.end })),
  );
}
