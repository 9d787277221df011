/** All audio is worked on as 16 kHz mono, signed 16 bits, little-endian. */
export const RATE = 16_000;
export const BYTES_PER_SAMPLE = 2;
export const BYTES_PER_MS = (RATE * BYTES_PER_SAMPLE) / 1000;

export const msOfSamples = (samples: number): number => Math.round((samples * 1000) / RATE);

/** A stretch of time in milliseconds. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** Milliseconds of `spans` (in order, disjoint) that lie within a stretch. */
export function overlapMs(spans: readonly Span[], startMs: number, endMs: number): number {
  let total = 0;
  for (const span of spans) {
    if (span.startMs >= endMs) break;
    total += Math.max(0, Math.min(span.endMs, endMs) - Math.max(span.startMs, startMs));
  }
  return total;
}
