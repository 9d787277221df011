import { open } from 'node:fs/promises';
import { BYTES_PER_SAMPLE } from './pcm.ts';
import { createSilero, FRAME_SAMPLES } from './silero.ts';

/** Stretches that are judged side by side: eight frames in one call cost little more than one. */
const MAX_STRIPES = 16;
/** Frames (20 s) below which another stripe isn't worth its warming up. */
const MIN_STRIPE_FRAMES = 625;
/** Frames (2 s) that a stripe hears before its own begin, so that the model's state is that of the whole recording. */
const WARM_UP_FRAMES = 63;
/** Frames that are read from the file at once, for each stripe. */
const READ_FRAMES = 64;
const FRAME_BYTES = FRAME_SAMPLES * BYTES_PER_SAMPLE;

/** Told of every frame once, with the chance that it is speech; not in order. */
export type OnFrame = (samples: Int16Array, probability: number, frame: number) => void;

/**
 * The chance of speech for each frame of a PCM file. The file is read in stripes side by side; memory is a few bytes a
 * second of audio.
 */
export async function judgeFrames(
  pcm: string,
  samples: number,
  onFrame: OnFrame,
  signal: AbortSignal,
): Promise<Float32Array> {
  const total = Math.ceil(samples / FRAME_SAMPLES);
  const stripes = Math.max(1, Math.min(MAX_STRIPES, Math.floor(total / MIN_STRIPE_FRAMES)));
  const length = Math.ceil(total / stripes);
  const model = await createSilero(stripes);
  const probabilities = new Float32Array(total);
  const buffers = Array.from({ length: stripes }, () => new Int16Array(READ_FRAMES * FRAME_SAMPLES));
  const batch = new Float32Array(stripes * FRAME_SAMPLES);
  await using file = await open(pcm, 'r');
  for (let step = -WARM_UP_FRAMES; step < length; step++) {
    const inBuffer = (step + WARM_UP_FRAMES) % READ_FRAMES;
    if (inBuffer === 0) {
      signal.throwIfAborted();
      await Promise.all(buffers.map((buffer, stripe) => fill(file, buffer, stripe * length + step)));
    }
    const from = inBuffer * FRAME_SAMPLES;
    for (const [stripe, buffer] of buffers.entries()) {
      for (let i = 0; i < FRAME_SAMPLES; i++) batch[stripe * FRAME_SAMPLES + i] = buffer[from + i]! / 32_768;
    }
    const chances = await model(batch);
    if (step < 0) continue;
    for (const [stripe, buffer] of buffers.entries()) {
      const frame = stripe * length + step;
      if (frame >= total) continue;
      const size = Math.min(FRAME_SAMPLES, samples - frame * FRAME_SAMPLES);
      probabilities[frame] = chances[stripe]!;
      onFrame(buffer.subarray(from, from + size), chances[stripe]!, frame);
    }
  }
  return probabilities;
}

/** Reads frames from `frame` on; before the file's start and after its end there is silence. */
async function fill(file: Awaited<ReturnType<typeof open>>, buffer: Int16Array, frame: number): Promise<void> {
  const bytes = new Uint8Array(buffer.buffer);
  bytes.fill(0);
  let position = frame * FRAME_BYTES;
  let at = 0;
  if (position < 0) {
    at = Math.min(bytes.length, -position);
    position = 0;
  }
  while (at < bytes.length) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, position);
    if (bytesRead === 0) return;
    at += bytesRead;
    position += bytesRead;
  }
}
