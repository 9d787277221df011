import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { folderBlobStore } from '@clinical/runtime';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HttpProblem } from '../http/problems.ts';
import { readDraft } from './body.ts';
import type { Draft } from './draft.ts';

const JOB = '00000000-0000-4000-8000-000000000001';
const limits = { textBytes: 10_000, jsonBytes: 40_000, audioBytes: 200_000 };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gateway-body-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => rm(join(folder, JOB), { recursive: true, force: true }));

const stored = () => readdir(join(folder, JOB)).catch(() => []);

/** A WAV file of silence, so many bytes long. */
function wav(bytes: number): Buffer {
  const file = Buffer.alloc(bytes);
  file.write('RIFF', 0);
  file.writeUInt32LE(bytes - 8, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(16_000, 24);
  file.writeUInt32LE(32_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(bytes - 44, 40);
  return file;
}

/** The body in pieces, as it comes from a socket, and without a Content-Length. */
function read(
  contentType: string | undefined,
  body: string | Buffer,
  { audio = true, query = {}, announced = undefined as string | undefined } = {},
): Promise<Draft> {
  const bytes = Buffer.from(body);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) =>
    bytes.subarray(i * 1000, (i + 1) * 1000),
  );
  const stream = Readable.from(pieces, { objectMode: false });
  return readDraft({ contentType, contentLength: announced, query, stream }, JOB, {
    limits,
    blobs: folderBlobStore(folder),
    audio,
  });
}

