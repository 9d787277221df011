import type { Span } from './pcm.ts';

export interface CutLimits {
  /** Longest chunk that the recogniser takes. */
  readonly maxMs: number;
  /** What two chunks that follow each other both hear. */
  readonly overlapMs: number;
  /** Silence longer than this is not sent at all: there is nothing to hear, and recognisers invent. */
  readonly skipSilenceMs: number;
}

/** Audio around speech that is sent with it. */
const MARGIN_MS = 400;

export interface Chunk extends Span {
  /** Where it takes over from the chunk before; null where nothing overlaps. */
  readonly seamMs: number | null;
}

/**
 * Chunks of a recording that hold all its speech. A stretch that is too long is cut in the middle of the longest pause in
 * the last 40% of what fits; where nobody pauses, at the limit. Around each cut both chunks hear the overlap.
 */
export function cutAtSilence(speech: readonly Span[], durationMs: number, limits: CutLimits): Chunk[] {
  return regions(speech, durationMs, limits.skipSilenceMs).flatMap((region) => cutRegion(region, speech, limits));
}

function regions(speech: readonly Span[], durationMs: number, skipMs: number): Span[] {
  const out: { startMs: number; endMs: number }[] = [];
  for (const span of speech) {
    const startMs = Math.max(0, span.startMs - MARGIN_MS);
    const endMs = Math.min(durationMs, span.endMs + MARGIN_MS);
    const last = out.at(-1);
    if (last !== undefined && startMs - last.endMs < skipMs) last.endMs = endMs;
    else out.push({ startMs, endMs });
  }
  return out;
}

function cutRegion(region: Span, speech: readonly Span[], limits: CutLimits): Chunk[] {
  const half = limits.overlapMs / 2;
  const chunks: Chunk[] = [];
  let startMs = region.startMs;
  let seamMs: number | null = null;
  while (region.endMs - startMs > limits.maxMs) {
    const latest = startMs + limits.maxMs - half;
    const cut = pauseIn(speech, startMs + limits.maxMs * 0.6, latest) ?? latest;
    chunks.push({ startMs, endMs: Math.round(cut + half), seamMs });
    seamMs = Math.round(cut);
    startMs = Math.round(cut - half);
  }
  chunks.push({ startMs, endMs: region.endMs, seamMs });
  return chunks;
}

/** The middle of the longest pause in a window, the latest of equal ones; null where there is none. */
function pauseIn(speech: readonly Span[], fromMs: number, toMs: number): number | null {
  let best: { middle: number; length: number } | null = null;
  for (const [index, span] of speech.entries()) {
    const next = speech[index + 1];
    if (next === undefined || span.endMs > toMs) break;
    const from = Math.max(span.endMs, fromMs);
    const to = Math.min(next.startMs, toMs);
    if (to - from > 0 && to - from >= (best?.length ?? 0)) best = { middle: (from + to) / 2, length: to - from };
  }
  return best?.middle ?? null;
}
