import type {
  Assertion,
  Attributes,
  Engine,
  Experiencer,
  Fact,
  FactKind,
  TokenUsage,
  Transcript,
  Warning,
} from '@clinical/contracts';

/** Words that an engine claims were said. Whether they were is for verification to find out. */
export interface ClaimedQuote {
  readonly segment_id: string;
  readonly quote: string;
  /** Where the quote starts in the segment (UTF-16 code units), where the engine knows; else it is searched. */
  readonly start?: number;
}

export interface DraftFact {
  readonly kind: FactKind;
  readonly text: string;
  readonly name: string;
  readonly concept: string | null;
  readonly assertion: Assertion;
  readonly experiencer: Experiencer;
  readonly relation: string | null;
  readonly attributes: Attributes;
  readonly quotes: readonly ClaimedQuote[];
  readonly source: Fact['source'];
}

export interface Draft {
  readonly age: {
    readonly value: number;
    readonly unit: 'a' | 'mo' | 'wk' | 'd';
    readonly quotes: readonly ClaimedQuote[];
  } | null;
  readonly gender: { readonly value: 'male' | 'female' | 'other'; readonly quotes: readonly ClaimedQuote[] } | null;
  readonly facts: readonly DraftFact[];
  /** Sentences citing facts by their index in `facts`; empty: templates write the narrative from verified facts. */
  readonly narrative: readonly { readonly text: string; readonly facts: readonly number[] }[];
}

export interface DraftResult {
  readonly draft: Draft;
  readonly usage: TokenUsage | null;
  readonly warnings: readonly Warning[];
}

/** Transcript in, draft out. What comes out is a claim, never yet a fact: `verify` decides. */
export interface SummarizerEngine {
  readonly engine: Engine;
  draft(transcript: Transcript, options: { readonly signal: AbortSignal }): Promise<DraftResult>;
}
