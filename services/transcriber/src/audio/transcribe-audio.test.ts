import { copyFile, mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recording } from '../../../../tests/inference/recordings.ts';
import { type Inference, startInference } from '../../../../tests/inference/server.ts';
import { makeSound, run, speakDialogue, type Utterance } from '../../../../tests/inference/speech.ts';
import { transcriberConfig } from '../config.ts';
import { createOpenAiRecogniser } from '../engines/openai.ts';
import { segmentsOf } from '../segments.ts';
import { createAudioTranscriber } from './transcribe-audio.ts';

// Speech, decoding and voice detection take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SPANISH: Utterance[] = [
  { speaker: 'A', language: 'es', text: 'Buenos días, cuénteme, ¿qué le pasa?' },
  { speaker: 'B', language: 'es', text: 'Me duele mucho la cabeza desde hace tres días.' },
  { speaker: 'A', language: 'es', text: '¿Ha tenido fiebre o vómitos?' },
  { speaker: 'B', language: 'es', text: 'No, fiebre no, pero me molesta la luz y ayer vomité dos veces.' },
  { speaker: 'A', language: 'es', text: 'Le voy a recetar paracetamol, un gramo cada ocho horas.' },
];
const ENGLISH: Utterance[] = [
  { speaker: 'A', language: 'en', text: 'Good morning, what brings you in today?' },
  { speaker: 'B', language: 'en', text: "I've been having chest pain since last Monday, doctor." },
  { speaker: 'A', language: 'en', text: 'Have you had any shortness of breath?' },
  { speaker: 'B', language: 'en', text: 'Only when I climb the stairs to my apartment.' },
];

let folder: string;
let work: string;
let spanish: Recording;
let english: Recording;
let server: Inference;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'audio-test-'));
  work = join(folder, 'work');
  await mkdir(work);
  [spanish, english] = await Promise.all([speakDialogue(folder, 'es', SPANISH), speakDialogue(folder, 'en', ENGLISH)]);
  server = await startInference({ recordings: [spanish, english] });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => server.reset());

const hear = (path: string, env: Record<string, string> = {}, signal: AbortSignal = new AbortController().signal) => {
  const config = transcriberConfig({ ASR_BASE_URL: server.baseUrl, AUDIO_WORK_DIR: work, ...env });
  const transcribe = createAudioTranscriber(config.audio, createOpenAiRecogniser(config.asr!));
  return transcribe({ recording: 'r', path, languageHint: null, signal, traceparent: null });
};
const words = (turns: readonly { readonly text: string }[] | null) => (turns ?? []).map((turn) => turn.text).join(' ');
const said = (lines: readonly Utterance[]) => lines.map((line) => line.text).join(' ');
const sound = (name: string, source: string, seconds = 60) => makeSound(join(folder, `${name}.wav`), source, seconds);
const ffmpeg = (...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args]);
const codes = (warnings: readonly { readonly code: string }[]) => warnings.map((warning) => warning.code);

