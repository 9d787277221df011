import type { FactKind } from '@clinical/contracts';
import type { DraftFact } from '../engine.ts';
import { isQuestion } from './context/is-question.ts';
import { observe } from './context/observe.ts';
import type { Observed } from './context/observed.ts';
import { type Reading, type ReadSegment, type ReadTerm, sentenceAt, within } from './reading.ts';
import type { Said } from './support.ts';

const LASTING: ReadonlySet<FactKind> = new Set(['condition', 'allergy']);

/**
 * "I have atrial fibrillation." ... "Fibrillation was ruled out by the monitor.": the last word on a disease or an
 * allergy that is claimed here denies it. Complaints come and go within a visit's story; these do not. A medicine that
 * the clinician states is contested by the patient's next words alone.
 */
export function isContested(draft: DraftFact, places: readonly Said[], reading: Reading): boolean {
  if (draft.assertion !== 'present' || draft.experiencer !== 'patient') return false;
  const last = places.at(-1);
  if (last === undefined) return false;
  const named = places.flatMap(({ read, start, end }) => within(read.terms(), { start, end }).map(({ term }) => term));
  if (last.read.segment.speaker === 'clinician' && named.some(({ kind }) => kind === 'medication'))
    return stoppedNext(reading, last, new Set(named.map(({ key }) => key)));
  return named.some(({ kind, key }) => LASTING.has(kind as FactKind) && deniedAfter(reading, key, last));
}

function stoppedNext(reading: Reading, { read }: Said, keys: ReadonlySet<string>): boolean {
  const next = reading.segments[read.index + 1];
  if (next === undefined) return false;
  const said = next
    .terms()
    .filter(({ term }) => keys.has(term.key))
    .flatMap((one) => toldOfPatient(reading, next, one, 'medication') ?? []);
  return said.at(-1) === 'ended' || said.at(-1) === 'negated';
}

interface LastWord {
  readonly segment: number;
  readonly start: number;
  readonly denies: boolean;
}

const lastWords = new WeakMap<Reading, Map<string, LastWord | null>>();

function deniedAfter(reading: Reading, key: string, { read, end }: Said): boolean {
  const known = lastWords.get(reading) ?? new Map<string, LastWord | null>();
  lastWords.set(reading, known);
  const word = known.has(key) ? known.get(key)! : lastWordOn(reading, key);
  known.set(key, word);
  if (word === null || !word.denies) return false;
  return word.segment > read.index || (word.segment === read.index && word.start >= end);
}

/** The last statement of the visit that affirms or denies of the patient what a term names. */
function lastWordOn(reading: Reading, key: string): LastWord | null {
  for (const read of reading.segments.toReversed())
    for (const one of read.terms().toReversed()) {
      if (one.term.key !== key) continue;
      const said = toldOfPatient(reading, read, one, one.term.kind as FactKind);
      if (said === 'affirmed' || said === 'negated' || said === 'retracted')
        return { segment: read.index, start: one.start, denies: said !== 'affirmed' };
    }
  return null;
}

/** What a statement says of the patient; null: it asks, or speaks of somebody else. */
function toldOfPatient(reading: Reading, read: ReadSegment, one: ReadTerm, kind: FactKind): Observed | null {
  const sentence = sentenceAt(read, one.start);
  if (isQuestion(read.folded.slice(sentence.start, sentence.end), read.segment.speaker === 'clinician')) return null;
  const { whose, modality } = observe(reading, read, one, kind);
  return whose === 'patient' ? modality : null;
}
