import type { Summary } from '@clinical/contracts';
import type { Record } from '../corpora.ts';
import type { Cause } from '../errors/cause.ts';
import type { Score } from '../statistics.ts';

/** One record as it came out. */
export interface Outcome {
  readonly record: Record;
  readonly summary: Summary;
}

/** What went wrong, for reading: it stays in the report's folder and is never committed. */
export interface Mistake {
  readonly corpus: string;
  readonly language: 'es' | 'en';
  readonly record: string;
  readonly score: string;
  readonly cause: Cause;
  readonly text: string;
}

export type Note = (score: string, cause: Cause, text: string) => void;

/** A score without what the harness adds by itself. */
export type Scored = Omit<Score, 'corpus' | 'language' | 'counts'> & {
  /** Names under which its errors are noted, where not its own. */
  readonly explainedBy?: readonly string[];
  /** The sums if `count` errors noted under `noted` were mended; where it is not hits of cases. */
  readonly mended?: (sums: readonly number[], noted: string, count: number) => readonly number[];
};

/** Counts of one record under each score's name, or nothing where the record has no such gold. */
export interface Scorer {
  readonly scores: readonly Scored[];
  count(outcome: Outcome, note: Note): { readonly [score: string]: readonly number[] } | null;
}
