import { spawn } from 'node:child_process';

/** Frames of the envelope a second. */
export const FRAMES_PER_SECOND = 100;
const RATE = 16_000;
const FRAME = RATE / FRAMES_PER_SECOND;

export interface DecodedAudio {
  /** Root mean square of each 10 ms, 0..1. */
  readonly envelope: Float32Array;
  /** By decoded samples. */
  readonly seconds: number;
}

/** Decodes a file with ffmpeg into its loudness envelope; null where nothing in it can be decoded. */
export async function decodeEnvelope(file: string): Promise<DecodedAudio | null> {
  const args = ['-nostdin', '-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1'];
  const child = spawn('ffmpeg', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const frames: number[] = [];
  let samples = 0;
  let energy = 0;
  let odd: number | null = null;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    let at = 0;
    if (odd !== null && chunk.length > 0) {
      push(((chunk[0]! << 24) >> 16) | odd);
      odd = null;
      at = 1;
    }
    for (; at + 1 < chunk.length; at += 2) push(chunk.readInt16LE(at));
    if (at < chunk.length) odd = chunk[at]!;
  }
  function push(sample: number): void {
    energy += (sample / 32768) ** 2;
    samples += 1;
    if (samples % FRAME === 0) {
      frames.push(Math.sqrt(energy / FRAME));
      energy = 0;
    }
  }
  if ((await exit) !== 0 || samples === 0) return null;
  return { envelope: Float32Array.from(frames), seconds: samples / RATE };
}

/**
 * Where in `whole` the audio of `part` begins, in frames, by normalised cross-correlation of the envelopes: a loud
 * window of the part is sought first, the best places are then compared by the whole part. Null where it is not there.
 */
export function locate(
  part: Float32Array,
  whole: Float32Array,
): { readonly frame: number; readonly score: number } | null {
  if (part.length === 0 || part.length > whole.length + 5) return null;
  const size = Math.min(800, part.length, whole.length);
  const start = liveliest(part, size);
  const probe = part.subarray(start, start + size);
  const scores = correlateAll(probe, whole);
  const best = scores.reduce((max, score) => Math.max(max, score), 0);
  if (best < 0.8) return null;
  let found: { frame: number; score: number } | null = null;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    if (score < best - 0.05 || score < (scores[at - 1] ?? 0) || score < (scores[at + 1] ?? 0)) continue;
    const frame = Math.max(0, at - start);
    const length = Math.min(part.length, whole.length - frame);
    if (length < part.length * 0.9) continue;
    const full = correlateAll(part.subarray(0, length), whole.subarray(frame, frame + length))[0] ?? 0;
    if (full > (found?.score ?? 0.7)) found = { frame, score: full };
  }
  return found;
}

/** Start of the window with the greatest variance. */
function liveliest(envelope: Float32Array, size: number): number {
  let best = 0;
  let bestVariance = -1;
  for (let at = 0; at + size <= envelope.length; at += Math.max(1, size >> 2)) {
    const { variance } = moments(envelope.subarray(at, at + size));
    if (variance > bestVariance) [best, bestVariance] = [at, variance];
  }
  return best;
}

function moments(values: Float32Array): { mean: number; variance: number } {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, variance: Math.max(0, squares / values.length - mean * mean) };
}

/** Pearson's correlation of the probe with every window of the whole. */
function correlateAll(probe: Float32Array, whole: Float32Array): Float32Array {
  const n = probe.length;
  const { mean, variance } = moments(probe);
  const out = new Float32Array(Math.max(0, whole.length - n + 1));
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    sum += whole[i]!;
    squares += whole[i]! ** 2;
  }
  for (let at = 0; at < out.length; at++) {
    let product = 0;
    for (let i = 0; i < n; i++) product += probe[i]! * whole[at + i]!;
    const spread = Math.sqrt(Math.max(1e-12, (squares / n - (sum / n) ** 2) * variance));
    out[at] = (product / n - mean * (sum / n)) / spread;
    sum += (whole[at + n] ?? 0) - whole[at]!;
    squares += (whole[at + n] ?? 0) ** 2 - whole[at]! ** 2;
  }
  return out;
}
