import { foldTerm } from '../language/normalise.ts';
import { readTable } from '../language/tables.ts';
import { type Line, spanish, wordAt } from './reading.ts';

/** `act`: done once or not at all; `course`: goes on for a time; `drug`: medicines in general. */
export type Care = 'act' | 'course' | 'drug';

const heads = new Map<string, Care>();
for (const row of readTable('care-heads.tsv', ['lang', 'word', 'kind']))
  heads.set(foldTerm(row.word), row.kind as Care);

/** Endings by which Greek and Latin name what is done to a patient. */
const ACT =
  /(?:scopias?|grafias?|ectomias?|otomias?|ostomias?|plastias?|pexias?|centesis|rrafias?|odesis|sintesis|feresis|trombolisis|fibrinolisis|cultivos?|serologias?|citologias?|(?:spiro|densito|audio|gaso|cisto|mano|campi|flujo|ergo|tono|oxi|pulsioxi)metrias?)$/;
const COURSE = /.{3}terapias?$/;
/** The same endings in other things: an image that was seen, a way of speaking. */
const NO_ACT = /^(?:biografia|geografia|demografia|ortografia|fotografias?|bibliografia|fotosintesis)$/;

/** What the word at `i` names of care, by the table or its ending. Null: none. */
export function careNoun(line: Line, i: number): Care | null {
  const word = wordAt(line, i);
  if (!spanish(line) || line.tokens[i]?.kind !== 'word') return null;
  const known = heads.get(word);
  if (known !== undefined) return known;
  if (word === 'anatomia' && wordAt(line, i + 1) === 'patologica') return 'act';
  if (word.length < 7 || NO_ACT.test(word)) return null;
  return ACT.test(word) ? 'act' : COURSE.test(word) ? 'course' : null;
}
