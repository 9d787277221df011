import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TransientError } from '@clinical/runtime';
import { runFfmpeg } from './ffmpeg.ts';
import { BYTES_PER_MS, RATE, type Span } from './pcm.ts';

export type AudioFormat = 'flac' | 'ogg' | 'wav';

const ENCODINGS: Readonly<
  Record<AudioFormat, { args: readonly string[]; mediaType: string; maxBytesPerSecond: number }>
> = {
  flac: { args: ['-c:a', 'flac', '-f', 'flac'], mediaType: 'audio/flac', maxBytesPerSecond: 33_000 },
  ogg: { args: ['-c:a', 'libopus', '-b:a', '32k', '-f', 'ogg'], mediaType: 'audio/ogg', maxBytesPerSecond: 8_000 },
  wav: { args: ['-c:a', 'pcm_s16le', '-f', 'wav'], mediaType: 'audio/wav', maxBytesPerSecond: 32_000 },
};

/** Seconds of audio that are sure to fit into so many bytes. */
export const secondsWithin = (format: AudioFormat, bytes: number): number =>
  Math.floor((bytes - 64 * 1024) / ENCODINGS[format].maxBytesPerSecond);

export interface EncodedChunk {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly durationMs: number;
}

/** Encodes a stretch of a PCM file into a file of its own. */
export async function encodeChunk(
  pcm: string,
  span: Span,
  target: string,
  format: AudioFormat,
  options: { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<EncodedChunk> {
  const { args, mediaType } = ENCODINGS[format];
  const path = `${target}.${format}`;
  const input = createReadStream(pcm, { start: span.startMs * BYTES_PER_MS, end: span.endMs * BYTES_PER_MS - 1 });
  const { code } = await runFfmpeg(options.ffmpeg, {
    args: ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', 'pipe:0', ...args, '-y', path],
    signal: options.signal,
    input,
  });
  if (code !== 0)
    throw new TransientError('audio_encoding_failed', 'The audio could not be encoded for the recogniser.');
  return { path, bytes: (await stat(path)).size, mediaType, durationMs: span.endMs - span.startMs };
}
