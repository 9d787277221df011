/**
 * The whole line with a model and a recogniser behind it, over real HTTP: chat and audio by the protocol, real speech
 * made by espeak-ng, an hour of it, and a minute of nothing.
 */
import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Stack } from '../../deploy/local/src/stack.ts';
import { ApiClient } from '../client/api.ts';
import { type PublishedSummary, type PublishedTranscript, unsupportedFacts } from '../client/evidence.ts';
import careful from '../inference/models/careful.ts';
import { type Inference, startInference } from '../inference/server.ts';
import { run, speakDialogue, type Utterance } from '../inference/speech.ts';

const SPANISH: readonly Utterance[] = [
  { speaker: 'A', language: 'es', text: 'Buenos días, ¿qué le pasa?' },
  { speaker: 'B', language: 'es', text: 'Me duele mucho la cabeza desde hace tres días.' },
  { speaker: 'A', language: 'es', text: '¿Ha tenido fiebre?' },
  { speaker: 'B', language: 'es', text: 'No, fiebre no.' },
];
const ENGLISH: readonly Utterance[] = [
  { speaker: 'A', language: 'en', text: 'Good morning, what brings you in today?' },
  { speaker: 'B', language: 'en', text: 'I have had a bad cough for two weeks.' },
  { speaker: 'A', language: 'en', text: 'Do you have any chest pain?' },
  { speaker: 'B', language: 'en', text: 'No, no chest pain.' },
];
/** Longer than the recogniser takes at once; `npm run test:hour` makes it an hour. */
const LONG_SECONDS = Number(process.env.LONG_AUDIO_S ?? 700);

const folder = mkdtempSync(join(tmpdir(), 'inference-'));
const done = new AbortController();
let inference: Inference;
let stack: Stack;
let client: ApiClient;

beforeAll(async () => {
  inference = await startInference({ answer: careful, audio: { maxSeconds: 600 } });
  const env = { LLM_BASE_URL: inference.baseUrl, LLM_API_KEY: 'test', LLM_MODEL: 'test-model' };
  stack = await Stack.start({
    folder,
    env: {
      ...env,
      ASR_BASE_URL: inference.baseUrl,
      ASR_API_KEY: 'test',
      ASR_MODEL: 'whisper-1',
      ASR_MAX_SECONDS: '600',
    },
  });
  client = new ApiClient(stack.addresses.gateway, done.signal);
}, 120_000);

afterAll(async () => {
  done.abort();
  await stack?.stop();
  await inference?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => inference.reset());

async function submitAudio(file: string): Promise<string> {
  const response = await fetch(`${stack.addresses.gateway}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'audio/wav' },
    body: Readable.toWeb(createReadStream(file)) as never,
    duplex: 'half',
  } as RequestInit);
  const body = (await response.json()) as { job_id: string };
  expect({ status: response.status, body }).toMatchObject({ status: 202 });
  return body.job_id;
}

/** The status in which a job ends, with the problem's code where it failed. */
const ends = async (jobId: string): Promise<string> => {
  let last = '';
  for await (const { status } of client.events(jobId)) last = status;
  if (last !== 'failed') return last;
  const { problem } = await client.json<{ problem: { code: string } }>(`/v1/jobs/${jobId}`);
  return `failed: ${problem.code}`;
};

const artefacts = async (jobId: string) => {
  const [transcript, summary] = await Promise.all([
    client.json<PublishedTranscript & { language: string }>(`/v1/jobs/${jobId}/transcript`),
    client.json<PublishedSummary & { engine: { name: string }; degraded: boolean }>(`/v1/jobs/${jobId}/summary`),
  ]);
  return { transcript, summary };
};

const words = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

describe.each([
  ['es', SPANISH],
  ['en', ENGLISH],
] as const)('speech in %s', (language, utterances) => {
  test('is heard, summarised by the model and mapped', async () => {
    const recording = await speakDialogue(folder, language, utterances);
    await inference.record(recording);
    const jobId = await submitAudio(recording.file);
    expect(await ends(jobId)).toBe('completed');

    const { transcript, summary } = await artefacts(jobId);
    expect(transcript.language).toBe(language);
    expect(words(transcript.segments.map(({ text }) => text).join(' '))).toEqual(
      words(utterances.map(({ text }) => text).join(' ')),
    );
    expect(summary).toMatchObject({ engine: { name: 'openai' }, degraded: false });
    expect(summary.facts.length).toBeGreaterThan(0);
    expect(unsupportedFacts(summary, transcript)).toEqual([]);
  }, 120_000);
});

/** A visit that goes on and on: questions and answers in an order that does not repeat. */
function longVisit(seconds: number): Utterance[] {
  const places = ['la cabeza', 'la espalda', 'el pecho', 'la rodilla', 'el hombro', 'la garganta', 'el oído'];
  const spans = ['dos días', 'una semana', 'tres meses', 'ayer', 'el lunes'];
  const questions = ['¿Y desde cuándo le pasa eso?', '¿Le duele más por la noche?', 'Cuénteme un poco más, por favor.'];
  const lines: Utterance[] = [];
  // A line and its pause take more than two and a half seconds.
  for (let turn = 0; lines.length * 2.5 < seconds * 1.25; turn++) {
    const place = places[(turn * 3 + Math.floor(turn / 7)) % places.length]!;
    const span = spans[(turn * 2 + Math.floor(turn / 5)) % spans.length]!;
    const question = questions[(turn + Math.floor(turn / 3)) % questions.length]!;
    lines.push({ speaker: 'A', language: 'es', text: question });
    lines.push({ speaker: 'B', language: 'es', text: `Me duele bastante ${place} desde hace ${span}.` });
  }
  return lines;
}

test('speech longer than the recogniser takes is cut, heard in parts, and loses and doubles no word', async () => {
  const long = await speakDialogue(folder, 'long', longVisit(LONG_SECONDS));
  expect((statSync(long.file).size - 44) / 32_000).toBeGreaterThan(LONG_SECONDS);
  await inference.record(long);
  const jobId = await submitAudio(long.file);
  expect(await ends(jobId)).toBe('completed');

  expect(inference.calls.filter(({ endpoint }) => endpoint === 'audio').length).toBeGreaterThan(
    Math.floor(LONG_SECONDS / 600),
  );
  const { transcript, summary } = await artefacts(jobId);
  const heard = words(transcript.segments.map(({ text }) => text).join(' '));
  const said = words(long.lines.map(({ text }) => text).join(' '));
  expect(heard.length).toBe(said.length);
  expect(unsupportedFacts(summary, transcript)).toEqual([]);
}, 900_000);

describe.each([
  ['silence', ['anullsrc=r=16000:cl=mono']],
  ['noise', ['anoisesrc=r=16000:a=0.3:c=pink']],
] as const)('a minute of %s', (name, [source]) => {
  test('ends as no_speech, and no model is asked', async () => {
    const file = join(folder, `${name}.wav`);
    await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-t', '60', file]);
    expect(await ends(await submitAudio(file))).toBe('no_speech');
    expect(inference.calls).toEqual([]);
  }, 120_000);
});

test('with the model away, the embedded engine answers and says so', async () => {
  inference.behave({ endpoint: 'chat', behaviour: { kind: 'status', status: 503 } });
  const { jobId } = await client.submit('Patient: I have had a cough for two weeks. No fever.', crypto.randomUUID());
  expect(await ends(jobId)).toBe('completed');
  const { transcript, summary } = await artefacts(jobId);
  expect(summary).toMatchObject({ engine: { name: 'embedded' }, degraded: true });
  expect(unsupportedFacts(summary, transcript)).toEqual([]);
}, 180_000);
