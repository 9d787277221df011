import type { Attributes } from '@clinical/contracts';
import type { DraftFact } from '../engine.ts';
import { observe } from './context/observe.ts';
import type { Observed } from './context/observed.ts';
import { BY_EXPERIENCER } from './decision-table.ts';
import type { Heard } from './heard.ts';
import { type Reading, sentenceAt } from './reading.ts';
import { type Said, wordForWord } from './support.ts';

/** Attributes that are told in clauses of their own, which may be denied or asked: "does it hurt when you swallow?" */
const CLAUSES: ReadonlySet<keyof Attributes> = new Set(['character', 'aggravated_by', 'relieved_by', 'effect']);

export const isClause = (name: keyof Attributes): boolean => CLAUSES.has(name);

/** "It feels like a band": a likeness is hedged by its nature. */
const told = (name: keyof Attributes): readonly Observed[] =>
  name === 'character' ? ['affirmed', 'historical', 'possible'] : ['affirmed', 'historical'];

/** Such an attribute stands word for word in the evidence, and is affirmed there of the one whom the fact is of. */
export function whyNotClause(
  name: keyof Attributes,
  value: string,
  fact: DraftFact,
  heard: readonly Heard[],
  reading: Reading,
): string | null {
  const places = wordForWord(value, heard);
  if (places.length === 0) return 'attribute_not_in_evidence';
  if (places.some(changesNothing)) return 'attribute_not_affirmed';
  const seen = places.map((place) => observe(reading, place.read, place, 'symptom'));
  const affirmed = seen.some(
    ({ modality, whose }) => told(name).includes(modality) && BY_EXPERIENCER[fact.experiencer][whose] === 'keep',
  );
  return affirmed && !seen.some(({ modality }) => modality === 'negated') ? null : 'attribute_not_affirmed';
}

/** "Lying down doesn't ease it", "no mejora con reposo": that anything changes is what is denied. */
const CHANGE_DENIED =
  /(?:n't|(?<![\p{L}])(?:not|never|nothing|neither|nor|no|ni|nunca|nada|tampoco))(?![\p{L}])(?:\s+\p{L}+){0,2}?\s+(?:eas|help|better|worse|reliev|improv|chang|affect|settl|sooth|mejor|alivi|ayud|empeor|calm|cambi|quit|influy)/u;
const CLAUSE = /[,;:.]|(?<![\p{L}])(?:but|though|although|pero|aunque|sino)(?![\p{L}])/u;

function changesNothing({ read, start, end }: Said): boolean {
  const sentence = sentenceAt(read, start);
  const before = read.folded.slice(sentence.start, start).split(CLAUSE).at(-1)!;
  const after = read.folded.slice(end, sentence.end).split(CLAUSE)[0]!;
  return CHANGE_DENIED.test(before) || CHANGE_DENIED.test(after);
}
