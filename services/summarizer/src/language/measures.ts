import type { Tongue } from './lexicon.ts';
import { readTable, synonyms } from './tables.ts';
import { type Token, tokenise } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from './trie.ts';

/** A vital sign or laboratory measure. */
export interface Measure {
  readonly name: string;
  readonly concept: string;
  readonly lab: boolean;
  /** Given as a medicine as well (potassium, vitamin D): a dose is no result. */
  readonly given: boolean;
}

interface Entry extends Measure {
  /** A chemical symbol, which counts only as typed: Mg is magnesium, mg a unit. */
  readonly symbol: string | null;
}

const SYMBOL = /^(?:Na|K|P|Ca|Mg|Cl|Cr|Fe)$/;

const tries: Record<Tongue, TokenTrie<Entry>> = { es: emptyTrie(), en: emptyTrie() };

for (const row of readTable('measures.tsv', ['key', 'lab', 'es', 'en', 'synonyms_es', 'synonyms_en'])) {
  const put = (tongue: Tongue, name: string, surfaces: string[]): void => {
    for (const surface of surfaces) {
      insert(
        tries[tongue],
        tokenise(surface).map((token) => token.text),
        {
          name,
          concept: row.key,
          lab: row.lab !== 'vital',
          given: row.lab === 'both',
          symbol: SYMBOL.test(surface) ? surface : null,
        },
      );
    }
  };
  put('es', row.es, [row.es, ...synonyms(row.synonyms_es)]);
  put('en', row.en, [row.en, ...synonyms(row.synonyms_en)]);
}

/** The longest name of a measure that begins at token `at` of a text; `to` is exclusive. */
export function measureIn(
  text: string,
  tokens: readonly Token[],
  at: number,
  limit: number,
  tongues: readonly Tongue[],
): { readonly measure: Measure; readonly to: number } | null {
  let found: { measure: Measure; to: number } | null = null;
  for (const tongue of tongues) {
    walk(tries[tongue], tokens, at, limit, (entries, to) => {
      const token = tokens[at] as Token;
      const measure = entries.find(({ symbol }) => symbol === null || symbol === text.slice(token.start, token.end));
      if (measure !== undefined) found = { measure, to };
    });
  }
  return found;
}

/** The measure that a text begins with: `K 4,1` and `potasio` are one. */
export function measureOf(text: string): string | null {
  const tokens = tokenise(text);
  return tokens.length === 0
    ? null
    : (measureIn(text, tokens, 0, tokens.length, ['es', 'en'])?.measure.concept ?? null);
}
