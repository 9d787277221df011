import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DependencyDownError, PermanentError, TransientError } from '@clinical/runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recording } from '../../../../tests/inference/recordings.ts';
import { type Inference, startInference } from '../../../../tests/inference/server.ts';
import { speakDialogue } from '../../../../tests/inference/speech.ts';
import { transcriberConfig } from '../config.ts';
import { createOpenAiRecogniser } from './openai.ts';

// Speech, decoding and voice detection take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let recording: Recording;
let server: Inference;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
  recording = await speakDialogue(folder, 'short', [
    { speaker: 'A', language: 'en', text: 'Does anything hurt?' },
    { speaker: 'B', language: 'en', text: 'My left knee.' },
  ]);
  server = await startInference({ apiKey: 'key', recordings: [recording] });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => server.reset());

const recogniser = (env: Record<string, string> = {}) =>
  createOpenAiRecogniser(transcriberConfig({ ASR_BASE_URL: server.baseUrl, ASR_API_KEY: 'key', ...env }).asr!);
const request = (signal: AbortSignal = new AbortController().signal) => ({
  path: recording.file,
  mediaType: 'audio/wav',
  durationMs: 5_000,
  languageHint: 'en-US',
  signal,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});
const fields = () => server.calls.map((call) => call.audio!.fields);

describe('the recogniser by OpenAI protocol', () => {
  it('asks whisper for segments, with language and trace', async () => {
    const one = recogniser();
    expect(one).toMatchObject({ timed: true, engine: { name: 'openai', model: 'whisper-1' } });
    const heard = await one.recognise(request());
    expect(heard.map(({ text }) => text.trim())).toEqual(['Does anything hurt?', 'My left knee.']);
    expect(heard[1]!.startMs).toBeCloseTo(recording.lines[1]!.start * 1000, -2);
    expect(fields()[0]).toMatchObject({
      response_format: 'verbose_json',
      'timestamp_granularities[]': ['segment'],
      language: 'en',
    });
    expect(server.calls[0]!.headers.traceparent).toMatch(/^00-0af7/);
  });

  it('asks a diarising model for speakers, and a gpt-4o model for text', async () => {
    const diarised = await recogniser({ ASR_MODEL: 'gpt-4o-transcribe-diarize' }).recognise(request());
    expect(diarised.map((one) => one.speaker)).toEqual(['A', 'B']);
    const plain = recogniser({ ASR_MODEL: 'gpt-4o-mini-transcribe' });
    expect(plain.timed).toBe(false);
    expect(await plain.recognise(request())).toEqual([
      { startMs: null, endMs: null, text: 'Does anything hurt? My left knee.', speaker: null },
    ]);
    expect(fields().map((one) => [one.response_format, one.chunking_strategy])).toEqual([
      ['diarized_json', 'auto'],
      ['json', undefined],
    ]);
  });

  it('steps down where a server refuses the format, and remembers', async () => {
    server.setAudioRules({ formats: ['json', 'text'] });
    const one = recogniser({ ASR_MODEL: 'tiny' });
    expect(await one.recognise(request())).toHaveLength(1);
    expect(one.timed).toBe(false);
    expect(server.calls).toHaveLength(3);
    await one.recognise(request());
    expect(server.calls).toHaveLength(4);
  });

  it('hears nothing where the server says nothing', async () => {
    server.behave({ behaviour: { kind: 'empty' } });
    expect(await recogniser().recognise(request())).toEqual([]);
  });
});

describe('its failures have a fate', () => {
  const failure = (env: Record<string, string> = {}, signal?: AbortSignal) =>
    recogniser(env)
      .recognise(request(signal))
      .then(() => null)
      .catch((error: unknown) => error);

  it.each([
    [500, TransientError, 'asr_server_error'],
    [408, TransientError, 'asr_server_error'],
    [502, DependencyDownError, 'dependency_unavailable'],
    [503, DependencyDownError, 'dependency_unavailable'],
    [401, DependencyDownError, 'dependency_unavailable'],
    [403, DependencyDownError, 'dependency_unavailable'],
    [404, DependencyDownError, 'dependency_unavailable'],
    [400, PermanentError, 'asr_refused_audio'],
    [413, PermanentError, 'asr_refused_audio'],
    [415, PermanentError, 'asr_refused_audio'],
  ] as const)('HTTP %d is %o', async (status, type, code) => {
    server.behave({ behaviour: { kind: 'status', status, message: 'Ana López has said too much' } });
    const error = await failure();
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code });
    expect(String((error as Error).message)).not.toContain('Ana');
    expect(server.calls).toHaveLength(1);
  });

  it('429 waits as long as it is told', async () => {
    server.behave({ behaviour: { kind: 'status', status: 429, retryAfter: 7 } });
    expect(await failure()).toMatchObject({ code: 'asr_rate_limited', retryAfterMs: 7_000, dependency: 'asr' });
  });

  it.each(['reset', 'truncate', 'garbage'] as const)('%s is transient', async (kind) => {
    server.behave({ behaviour: { kind } });
    const error = await failure();
    expect(error).toBeInstanceOf(TransientError);
    expect(error).toMatchObject({ dependency: 'asr' });
  });

  it.each(['hang', 'stall'] as const)('%s ends at the time-out', async (kind) => {
    server.behave({ behaviour: { kind } });
    expect(await failure({ ASR_TIMEOUT_MS: '200' })).toMatchObject({ code: 'asr_timeout' });
  });

  it('nobody there is a dependency that is down', async () => {
    const closed = createServer();
    const port = await new Promise<number>((resolve) => {
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as { port: number }).port));
    });
    await new Promise((resolve) => closed.close(resolve));
    expect(await failure({ ASR_BASE_URL: `http://127.0.0.1:${port}/v1` })).toBeInstanceOf(DependencyDownError);
  });

  it('a cancel is a cancel', async () => {
    server.behave({ behaviour: { kind: 'hang' } });
    const reason = new Error('cancelled');
    const controller = new AbortController();
    const waiting = failure({}, controller.signal);
    controller.abort(reason);
    expect(await waiting).toBe(reason);
  });
});
