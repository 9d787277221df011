import type { Reading, ReadSegment, Span } from '../reading.ts';
import { sentenceAt, sentencesAfter, within } from '../reading.ts';
import { questionStart } from './answers.ts';
import { type Whose, whoseIs } from './experiencer.ts';
import { answerTo, isQuestion } from './questions.ts';
import { scopeOf } from './scope.ts';

/** What the words around a mention say of it. */
export type Observed =
  | 'affirmed'
  | 'negated'
  | 'possible'
  | 'historical'
  /** Denied now, told as past: "ya no tengo fiebre". */
  | 'ended'
  | 'hypothetical'
  | 'unanswered'
  | 'figurative';

export interface Observation extends Whose {
  readonly modality: Observed;
}

/** Reads the context of a mention on its own: sentence, question and answer, and whose it is. */
export function observe(reading: Reading, read: ReadSegment, mention: Span): Observation {
  const sentence = sentenceAt(read, mention.start);
  const { text } = read.segment;
  const folded = read.folded.slice(sentence.start, sentence.end);
  const scope = scopeOf(
    text.slice(sentence.start, sentence.end),
    folded,
    mention.start - sentence.start,
    Math.min(mention.end, sentence.end) - sentence.start,
  );
  const whose = whoseIs(reading, read, mention);
  if (deniesItself(read, mention) && scope.polarity === 'affirmed') return { ...whose, modality: 'negated' };
  if (scope.polarity === 'figurative') return { ...whose, modality: 'figurative' };
  const asks = isQuestion(folded, read.segment.speaker === 'clinician');
  if (asks && mention.start - sentence.start >= questionStart(folded)) {
    const asked = answerTo(reading, read, sentence, mention);
    if (asked === 'unanswered') return { ...whose, modality: 'unanswered' };
    if (asked === 'no') return { ...whose, modality: 'negated' };
    if (asked === 'unsure') return { ...whose, modality: 'possible' };
    return { ...whose, modality: scope.past ? 'historical' : 'affirmed' };
  }
  if (scope.polarity === 'negated') return { ...whose, modality: scope.past ? 'ended' : 'negated' };
  if (scope.polarity !== 'affirmed') return { ...whose, modality: scope.polarity };
  if (deniedNext(read, sentence)) return { ...whose, modality: 'negated' };
  return { ...whose, modality: scope.past ? 'historical' : 'affirmed' };
}

/** "Fever? No." without its mark, or "Allergies: none." cut by a full stop: "Fever. No." */
function deniedNext(read: ReadSegment, sentence: Span): boolean {
  if (read.folded.slice(sentence.start, sentence.end).trim().split(/\s+/).length > 3) return false;
  const next = sentencesAfter(read, sentence, 1)[0];
  return (
    next !== undefined &&
    /^\s*(?:no|none|negative|negativo|ninguna?)\s*[.,!]?\s*$/.test(read.folded.slice(next.start, next.end))
  );
}

/** The word denies by itself: afebrile, eupneico, nontender. */
const deniesItself = (read: ReadSegment, mention: Span): boolean =>
  within(read.terms(), mention).some(({ term }) => term.absent);
