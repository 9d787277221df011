import type { Summary } from '@clinical/contracts';
import type { Record } from '../corpora.ts';
import type { Score } from '../statistics.ts';

/** One record as it came out. */
export interface Outcome {
  readonly record: Record;
  readonly summary: Summary;
}

/** What went wrong, for reading: it stays in the report's folder and is never committed. */
export interface Mistake {
  readonly record: string;
  readonly score: string;
  readonly text: string;
}

/** What of a score the harness adds by itself. */
export type Scored = Omit<Score, 'corpus' | 'language'>;

/** Counts of one record under each score's name, or nothing where the record has no such gold. */
export interface Scorer {
  readonly scores: readonly Omit<Scored, 'counts'>[];
  count(
    outcome: Outcome,
    note: (score: string, text: string) => void,
  ): { readonly [score: string]: readonly number[] } | null;
}
