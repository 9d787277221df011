import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import OpenAI, { APIConnectionError, type APIError, RateLimitError } from 'openai';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recording } from './recordings.ts';
import { type Inference, startInference } from './server.ts';
import { run, speakDialogue } from './speech.ts';

// Speech, decoding and voice detection take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DIALOGUE = [
  { speaker: 'A', language: 'es', text: 'Buenos días, ¿qué le pasa?' },
  { speaker: 'B', language: 'es', text: 'Me duele mucho la cabeza desde hace tres días.' },
  { speaker: 'A', language: 'es', text: '¿Ha tenido fiebre o vómitos?' },
  { speaker: 'B', language: 'es', text: 'No, fiebre no, pero me molesta la luz.' },
] as const;

const SCHEMA = {
  type: 'json_schema',
  json_schema: {
    name: 'note',
    strict: true,
    schema: {
      type: 'object',
      properties: { facts: { type: 'array', items: { type: 'string' } }, age: { type: ['number', 'null'] } },
      required: ['facts', 'age'],
      additionalProperties: false,
    },
  },
} as const;

let folder: string;
let server: Inference;
let client: OpenAI;
let recording: Recording;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inference-test-'));
  recording = await speakDialogue(folder, 'visit', DIALOGUE);
  server = await startInference({ apiKey: 'test-key', recordings: [recording] });
  client = new OpenAI({ baseURL: server.baseUrl, apiKey: 'test-key', maxRetries: 0, timeout: 10_000 });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => server.reset());

const ask = (signal?: AbortSignal) =>
  client.chat.completions.create(
    { model: 'm', messages: [{ role: 'user', content: 'hola' }], response_format: SCHEMA },
    signal === undefined ? {} : { signal },
  );

describe('chat', () => {
  it('answers by the given function, whole and streamed alike, and keeps the requests', async () => {
    server.setAnswer((request) => ({ facts: [request.messages.length, 'ñandú'], age: 45 }));
    const whole = await ask();
    expect(JSON.parse(whole.choices[0]!.message.content!)).toEqual({ facts: [1, 'ñandú'], age: 45 });
    const stream = client.chat.completions.stream({
      model: 'm',
      messages: [{ role: 'user', content: 'hola' }],
      stream_options: { include_usage: true },
    });
    const streamed = await stream.finalChatCompletion();
    expect(streamed.choices[0]!.message.content).toBe(whole.choices[0]!.message.content);
    expect((await stream.totalUsage()).total_tokens).toBeGreaterThan(0);
    expect(server.calls.map((call) => call.chat?.stream ?? false)).toEqual([false, true]);
    expect(server.calls[0]!.headers).not.toHaveProperty('authorization');
  });

  it('gives the smallest instance of the schema where nothing else is set', async () => {
    expect(JSON.parse((await ask()).choices[0]!.message.content!)).toEqual({ facts: [], age: null });
  });

  it('misbehaves as told, for as many calls as told', async () => {
    server.behave({ behaviour: { kind: 'status', status: 429, retryAfter: 7 }, times: 1 });
    const error = await ask().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as APIError).headers?.get('retry-after')).toBe('7');
    await expect(ask()).resolves.toBeDefined();

    const content = async (kind: 'refusal' | 'length' | 'content_filter' | 'prose' | 'empty' | 'white_space') => {
      server.behave({ behaviour: { kind } });
      const { finish_reason, message } = (await ask()).choices[0]!;
      return { finish_reason, content: message.content, refused: message.refusal !== null };
    };
    expect(await content('refusal')).toMatchObject({ content: null, refused: true });
    expect(await content('length')).toMatchObject({ finish_reason: 'length' });
    expect(await content('content_filter')).toMatchObject({ finish_reason: 'content_filter', content: '' });
    expect((await content('prose')).content).toMatch(/^Sure!/);
    expect(await content('empty')).toMatchObject({ finish_reason: 'stop', content: '' });
    expect((await content('white_space')).content?.trim()).toBe('{');
    for (const kind of ['reset', 'truncate'] as const) {
      server.behave({ behaviour: { kind } });
      await expect(ask()).rejects.toThrow();
    }
    for (const kind of ['hang', 'stall'] as const) {
      server.behave({ behaviour: { kind } });
      await expect(ask(AbortSignal.timeout(150))).rejects.toThrow();
    }
    server.behave({ behaviour: { kind: 'reset' } });
    await expect(ask()).rejects.toBeInstanceOf(APIConnectionError);
  });

  it('is switched over HTTP as well', async () => {
    const origin = server.baseUrl.replace('/v1', '');
    await fetch(`${origin}/control/rules`, { method: 'PUT', body: JSON.stringify([{ behaviour: { kind: 'empty' } }]) });
    expect((await ask()).choices[0]!.message.content).toBe('');
    const seen = (await (await fetch(`${origin}/control/calls`)).json()) as { calls: unknown[] };
    expect(seen.calls).toHaveLength(1);
  });
});

