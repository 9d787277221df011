import type { Whose } from './people.ts';

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
  | 'figurative'
  /** Said to whoever makes the summary: an order, not a finding. */
  | 'instruction'
  /** Corrected by its speaker in the next breath. */
  | 'retracted'
  /** Part of what somebody or something is called. */
  | 'name';

export interface Observation extends Whose {
  readonly modality: Observed;
}
