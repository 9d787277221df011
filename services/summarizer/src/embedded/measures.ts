import type { Tongue } from '../language/lexicon.ts';
import { readTable, synonyms } from '../language/tables.ts';
import { tokenise } from '../language/tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from '../language/trie.ts';
import type { Line } from './reading.ts';

export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly concept: string;
  readonly lab: boolean;
  /** Tokenised corpora write decimals apart: `7 , 5`. */
  readonly decimals: boolean;
}

interface Entry {
  readonly name: string;
  readonly concept: string;
  readonly lab: boolean;
}

const tries: Record<Tongue, TokenTrie<Entry>> = { es: emptyTrie(), en: emptyTrie() };

for (const row of readTable('measures.tsv', ['key', 'lab', 'es', 'en', 'synonyms_es', 'synonyms_en'])) {
  const put = (tongue: Tongue, name: string, surfaces: string[]): void => {
    for (const surface of surfaces) {
      insert(
        tries[tongue],
        tokenise(surface).map((token) => token.text),
        { name, concept: row.key, lab: row.lab === 'lab' },
      );
    }
  };
  put('es', row.es, [row.es, ...synonyms(row.synonyms_es)]);
  put('en', row.en, [row.en, ...synonyms(row.synonyms_en)]);
}

/** The longest name of a measure that begins at token `at`. */
export function measureAt(line: Line, at: number): Measure | null {
  let found: Measure | null = null;
  for (const tongue of line.tongues) {
    walk(tries[tongue], line.tokens, at, line.to, (entries, to) => {
      const entry = entries[0] as Entry;
      found = { from: at, to, name: entry.name, concept: entry.concept, lab: entry.lab, decimals: entry.lab };
    });
  }
  return found;
}