describe('transcriptions', () => {
  const said = DIALOGUE.map((line) => line.text).join(' ');

  it('hears a known recording in every format that the model serves', async () => {
    const file = () => createReadStream(recording.file);
    const verbose = await client.audio.transcriptions.create({
      file: file(),
      model: 'whisper-1',
      response_format: 'verbose_json',
      timestamp_granularities: ['segment', 'word'],
    });
    expect(verbose.text).toBe(said);
    expect(verbose.language).toBe('spanish');
    expect(verbose.segments).toHaveLength(4);
    expect(verbose.words![0]).toMatchObject({ word: 'Buenos', start: 0 });
    expect((await client.audio.transcriptions.create({ file: file(), model: 'gpt-4o-transcribe' })).text).toBe(said);
    const diarized = (await client.audio.transcriptions.create({
      file: file(),
      model: 'gpt-4o-transcribe-diarize',
      response_format: 'diarized_json',
      chunking_strategy: 'auto',
    })) as unknown as { segments: { speaker: string }[] };
    expect(diarized.segments.map((segment) => segment.speaker)).toEqual(['A', 'B', 'A', 'B']);
  });

  it('hears a cut of it, in another encoding, with the times of the cut', async () => {
    const [first, second] = [recording.lines[1]!, recording.lines[2]!];
    const cut = join(folder, 'cut.ogg');
    const from = String(first.start - 0.2);
    const length = String(second.end + 0.2 - first.start + 0.2);
    await run('ffmpeg', ['-v', 'error', '-y', '-ss', from, '-t', length, '-i', recording.file, '-c:a', 'libopus', cut]);
    const heard = await client.audio.transcriptions.create({
      file: createReadStream(cut),
      model: 'whisper-1',
      response_format: 'verbose_json',
    });
    expect(heard.text).toBe(`${first.text} ${second.text}`);
    expect(heard.segments![0]!.start).toBeCloseTo(0.2, 1);
    expect(server.calls[0]!.audio!.offset).toBeCloseTo(first.start - 0.2, 1);
  });

  it('refuses by the rules of the real one', async () => {
    const send = (fields: object) =>
      client.audio.transcriptions
        .create({ file: createReadStream(recording.file), model: 'whisper-1', ...fields } as never)
        .then(() => 200)
        .catch((error: unknown) => (error as APIError).status);
    expect(await send({ model: 'gpt-4o-transcribe', response_format: 'verbose_json' })).toBe(400);
    expect(await send({ timestamp_granularities: ['word'] })).toBe(400);
    expect(await send({ file: new File(['not audio at all'], 'a.wav') })).toBe(400);
    server.setAudioRules({ maxSeconds: 5 });
    expect(await send({})).toBe(400);
    server.setAudioRules({ maxBytes: 1000 });
    expect(await send({})).toBe(413);
    const stranger = new OpenAI({ baseURL: server.baseUrl, apiKey: 'wrong', maxRetries: 0 });
    await expect(stranger.models.list()).resolves.toBeDefined();
    const refused = stranger.audio.transcriptions.create({
      file: createReadStream(recording.file),
      model: 'whisper-1',
    });
    await expect(refused).rejects.toMatchObject({ status: 401 });
  });
});
