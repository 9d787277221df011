import type { Evidence, Transcript } from '@clinical/contracts';

/**
 * The transcript as the DocumentReference's one content: the segments' texts in order, joined by one line feed.
 * Offsets count UTF-16 code units of this text, as JavaScript and Java strings do.
 */
export interface TranscriptText {
  readonly text: string;
  /** Where a quote stands in the text; null where it does not stand there word for word. */
  locate(evidence: Evidence): { readonly offset: number; readonly length: number } | null;
}

export function transcriptText(transcript: Transcript): TranscriptText {
  const starts = new Map<string, { offset: number; text: string }>();
  let offset = 0;
  for (const segment of transcript.segments) {
    if (!starts.has(segment.id)) starts.set(segment.id, { offset, text: segment.text });
    offset += segment.text.length + 1;
  }
  return {
    text: transcript.segments.map((segment) => segment.text).join('\n'),
    locate({ segment_id, start, end, quote }) {
      const segment = starts.get(segment_id);
      if (segment === undefined || end <= start || segment.text.slice(start, end) !== quote) return null;
      return { offset: segment.offset + start, length: end - start };
    },
  };
}