function form(parts: { name: string; content: string | Buffer; file?: string; type?: string }[]) {
  const boundary = 'x-boundary-x';
  const chunks = parts.flatMap(({ name, content, file, type }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n`,
    type === undefined ? '' : `Content-Type: ${type}\r\n`,
    '\r\n',
    content,
    '\r\n',
  ]);
  const body = Buffer.concat([...chunks, `--${boundary}--\r\n`].map((chunk) => Buffer.from(chunk)));
  return [`multipart/form-data; boundary=${boundary}`, body] as const;
}

const refuses = async (attempt: Promise<unknown>, code: string) => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(HttpProblem);
  expect((error as HttpProblem).code).toBe(code);
  expect(await stored()).toEqual([]);
};

const VTT = 'WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v Doctor>¿Qué le pasa?\n';
const SRT = '1\n00:00:01,000 --> 00:00:03,000\nTengo tos.\n';
const DIARISED = { segments: [{ speaker: 'patient', start: 0, end: 2, text: 'Tengo tos.' }] };

describe('a conversation comes as', () => {
  test.each([
    ['JSON text', 'application/json', '{"text":"Tengo tos.","language":"es"}', 'text', 'text/plain'],
    [
      'JSON with a WebVTT transcript',
      'application/json',
      JSON.stringify({ transcript: VTT }),
      'transcript',
      'text/vtt',
    ],
    [
      'JSON with an SRT transcript',
      'application/json',
      JSON.stringify({ transcript: SRT }),
      'transcript',
      'application/x-subrip',
    ],
    [
      'JSON with a diarised transcript',
      'application/json',
      JSON.stringify({ transcript: DIARISED }),
      'transcript',
      'application/json',
    ],
    ['the diarised transcript itself', 'application/json', JSON.stringify(DIARISED), 'transcript', 'application/json'],
    [
      "a recogniser's verbose JSON",
      'application/json',
      JSON.stringify({ text: 'Tengo tos.', ...DIARISED }),
      'transcript',
      'application/json',
    ],
    ['plain text', 'text/plain; charset=utf-8', 'Doctor: ¿Qué le pasa?', 'text', 'text/plain'],
    ['WebVTT', 'text/vtt', VTT, 'transcript', 'text/vtt'],
    ['SRT', 'application/x-subrip', SRT, 'transcript', 'application/x-subrip'],
  ])('%s', async (_name, contentType, body, kind, mediaType) => {
    expect(await read(contentType, body)).toMatchObject({ kind, media_type: mediaType, audio: null });
  });

  test('audio, streamed to the blob store under the type of its first bytes', async () => {
    const draft = await read('audio/mpeg', wav(100_000));
    expect(draft).toMatchObject({ kind: 'audio', content: null, media_type: 'audio/wav', audio: { bytes: 100_000 } });
    expect(await stored()).toHaveLength(1);
  });

  test.each([
    [
      'a form with a file',
      form([
        { name: 'file', content: VTT, file: 'a.vtt', type: 'text/plain' },
        { name: 'language', content: 'es' },
      ]),
      'transcript',
      'text/vtt',
    ],
    [
      'a form with a text',
      form([
        { name: 'language', content: 'es' },
        { name: 'text', content: 'Tengo tos.' },
      ]),
      'text',
      'text/plain',
    ],
    [
      'a form with a recording',
      form([
        { name: 'file', content: wav(50_000), file: 'a', type: 'audio/wav' },
        { name: 'language', content: 'es' },
      ]),
      'audio',
      'audio/wav',
    ],
  ] as const)('%s', async (_name, [contentType, body], kind, mediaType) => {
    expect(await read(contentType, body)).toMatchObject({ kind, media_type: mediaType, language_hint: 'es' });
  });
});

describe('the same request has the same fingerprint', () => {
  test('and another text, option or format another one', async () => {
    const fingerprint = async (...args: Parameters<typeof read>) => (await read(...args)).fingerprint;
    const original = await fingerprint('application/json', '{"text":"Tengo tos."}');
    expect(await fingerprint('text/plain', 'Tengo tos.')).toBe(original);
    expect(await fingerprint(...form([{ name: 'text', content: 'Tengo tos.' }]))).toBe(original);
    expect(await fingerprint('application/json', '{"text":"Tengo tos. "}')).not.toBe(original);
    expect(await fingerprint('text/plain', 'Tengo tos.', { query: { language: 'es' } })).not.toBe(original);
    const recording = await fingerprint('audio/wav', wav(50_000));
    expect(await fingerprint('audio/wav', wav(50_000))).toBe(recording);
    expect(await fingerprint('audio/wav', wav(50_002))).not.toBe(recording);
  });
});

describe('refused, leaving nothing behind:', () => {
  test.each([
    ['text over the limit, unannounced', 'text/plain', 'x'.repeat(10_001), 'payload_too_large'],
    ['JSON over the limit', 'application/json', JSON.stringify({ text: 'x'.repeat(50_000) }), 'payload_too_large'],
    [
      'JSON under the limit with a text over it',
      'application/json',
      JSON.stringify({ text: 'x'.repeat(10_001) }),
      'payload_too_large',
    ],
    ['audio over the limit, unannounced', 'audio/wav', wav(200_001), 'payload_too_large'],
    ['no type', undefined, 'hola', 'unsupported_media_type'],
    ['a type that is not taken', 'application/pdf', '%PDF-1.7', 'unsupported_media_type'],
    [
      'a picture under an audio type',
      'audio/wav',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'unsupported_media_type',
    ],
    ['noise under an audio type', 'audio/wav', Buffer.alloc(5000, 7), 'invalid_audio'],
    ['an empty audio file', 'audio/wav', Buffer.alloc(0), 'invalid_audio'],
    ['white space', 'text/plain', ' \n\t ', 'empty_text'],
    ['an empty JSON text', 'application/json', '{"text":""}', 'empty_text'],
    ['binary under text/plain', 'text/plain', Buffer.from([0x68, 0x6f, 0x00, 0x6c, 0x61]), 'invalid_text'],
    ['invalid UTF-8', 'text/plain', Buffer.from([0x68, 0xe1, 0x6c, 0x61]), 'invalid_text'],
    ['half of a surrogate pair', 'application/json', '{"text":"tos \\ud800"}', 'invalid_text'],
    ['broken JSON', 'application/json', '{"text":', 'malformed_json'],
    ['JSON that is no object', 'application/json', '"tos"', 'invalid_request'],
    ['an unknown option', 'application/json', '{"text":"tos","lang":"es"}', 'invalid_request'],
    ['an unknown language', 'application/json', '{"text":"tos","language":"de"}', 'invalid_request'],
    ['WebVTT without its first word', 'text/vtt', VTT.slice(8), 'invalid_transcript'],
    ['WebVTT without a cue', 'text/vtt', 'WEBVTT\n\nhola\n', 'invalid_transcript'],
    ['SRT without a time', 'application/x-subrip', '1\nTengo tos.\n', 'invalid_transcript'],
    ['JSON without turns', 'application/json', '{"words":"tos"}', 'invalid_transcript'],
  ])('%s', (_name, contentType, body, code) => refuses(read(contentType, body), code));

  test('an announced length over the limit, before a byte is read', () =>
    refuses(read('audio/wav', wav(100), { announced: '200001' }), 'payload_too_large'));

  test('audio where there is no recogniser', () =>
    refuses(read('audio/wav', wav(100), { audio: false }), 'audio_not_configured'));

  test.each([
    [
      'two files',
      form([
        { name: 'file', content: wav(9000), file: 'a.wav', type: 'audio/wav' },
        { name: 'file', content: SRT, file: 'a.srt' },
      ]),
      'invalid_request',
    ],
    [
      'a file and a text',
      form([
        { name: 'file', content: wav(9000), file: 'a.wav', type: 'audio/wav' },
        { name: 'text', content: 'tos' },
      ]),
      'invalid_request',
    ],
    ['nothing', form([]), 'invalid_request'],
    [
      'an unknown field after the file',
      form([
        { name: 'file', content: wav(9000), file: 'a.wav', type: 'audio/wav' },
        { name: 'who', content: 'me' },
      ]),
      'invalid_request',
    ],
    [
      'a recording that is too large',
      form([{ name: 'file', content: wav(210_000), file: 'a.wav', type: 'audio/wav' }]),
      'payload_too_large',
    ],
    [
      'a program called audio',
      form([
        {
          name: 'file',
          content: Buffer.from('7f454c460201010000000000000000000200', 'hex'),
          file: 'a.wav',
          type: 'audio/wav',
        },
      ]),
      'unsupported_media_type',
    ],
    [
      'a spreadsheet',
      form([{ name: 'file', content: 'a,b', file: 'a.xlsx', type: 'application/vnd.ms-excel' }]),
      'unsupported_media_type',
    ],
  ] as const)('a form with %s', (_name, [contentType, body], code) => refuses(read(contentType, body), code));

  test('a form that ends in the middle of its file', async () => {
    const [contentType, body] = form([{ name: 'file', content: wav(100_000), file: 'a.wav', type: 'audio/wav' }]);
    await refuses(read(contentType, body.subarray(0, 50_000)), 'malformed_request');
  });

  test('a form without a boundary', () => refuses(read('multipart/form-data', 'hola'), 'malformed_request'));
});
