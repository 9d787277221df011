/** The number of a word that no table knows. */
export const UNKNOWN = 0;

const numbers = new Map<string, number>();
let renumbered: () => void = () => {};

/** Calls back whenever a word gets a number: what was remembered of it as unknown is void. */
export function onNewWord(callback: () => void): void {
  renumbered = callback;
}

/** The number of a table's word (folded), by which all tables know it: a text's words are looked up once for all. */
export function enter(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = numbers.size + 1;
  numbers.set(word, number);
  renumbered();
  return number;
}

export const numberOf = (word: string): number => numbers.get(word) ?? UNKNOWN;
