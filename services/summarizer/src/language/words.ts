import type { Tongue } from './lexicon.ts';
import { readTable } from './tables.ts';
import { type Token, tokenise } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from './trie.ts';

export type WordClass =
  | 'number'
  | 'vague'
  | 'time'
  | 'moment'
  | 'severity'
  | 'laterality'
  | 'frequency'
  | 'trend'
  | 'site'
  | 'relative'
  | 'child'
  | 'other'
  | 'yes'
  | 'no'
  | 'unsure'
  | 'only'
  | 'persists'
  | 'unit'
  | 'route';

export interface WordHit {
  readonly as: WordClass;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly as: WordClass;
  readonly value: string;
}

const tries: Record<Tongue, TokenTrie<Entry>> = { es: emptyTrie(), en: emptyTrie() };

for (const row of readTable('words.tsv', ['class', 'lang', 'phrase', 'value'])) {
  const words = tokenise(row.phrase).map((token) => token.text);
  if (words.length > 0) insert(tries[row.lang as Tongue], words, { as: row.class as WordClass, value: row.value });
}

/** Words of the closed classes in tokens `from`..`to`; within a class the longest from each place, none overlapping. */
export function wordsIn(tokens: readonly Token[], from: number, to: number, tongues: readonly Tongue[]): WordHit[] {
  const out: WordHit[] = [];
  for (let i = from; i < to; i += 1) {
    for (const tongue of tongues) {
      walk(tries[tongue], tokens, i, to, (entries, end) => {
        for (const entry of entries) keep(out, { as: entry.as, value: entry.value, from: i, to: end });
      });
    }
  }
  return out;
}

function keep(out: WordHit[], hit: WordHit): void {
  for (let k = out.length - 1; k >= 0; k -= 1) {
    const other = out[k] as WordHit;
    if (other.from < hit.from - 8) break;
    if (other.as !== hit.as || other.to <= hit.from) continue;
    if (other.from === hit.from && hit.to > other.to) out.splice(k, 1);
    else return;
  }
  out.push(hit);
}
