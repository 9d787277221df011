import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AudioQuality, Warning } from '@clinical/contracts';
import { DependencyDownError, TransientError } from '@clinical/runtime';
import type { TranscriberConfig } from '../config.ts';
import type { Recognised, Recogniser } from '../engines/engine.ts';
import { createLimit, type Limit } from '../limit.ts';
import type { Turn } from '../turn.ts';
import { ChunkMemory } from './chunk-memory.ts';
import { type Chunk, cutAtSilence } from './cut.ts';
import { encodeChunk, secondsWithin } from './encode.ts';
import { onTheClock } from './estimate.ts';
import { dropHallucinations } from './hallucinations.ts';
import { type Listened, listen } from './listen.ts';
import { type HeardChunk, mergeChunks } from './merge.ts';
import { poorAudio } from './quality.ts';
import { turnOf } from './words.ts';

export interface AudioRequest {
  /** Names the recording within this process: what was recognised of it is kept for the next try. */
  readonly recording: string;
  /** An untrusted file. */
  readonly path: string;
  readonly languageHint: string | null;
  readonly signal: AbortSignal;
  readonly traceparent: string | null;
}

export interface HeardAudio {
  /** Null where nobody speaks: then no recogniser was asked, or nothing that it said was believed. */
  readonly turns: readonly Turn[] | null;
  readonly quality: AudioQuality;
  readonly warnings: readonly Warning[];
}

/** Speech in a file into timed turns, in memory that doesn't grow with its length. */
export type TranscribeAudio = (request: AudioRequest) => Promise<HeardAudio>;

export function createAudioTranscriber(config: TranscriberConfig['audio'], recogniser: Recogniser): TranscribeAudio {
  const listening = createLimit(config.parallel);
  const memory = new ChunkMemory(config.memory);
  return async (request) => {
    let again = false;
    const folder = await mkdtemp(join(config.workFolder, 'transcriber-'));
    try {
      const pcm = join(folder, 'audio.pcm');
      const options = { ...config.decode, ffmpeg: config.ffmpeg, signal: request.signal };
      const heard = await listening(() => listen(request.path, pcm, config.voice, options), request.signal);
      if (!heard.heard) return { turns: null, quality: heard.quality, warnings: [] };
      return await recogniseAll(heard, pcm, folder, request, config, recogniser, listening, memory);
    } catch (error) {
      again = error instanceof TransientError || error instanceof DependencyDownError;
      throw error;
    } finally {
      if (!again) memory.forget(request.recording);
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function recogniseAll(
  { speech, quality, damaged }: Listened,
  pcm: string,
  folder: string,
  request: AudioRequest,
  config: TranscriberConfig['audio'],
  recogniser: Recogniser,
  coding: Limit,
  memory: ChunkMemory,
): Promise<HeardAudio> {
  const seconds = recogniser.timed ? config.chunk.maxSeconds : config.chunk.untimedMaxSeconds;
  const maxMs = Math.min(seconds, secondsWithin(config.chunk.format, config.chunk.maxBytes)) * 1000;
  const chunks = cutAtSilence(speech, quality.duration_ms, { ...config.chunk, maxMs });
  const asking = createLimit(config.recogniserParallel);
  // One that fails ends the others: the job will be tried again as a whole.
  const failure = new AbortController();
  const signal = AbortSignal.any([request.signal, failure.signal]);
  const known = memory.of(request.recording);
  const ask = async (chunk: Chunk, index: number): Promise<readonly Recognised[]> => {
    const target = join(folder, `chunk-${index}`);
    const options = { ffmpeg: config.ffmpeg, signal };
    const encoded = await coding(() => encodeChunk(pcm, chunk, target, config.chunk.format, options), signal);
    const { languageHint, traceparent } = request;
    const said = await recogniser.recognise({ ...encoded, languageHint, traceparent, signal });
    await rm(encoded.path, { force: true });
    return said;
  };
  const recognise = async (chunk: Chunk, index: number): Promise<HeardChunk> => {
    const key = `${chunk.startMs}-${chunk.endMs}`;
    const said = known.get(key) ?? (await ask(chunk, index));
    known.set(key, said);
    const timed = said.every((one) => one.startMs !== null && one.endMs !== null);
    return { utterances: onTheClock(said, chunk, speech), seamMs: chunk.seamMs, timed };
  };
  const results = await Promise.allSettled(
    chunks.map((chunk, index) =>
      asking(() => recognise(chunk, index), signal).catch((error: unknown) => {
        failure.abort(error);
        throw error;
      }),
    ),
  );
  if (failure.signal.aborted) throw failure.signal.reason;
  const heard = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));

  const merged = mergeChunks(heard, config.chunk);
  const { kept, warnings } = dropHallucinations(merged, speech, config.guard);
  const all = [...poorAudio(quality, config.quality), ...warnings];
  if (damaged)
    all.push({ code: 'audio_damaged', detail: 'The decoder met damaged parts; something said may be missing.' });
  if (heard.some((chunk) => !chunk.timed)) {
    all.push({
      code: 'times_estimated',
      detail: 'The recogniser gives no times: those of the segments are estimates.',
    });
  }
  return { turns: kept.length === 0 ? null : kept.map(turnOf), quality, warnings: all };
}
