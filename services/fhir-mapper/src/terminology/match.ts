import { PINNED, type PinnedCode } from './table.ts';

/**
 * Folds what may differ between the same words: case, accents, punctuation, spaces.
 * "  Dolor de CABEZA, " and "dolor de cabeza" are one phrase; ñ stays itself, as año is not ano.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[nN])\u0303/g, '\u0001')
    .replace(/\p{M}/gu, '')
    .replaceAll('n\u0001', 'ñ')
    .replaceAll('N\u0001', 'ñ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%/°²]+/gu, ' ')
    .trim();
}

/** Words that say how much or whose, never what: "un dolor de cabeza muy intenso" is still "dolor de cabeza". */
const MODIFIERS = new Set(
  (
    'a an the my his her some any mild moderate severe very bad slight intense strong terrible awful really quite ' +
    'un una unos unas el la los las mi su sus algo de leve leves moderado moderada moderados severo severa grave ' +
    'fuerte fuertes intenso intensa intensos muy mucho mucha poco ligero ligera bastante terrible horrible'
  ).split(' '),
);

const index = new Map<string, PinnedCode[]>();
const byKey = new Map<string, PinnedCode[]>();

function add(map: Map<string, PinnedCode[]>, at: string, row: PinnedCode): void {
  const rows = map.get(at);
  if (rows === undefined) map.set(at, [row]);
  else if (!rows.includes(row)) rows.push(row);
}

for (const row of PINNED) {
  add(byKey, row.key, row);
  for (const phrase of [...row.phrases.en, ...row.phrases.es]) add(index, fold(phrase), row);
}

/** The row of a concept key, for one of the uses; undefined where the tables do not have it. */
export const byConcept = (key: string, uses: readonly string[]): PinnedCode | undefined =>
  byKey.get(key)?.find((row) => uses.includes(row.use));

/**
 * The one code that a whole phrase means, for the first of the uses that has one. A part of a phrase never decides:
 * "diabetes gestacional" is not "diabetes". Words of amount and possession at either end may be left off, the longest
 * remainder first. A phrase with two meanings has none.
 */
export const byPhrase = (phrase: string, uses: readonly string[]): PinnedCode | undefined =>
  byFolded(fold(phrase), uses);

/** The same, for a phrase that is folded already. */
export function byFolded(phrase: string, uses: readonly string[]): PinnedCode | undefined {
  let words = phrase.split(' ');
  for (;;) {
    const rows = index.get(words.join(' '));
    for (const use of uses) {
      const [row, ...others] = rows?.filter((candidate) => candidate.use === use) ?? [];
      if (row !== undefined) return others.every((other) => other.code === row.code) ? row : undefined;
    }
    if (words.length > 1 && MODIFIERS.has(words[0]!)) words = words.slice(1);
    else if (words.length > 1 && MODIFIERS.has(words.at(-1)!)) words = words.slice(0, -1);
    else return undefined;
  }
}
