import type { DraftFact } from '../engine.ts';
import { observe } from './context/observe.ts';
import { isQuestion } from './context/questions.ts';
import { type Reading, sentenceAt, within } from './reading.ts';
import type { Said } from './support.ts';

const LASTING: ReadonlySet<string> = new Set(['condition', 'allergy']);

/**
 * "I have atrial fibrillation." ... "Fibrillation was ruled out by the monitor.": a disease or an allergy that is
 * claimed here is denied later in the visit, and nobody affirms it again. Complaints come and go within a visit's story;
 * these do not. A medicine that the clinician states is contested by the patient's next words alone.
 */
export function isContested(draft: DraftFact, places: readonly Said[], reading: Reading): boolean {
  if (draft.assertion !== 'present' || draft.experiencer !== 'patient') return false;
  const last = places.at(-1);
  if (last === undefined) return false;
  const named = places.flatMap(({ read, start, end }) => within(read.terms(), { start, end }).map(({ term }) => term));
  const medicine = last.read.segment.speaker === 'clinician' && named.some(({ kind }) => kind === 'medication');
  const keys = new Set(named.filter(({ kind }) => medicine || LASTING.has(kind)).map(({ key }) => key));
  if (keys.size === 0) return false;
  const until = medicine ? last.read.index + 2 : undefined;
  let denied = false;
  for (const read of reading.segments.slice(last.read.index, until))
    for (const term of read.terms()) {
      if (!keys.has(term.term.key) || (read === last.read && term.start < last.end)) continue;
      const sentence = sentenceAt(read, term.start);
      if (isQuestion(read.folded.slice(sentence.start, sentence.end), read.segment.speaker === 'clinician')) continue;
      const { whose, modality } = observe(reading, read, term, medicine ? 'medication' : draft.kind);
      if (whose !== 'patient') continue;
      if (modality === 'affirmed') denied = false;
      else if (DENIES.has(modality) || (medicine && modality === 'ended')) denied = true;
    }
  return denied;
}

const DENIES: ReadonlySet<string> = new Set(['negated', 'retracted']);
