import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type JobEvent, RECORDS, type Submission, TOPICS, type Transcript } from '@clinical/contracts';
import { createLogger, folderBlobStore, readArtefact, type StageContext } from '@clinical/runtime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Inference, startInference } from '../../../tests/inference/server.ts';
import { makeSound, speakDialogue } from '../../../tests/inference/speech.ts';
import { createAudioTranscriber } from './audio/transcribe-audio.ts';
import { transcriberConfig } from './config.ts';
import { createOpenAiRecogniser } from './engines/openai.ts';
import { transcriberStage } from './stage.ts';

// Speech, decoding and voice detection take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const JOB = '0b4f4e0a-6b0e-4f3c-9d1a-2f1f6f8f7a10';
let folder: string;
let server: Inference;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stage-test-'));
  const recording = await speakDialogue(folder, 'visit', [
    { speaker: 'A', language: 'es', text: '¿Qué le pasa?' },
    { speaker: 'B', language: 'es', text: 'Me duele la garganta desde el martes.' },
  ]);
  server = await startInference({ recordings: [recording] });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const submission = (fields: Partial<Submission>): Submission => ({
  job_id: JOB,
  tenant: 'default',
  submitted_at: 1_000,
  kind: 'text',
  media_type: 'text/plain',
  language_hint: null,
  content: null,
  blob: null,
  content_sha256: 'a'.repeat(64),
  fhir_profile: 'r4',
  ...fields,
});

const context = (fields: Partial<StageContext> = {}): StageContext => ({
  job_id: JOB,
  tenant: 'default',
  attempt: 2,
  now: () => 5_000,
  signal: new AbortController().signal,
  log: createLogger('test', 'silent'),
  traceparent: null,
  ...fields,
});

const blobs = () => folderBlobStore(join(folder, 'blobs'));
const stage = (inlineMaxBytes = 512 * 1024, env: Record<string, string> = { ASR_BASE_URL: server.baseUrl }) => {
  const { asr, audio, text } = transcriberConfig({ AUDIO_WORK_DIR: folder, ...env });
  const recogniser = asr === null ? null : createOpenAiRecogniser(asr);
  const speech = recogniser && { engine: recogniser.engine, transcribe: createAudioTranscriber(audio, recogniser) };
  return transcriberStage({ blobs: blobs(), inlineMaxBytes, speech, text });
};
const audioBlob = (file: string) => blobs().put(JOB, 'content', 'audio/wav', createReadStream(file));

describe('the transcriber stage', () => {
  it('turns text into a transcript record and an event that shows it', async () => {
    const content = 'Doctor: ¿Qué le pasa?\nPaciente: Me duele la cabeza.';
    const out = await stage().handle(submission({ content }), context());
    expect(out.map(({ topic }) => topic)).toEqual([TOPICS.transcripts, TOPICS.results]);
    const [transcript, event] = out.map(({ value }) => value) as [Transcript, JobEvent];
    expect(RECORDS.Transcript.parse(transcript)).toEqual(transcript);
    expect(RECORDS.JobEvent.parse(event)).toEqual(event);
    expect(transcript).toMatchObject({
      source: 'text',
      language: 'es',
      engine: { name: 'parser' },
      audio_quality: null,
    });
    expect(transcript.segments.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['clinician', '¿Qué le pasa?'],
      ['patient', 'Me duele la cabeza.'],
    ]);
    expect(event).toMatchObject({ status: 'summarizing', stage: 'transcriber', attempt: 2, occurred_at: 5_000 });
    expect(JSON.parse(event.transcript!.inline!)).toEqual(transcript);
  });

  it('reads text from the blob store, and keeps a large transcript there', async () => {
    const content = 'Paciente con cefalea intensa. '.repeat(500).trim();
    const blob = await blobs().put(JOB, 'content', 'text/plain', Readable.from([content]));
    const out = await stage(1_000).handle(submission({ blob }), context());
    const [transcript, event] = out.map(({ value }) => value) as [Transcript, JobEvent];
    expect(event.transcript!.inline).toBeNull();
    expect(JSON.parse(await readArtefact(event.transcript!, blobs()))).toEqual(transcript);
    const joined = transcript.segments.map((segment) => segment.text).join(' ');
    expect(joined).toBe(content);
  });

  it('turns audio into a transcript', async () => {
    const blob = await audioBlob(join(folder, 'visit.wav'));
    const out = await stage().handle(submission({ kind: 'audio', media_type: 'audio/wav', blob }), context());
    const transcript = out[0]!.value as Transcript;
    expect(RECORDS.Transcript.parse(transcript)).toEqual(transcript);
    expect(transcript).toMatchObject({ source: 'audio', engine: { name: 'openai', model: 'whisper-1' } });
    expect(transcript.segments.map((segment) => segment.text)).toEqual([
      '¿Qué le pasa?',
      'Me duele la garganta desde el martes.',
    ]);
  });

  it('ends audio without speech as no_speech: no call, nothing on the transcripts topic', async () => {
    const silence = join(folder, 'silence.wav');
    await makeSound(silence, 'anullsrc', 5);
    const calls = server.calls.length;
    const blob = await audioBlob(silence);
    const out = await stage().handle(submission({ kind: 'audio', media_type: 'audio/wav', blob }), context());
    expect(out).toEqual([
      { topic: TOPICS.results, value: expect.objectContaining({ status: 'no_speech', transcript: null }) },
    ]);
    expect(server.calls.length).toBe(calls);
  });

  it.each<[string, Partial<Submission>, string]>([
    ['another job', { job_id: '11111111-1111-4111-8111-111111111111', content: 'hola' }, 'job_mismatch'],
    ['no content', {}, 'content_missing'],
    ['an empty text', { content: ' \n ' }, 'transcript_empty'],
    ['an unknown type', { content: 'hola', media_type: 'application/pdf' }, 'media_type_unsupported'],
    [
      'a blob that is gone',
      { kind: 'audio', blob: { key: `${JOB}/gone`, sha256: 'b'.repeat(64), bytes: 1, media_type: 'audio/wav' } },
      'content_missing',
    ],
  ])('refuses %s for good', async (_, fields, code) => {
    await expect(stage().handle(submission(fields), context())).rejects.toMatchObject({ name: 'PermanentError', code });
  });

  it('refuses text that is not UTF-8, and audio without a recogniser', async () => {
    const blob = await blobs().put(JOB, 'latin', 'text/plain', Readable.from([Buffer.from([0x64, 0xed, 0x61])]));
    await expect(stage().handle(submission({ blob }), context())).rejects.toMatchObject({ code: 'text_not_utf8' });
    const audio = submission({ kind: 'audio', media_type: 'audio/wav', blob });
    await expect(stage(1_000, {}).handle(audio, context())).rejects.toMatchObject({
      code: 'asr_not_configured',
      retryable: true,
    });
  });

  it('tells of progress, delay, failure and cancellation', () => {
    const { events } = stage();
    const problem = { code: 'webvtt_invalid', title: 'No.', retryable: false };
    const all = [
      ...(events.started?.(context()) ?? []),
      ...events.delayed(context(), 'dependency_unavailable'),
      ...events.failed(context(), problem, null),
      ...events.cancelled(context()),
    ].map(({ value }) => RECORDS.JobEvent.parse(value));
    expect(all.map(({ status, delayed, problem: told }) => [status, delayed, told])).toEqual([
      ['transcribing', null, null],
      ['transcribing', 'dependency_unavailable', null],
      ['failed', null, problem],
      ['cancelled', null, null],
    ]);
  });
});
