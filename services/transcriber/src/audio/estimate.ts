import type { Recognised } from '../engines/engine.ts';
import { pieces } from '../split.ts';
import { overlapMs, type Span } from './pcm.ts';
import type { Utterance } from './words.ts';

/** Longest text that gets one estimated time. */
const MAX_CHARS = 160;

/**
 * What a recogniser heard in a chunk, on the recording's clock. Text without times is cut into sentences, and shared out
 * over the chunk's speech by length.
 */
export function onTheClock(heard: readonly Recognised[], chunk: Span, speech: readonly Span[]): Utterance[] {
  return heard.flatMap((one): Utterance[] => {
    const text = one.text.trim();
    if (text === '') return [];
    if (one.startMs !== null && one.endMs !== null) {
      const startMs = Math.min(chunk.endMs, chunk.startMs + one.startMs);
      return [
        {
          text,
          speaker: one.speaker,
          startMs,
          endMs: Math.max(startMs, Math.min(chunk.endMs, chunk.startMs + one.endMs)),
        },
      ];
    }
    return sentences(text).map(({ from, to }) => ({
      text: text.slice(from, to),
      speaker: one.speaker,
      startMs: timeAt(from / text.length, chunk, speech),
      endMs: timeAt(to / text.length, chunk, speech),
    }));
  });
}

function sentences(text: string): { from: number; to: number }[] {
  const ends = [...text.matchAll(/[.?!…]+["'»”)]*(?=\s+[\p{Lu}¿¡"«])/gu)].map((match) => match.index + match[0].length);
  let from = 0;
  return [...ends, text.length].flatMap((end) => {
    const start = from;
    from = end;
    return pieces(text.slice(start, end), MAX_CHARS).map((piece) => ({
      from: start + piece.from,
      to: start + piece.to,
    }));
  });
}

/** When a share of a chunk's speech is over. */
function timeAt(share: number, chunk: Span, speech: readonly Span[]): number {
  const voiced = overlapMs(speech, chunk.startMs, chunk.endMs);
  if (voiced === 0) return chunk.startMs + share * (chunk.endMs - chunk.startMs);
  let left = share * voiced;
  for (const span of speech) {
    const from = Math.max(span.startMs, chunk.startMs);
    const length = Math.min(span.endMs, chunk.endMs) - from;
    if (length <= 0) continue;
    if (left <= length) return from + left;
    left -= length;
  }
  return chunk.endMs;
}
