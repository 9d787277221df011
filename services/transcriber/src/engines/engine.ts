import type { Engine } from '@clinical/contracts';

/** What a recogniser heard in one stretch. */
export interface Recognised {
  /** Milliseconds from the chunk's start; null where the recogniser gives no times. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
  /** Its own label of the speaker, if it tells speakers apart. */
  readonly speaker: string | null;
}

export interface RecogniseRequest {
  readonly path: string;
  readonly mediaType: string;
  readonly durationMs: number;
  /** BCP 47; null = let it find out. */
  readonly languageHint: string | null;
  readonly signal: AbortSignal;
  readonly traceparent: string | null;
}

/**
 * Speech to text for one chunk. Knows nothing of Kafka. Throws typed errors only; what it returns is untrusted and goes
 * through the hallucination guard.
 */
export interface Recogniser {
  readonly engine: Engine;
  /** Whether segments come with times: without them chunks are kept short. */
  readonly timed: boolean;
  recognise(request: RecogniseRequest): Promise<readonly Recognised[]>;
}