describe('speech', () => {
  it.each([
    ['Spanish', () => spanish, SPANISH, 'es'],
    ['English', () => english, ENGLISH, 'en'],
  ] as const)('in %s becomes timed segments with roles and language', async (_, recording, lines, language) => {
    const { turns, quality, warnings } = await hear(recording().file);
    expect(words(turns)).toBe(said(lines));
    expect(warnings).toEqual([]);
    const end = recording().lines.at(-1)!.end;
    expect(quality.duration_ms).toBeGreaterThan(end * 1000);
    expect(quality.speech_ms).toBeGreaterThan(quality.duration_ms / 2);
    expect(quality.snr_db).toBeGreaterThan(30);
    const made = segmentsOf(turns!, { maxChars: 2000, languageHint: null, form: 'dialogue', labelledBy: 'recogniser' });
    expect(made.language).toBe(language);
    expect(made.segments.slice(0, 4).map((one) => one.speaker)).toEqual([
      'clinician',
      'patient',
      'clinician',
      'patient',
    ]);
    expect(made.segments.map((one) => one.start_ms! / 1000)).toEqual(
      recording().lines.map((line) => expect.closeTo(line.start, 1)),
    );
  });

  it.each([
    ['whisper-1', 'flac'],
    ['whisper-1', 'ogg'],
    ['gpt-4o-transcribe', 'flac'],
    ['gpt-4o-transcribe-diarize', 'wav'],
  ])('cut into chunks for %s as %s loses and doubles no word', async (model, format) => {
    const env = { ASR_MODEL: model, ASR_AUDIO_FORMAT: format, ASR_MAX_SECONDS: '7', ASR_UNTIMED_MAX_SECONDS: '7' };
    const { turns } = await hear(spanish.file, env);
    expect(words(turns)).toBe(said(SPANISH));
    expect(server.calls.length).toBeGreaterThan(2);
    expect(server.peak.audio).toBeGreaterThan(1);
    expect(server.peak.audio).toBeLessThanOrEqual(3);
    for (const call of server.calls) expect(call.audio!.seconds).toBeLessThanOrEqual(7.05);
  });

  it.each([
    'mp3',
    'm4a',
    'ogg',
    'webm',
    'flac',
    'aac',
  ])('is heard in %s, with the duration counted by samples', async (container) => {
    const file = join(folder, `visit.${container}`);
    await run('ffmpeg', ['-v', 'error', '-y', '-i', english.file, '-ac', '2', '-ar', '48000', file]);
    const { turns, quality } = await hear(file);
    expect(words(turns)).toBe(said(ENGLISH));
    expect(Math.abs(quality.duration_ms / 1000 - english.lines.at(-1)!.end - 0.7)).toBeLessThan(0.2);
  });
});

describe('no speech, no call', () => {
  it.each([
    ['silence', 'anullsrc'],
    ['white noise', 'anoisesrc=c=white:a=0.3'],
    ['pink noise', 'anoisesrc=c=pink:a=0.5'],
    ['a tone', 'sine=f=440'],
    // A minor chord, plucked twice a second.
    ['music', 'aevalsrc=0.25*exp(-4*mod(t\\,0.5))*(sin(2*PI*220*t)+sin(2*PI*261.6*t)+sin(2*PI*329.6*t))'],
  ])('60 s of %s', async (name, source) => {
    const { turns, quality } = await hear(await sound(name.replace(/ /g, '-'), source));
    expect(turns).toBeNull();
    expect(quality.duration_ms).toBe(60_000);
    expect(server.calls).toHaveLength(0);
  });

  it('and nothing is believed of a recogniser that captions silence', async () => {
    const phantom: Recording = {
      ...english,
      lines: [{ start: 0, end: 2, text: 'Subtítulos realizados por la comunidad de Amara.org' }],
    };
    await using dreamer = await startInference({ recordings: [phantom] });
    const { turns, warnings } = await hear(english.file, { ASR_BASE_URL: dreamer.baseUrl });
    expect(turns).toBeNull();
    expect(codes(warnings)).toEqual(['hallucination_dropped']);
  });
});

