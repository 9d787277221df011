import { foldTerm } from './normalise.ts';
import { readTable, synonyms } from './tables.ts';

/** Letters of a name of a medicine from which on one that differs is the same name written otherwise. */
const SOUNDS = 7;
const ONE_LETTER = 9;

/** Spellings that sound alike: isoniazida and isoniacida, azathioprine and azatioprina, bromazepan and bromazepam. */
function soundOf(word: string): string {
  return word
    .replace(/ph/g, 'f')
    .replace(/y/g, 'i')
    .replace(/[ck](?=[ei])|z/g, 's')
    .replace(/qu(?=[ei])|k/g, 'c')
    .replace(/(?<!c)h/g, '')
    .replace(/v/g, 'b')
    .replace(/x/g, 's')
    .replace(/ou/g, 'u')
    .replace(/^oe/, 'e')
    .replace(/(.)\1/g, '$1')
    .replace(/n$/, 'm')
    .replace(/(?<=[a-z]{5})(?:ium|io|um|[aeo])$/, (end) => (end.startsWith('i') ? 'i' : ''));
}

const names = new Set<string>();
const bySound = new Set<string>();
/** Every name with one letter left out. */
const shortened = new Map<string, string[]>();

function* without(word: string): Generator<string> {
  for (let i = 1; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1);
}

for (const table of ['drugs.tsv', 'drugs-more.tsv']) {
  for (const { key, es, synonyms_es: more } of readTable(table, ['key', 'es', 'synonyms_es'])) {
    if (key.startsWith('class:')) continue;
    for (const name of [key, es, ...synonyms(more)].map(foldTerm)) {
      names.add(name);
      const sound = soundOf(name);
      if (name.length < SOUNDS || !/^[a-z]+$/.test(name) || bySound.has(sound)) continue;
      bySound.add(sound);
      if (name.length < ONE_LETTER) continue;
      for (const short of without(sound)) {
        const alike = shortened.get(short);
        if (alike === undefined) shortened.set(short, [sound]);
        else alike.push(sound);
      }
    }
  }
}

/** One letter more, less, other, or two changed places; `short` is what both have in common without one letter. */
const oneApart = (a: string, b: string): boolean => Math.abs(a.length - b.length) <= 1 && a.slice(-2) === b.slice(-2);

/**
 * Whether a word (folded) spells the name of a medicine otherwise: as it sounds, or, in long names, with one letter wrong.
 * It tells a medicine, never which: names that differ by a letter are other medicines, so that it keeps the name as said.
 * The names themselves are not among them: where the tables' guards pass over one, it stays passed over.
 */
export function spellsMedicine(word: string): boolean {
  if (word.length < SOUNDS || names.has(word)) return false;
  const before = judged.get(word);
  if (before !== undefined) return before;
  const verdict = spells(word);
  if (judged.size >= REMEMBERED) judged.clear();
  judged.set(word, verdict);
  return verdict;
}

/** Words recur; so many verdicts are kept. */
const REMEMBERED = 20_000;
const judged = new Map<string, boolean>();

function spells(word: string): boolean {
  const sound = soundOf(word);
  if (bySound.has(sound)) return true;
  if (word.length < ONE_LETTER) return false;
  if (shortened.has(sound)) return true;
  for (const short of without(sound)) {
    if (bySound.has(short)) return true;
    if (shortened.get(short)?.some((name) => oneApart(name, sound)) === true) return true;
  }
  return false;
}
