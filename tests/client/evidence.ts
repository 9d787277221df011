/**
 * The check that anyone can make from outside: does every published fact's quote stand in its transcript, at its
 * offsets? Knows nothing of the product's code.
 */
export interface PublishedTranscript {
  readonly segments: readonly { readonly id: string; readonly text: string }[];
}

export interface PublishedSummary {
  readonly facts: readonly {
    readonly id: string;
    readonly evidence: readonly { segment_id: string; quote: string; start: number; end: number }[];
  }[];
}

/** Ids of the facts that stand on nothing. */
export function unsupportedFacts(summary: PublishedSummary, transcript: PublishedTranscript): string[] {
  const texts = new Map(transcript.segments.map(({ id, text }) => [id, text]));
  const stands = ({ segment_id, quote, start, end }: PublishedSummary['facts'][number]['evidence'][number]) =>
    quote.length > 0 && texts.get(segment_id)?.slice(start, end) === quote;
  return summary.facts.filter(({ evidence }) => evidence.length === 0 || !evidence.every(stands)).map(({ id }) => id);
}
