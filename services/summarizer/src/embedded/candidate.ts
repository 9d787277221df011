import type { Assertion, Attributes, Experiencer, FactKind } from '@clinical/contracts';
import type { Term } from '../language/lexicon.ts';
import type { Line } from './reading.ts';

/** Tokens of a line, `to` exclusive. */
export interface Span {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/** A fact in the making: what was found, where, and what the words around it say of it. */
export interface Candidate {
  kind: FactKind;
  /** The words that name it. */
  readonly at: Span;
  /** Normalised name; null: as said. */
  name: string | null;
  concept: string | null;
  term: Term | null;
  assertion: Assertion;
  experiencer: Experiencer;
  relation: string | null;
  attributes: Partial<Attributes>;
  /** Words beyond `at` on which it stands: negations, durations, the question that was answered. */
  readonly grounds: Span[];
  source: 'lexicon' | 'grammar';
  /** Where its text as said begins, when words before it belong to it (historial de ...). */
  textFrom: number;
  textTo: number;
}
