import type { Fact, Segment } from '@clinical/contracts';
import { termsIn } from '../../services/summarizer/src/language/lexicon.ts';
import { tokenise } from '../../services/summarizer/src/language/tokens.ts';
import { isStop, stem } from '../../services/summarizer/src/verify/words.ts';

export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

export const stems = (text: string): Set<string> =>
  new Set(
    tokenise(text)
      .filter(({ kind, text: word }) => kind !== 'mark' && !isStop(word))
      .map(({ text: word }) => stem(word)),
  );

export function keys(text: string): Set<string> {
  const tokens = tokenise(text);
  return new Set(termsIn(tokens, 0, tokens.length, ['es', 'en']).map(({ term }) => term.key));
}

/** The same thing by a concept of the tables, or by most of its words. */
export function sameThing(wanted: string, said: string, share = 0.67): boolean {
  const known = keys(wanted);
  if (known.size > 0) {
    const there = keys(said);
    if ([...known].some((key) => there.has(key))) return true;
  }
  const words = [...stems(wanted)];
  if (words.length === 0) return false;
  const have = stems(said);
  return words.filter((word) => have.has(word)).length >= share * words.length;
}

/** All that a fact says, without the quotes that it stands on. */
export const factWords = ({ name, text, relation, attributes }: Fact): string =>
  [name, text, relation, ...Object.values(attributes)].filter((word) => word !== null).join(' ');

/** Where a text stands in another by whole words: "IC" is not in "clínica". */
function wholeWords(text: string, wanted: string): number {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const around = [text.slice(0, at), text.slice(at + wanted.length)] as const;
    if (!/[\p{L}\p{N}]$/u.test(around[0]) && !/^[\p{L}\p{N}]/u.test(around[1])) return at;
  }
  return text.indexOf(wanted);
}

/** Where a fact's own words stand in a segment: its text inside each quote, else the quote. */
export function spansIn(fact: Fact, segment: Pick<Segment, 'id'>): { start: number; end: number }[] {
  return fact.evidence
    .filter(({ segment_id }) => segment_id === segment.id)
    .map(({ quote, start, end }) => {
      const at = wholeWords(quote.toLowerCase(), fact.text.toLowerCase());
      return at < 0 ? { start, end } : { start: start + at, end: start + at + fact.text.length };
    });
}
