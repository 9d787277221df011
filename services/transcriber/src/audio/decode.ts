import { open } from 'node:fs/promises';
import { PermanentError } from '@clinical/runtime';
import { badInput } from '../parse/bad-input.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { BYTES_PER_SAMPLE, msOfSamples, RATE } from './pcm.ts';

/**
 * Containers that can be decoded. Playlists, concatenations and images are not among them: they are how an upload
 * could make ffmpeg read other files or call other hosts.
 */
const CONTAINERS = 'wav,w64,aiff,au,caf,flac,mp3,aac,ogg,matroska,webm,mov,mp4,m4a,3gp,amr,asf';

export interface DecodeLimits {
  /** Longest audio that is taken. */
  readonly maxSeconds: number;
  /** Longest time that decoding may take. */
  readonly timeoutMs: number;
}

export interface Decoded {
  /** Counted from decoded samples: what containers say of their duration isn't true for raw AAC and piped Ogg. */
  readonly samples: number;
  readonly durationMs: number;
  /** The decoder complained on the way: parts may be missing. */
  readonly damaged: boolean;
}

/** Decodes an untrusted file into a file of 16 kHz mono PCM. Memory doesn't grow with the audio's length. */
export async function decodeToPcm(
  source: string,
  target: string,
  options: DecodeLimits & { readonly ffmpeg: string; readonly signal: AbortSignal },
): Promise<Decoded> {
  const late = AbortSignal.timeout(options.timeoutMs);
  const args = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', CONTAINERS, '-threads', '1'];
  args.push('-i', `file:${source}`, '-map', '0:a:0', '-t', String(options.maxSeconds + 1));
  args.push('-ac', '1', '-ar', String(RATE), '-f', 's16le', 'pipe:1');
  const out = await open(target, 'w', 0o600);
  let bytes = 0;
  try {
    const end = await runFfmpeg(options.ffmpeg, {
      args,
      signal: AbortSignal.any([options.signal, late]),
      onOutput: async (piece) => {
        await writeAll(out, piece);
        bytes += piece.length;
      },
    });
    const samples = Math.floor(bytes / BYTES_PER_SAMPLE);
    if (samples === 0) throw badInput('audio_undecodable', 'The audio cannot be decoded.');
    if (samples > options.maxSeconds * RATE) {
      throw badInput('audio_too_long', `The audio is longer than ${options.maxSeconds} seconds.`);
    }
    return { samples, durationMs: msOfSamples(samples), damaged: end.code !== 0 || end.complained };
  } catch (error) {
    if (late.aborted && !options.signal.aborted) {
      throw new PermanentError('audio_undecodable', 'The audio cannot be decoded in time.', { retryable: true });
    }
    throw error;
  } finally {
    await out.close();
  }
}

async function writeAll(out: Awaited<ReturnType<typeof open>>, bytes: Buffer): Promise<void> {
  let at = 0;
  while (at < bytes.length) at += (await out.write(bytes, at, bytes.length - at)).bytesWritten;
}