describe('poor and broken audio', () => {
  it('in noise is told of with figures', async () => {
    const noisy = join(folder, 'noisy.wav');
    const noise = await sound('hiss', 'anoisesrc=c=pink:a=0.1', 30);
    await ffmpeg('-i', english.file, '-i', noise, '-filter_complex', 'amix=inputs=2:duration=first:normalize=0', noisy);
    const { quality, warnings } = await hear(noisy, { AUDIO_MIN_SNR_DB: '20' });
    expect(quality.snr_db).toBeLessThan(20);
    expect(warnings[0]).toMatchObject({
      code: 'poor_audio',
      detail: expect.stringMatching(/Signal to noise -?[\d.]+ dB, /),
    });
  });

  it('that clips is told of', async () => {
    const clipped = join(folder, 'clipped.wav');
    await ffmpeg('-i', english.file, '-af', 'volume=24dB', '-c:a', 'pcm_s16le', clipped);
    const { quality, warnings } = await hear(clipped);
    expect(quality.clipped_ratio).toBeGreaterThan(0.005);
    expect(codes(warnings)).toContain('poor_audio');
  });

  it('that is cut short is heard as far as it goes', async () => {
    const file = join(folder, 'cut.flac');
    await run('ffmpeg', ['-v', 'error', '-y', '-i', english.file, file]);
    await truncate(file, 90_000);
    const { turns, warnings } = await hear(file);
    expect(words(turns)).toMatch(/^Good morning/);
    expect(codes(warnings)).toContain('audio_damaged');
  });

  it.each<[string, string, string | Buffer]>([
    ['text', 'a.wav', 'this is no audio at all'],
    ['nothing', 'b.mp3', ''],
    ['a playlist of local files', 'c.wav', '#EXTM3U\n#EXTINF:10,\nfile:///etc/hostname\n'],
    ['a concatenation script', 'd.wav', 'ffconcat version 1.0\nfile es.wav\n'],
  ])('refuses %s', async (_, name, content) => {
    const file = join(folder, name);
    await writeFile(file, content);
    await expect(hear(file)).rejects.toMatchObject({ code: 'audio_undecodable' });
    expect(server.calls).toHaveLength(0);
  });

  it('refuses what is too long, without decoding all of it', async () => {
    await expect(hear(english.file, { AUDIO_MAX_SECONDS: '5' })).rejects.toMatchObject({ code: 'audio_too_long' });
  });
});

describe('however it ends', () => {
  it('a failed chunk ends the others, and no file stays behind', async () => {
    server.behave({ behaviour: { kind: 'status', status: 503 }, times: 1 }, { behaviour: { kind: 'hang' } });
    await expect(hear(spanish.file, { ASR_MAX_SECONDS: '7' })).rejects.toMatchObject({
      code: 'dependency_unavailable',
    });
    expect(await readdir(work)).toEqual([]);
  });

  it('a second try asks only for what is missing', async () => {
    const config = transcriberConfig({
      ASR_BASE_URL: server.baseUrl,
      AUDIO_WORK_DIR: work,
      ASR_MAX_SECONDS: '7',
      ASR_PARALLEL: '1',
    });
    const transcribe = createAudioTranscriber(config.audio, createOpenAiRecogniser(config.asr!));
    const request = {
      recording: 'r',
      path: spanish.file,
      languageHint: null,
      signal: new AbortController().signal,
      traceparent: null,
    };
    const limited = { kind: 'status', status: 429, retryAfter: 1 } as const;
    server.behave({ behaviour: { kind: 'ok' }, times: 2 }, { behaviour: limited, times: 1 });
    await expect(transcribe(request)).rejects.toMatchObject({ code: 'asr_rate_limited', retryAfterMs: 1_000 });
    expect(server.calls).toHaveLength(3);
    const { turns } = await transcribe(request);
    expect(words(turns)).toBe(said(SPANISH));
    const starts = server.calls.map((call) => call.audio!.offset);
    expect(new Set(starts).size).toBe(starts.length - 1);
    const before = server.calls.length;
    await transcribe(request);
    expect(server.calls.length - before).toBe(before - 1);
  });

  it('a cancel ends decoding and calls', async () => {
    server.behave({ behaviour: { kind: 'hang' } });
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const waiting = hear(spanish.file, {}, controller.signal);
    const outcome = expect(waiting).rejects.toBe(reason);
    await expect.poll(() => server.calls.length, { timeout: 10_000 }).toBe(1);
    controller.abort(reason);
    await outcome;
    expect(await readdir(work)).toEqual([]);
  });

  it('the upload itself is left alone', async () => {
    const file = join(folder, 'kept.wav');
    await copyFile(english.file, file);
    await hear(file);
    expect(await readdir(folder)).toContain('kept.wav');
  });
});
