import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeEnvelope } from './audio.ts';
import type { Behaviour } from './behaviours.ts';
import { cutAfter } from './chat.ts';
import type { Heard, Recordings, Word } from './recordings.ts';

/** What a test may ask about a call to /v1/audio/transcriptions. */
export interface AudioCall {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly filename: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** By decoded samples; null where the upload could not be decoded. */
  readonly seconds: number | null;
  /** Seconds into the known recording; null where it is in none. */
  readonly offset: number | null;
}

export interface AudioRules {
  /** Bytes of a file above which the answer is 413. OpenAI: 26,214,400. */
  readonly maxBytes: number;
  /** Seconds of audio above which the answer is 400; OpenAI's gpt-4o family: 1,400; some servers: 600. */
  readonly maxSeconds: number;
  /** What this server accepts as response_format; null = what OpenAI accepts for the model's family. */
  readonly formats: readonly string[] | null;
  /** Answer for audio that is in no known recording: text, or null for a 400 that says so. */
  readonly unknownAudio: string | null;
}

export const OPENAI_AUDIO_RULES: AudioRules = {
  maxBytes: 26_214_400,
  maxSeconds: 1_400,
  formats: null,
  unknownAudio: null,
};

const CONTAINERS = ['flac', 'm4a', 'mp3', 'mp4', 'mpeg', 'mpga', 'oga', 'ogg', 'wav', 'webm'];

/** An error in OpenAI's envelope. */
export interface ApiError {
  readonly status: number;
  readonly message: string;
  readonly param?: string;
  readonly code?: string;
}

const formatsOf = (model: string): string[] => {
  if (model.includes('diarize')) return ['json', 'text', 'diarized_json'];
  if (model.startsWith('gpt-')) return ['json'];
  return ['json', 'text', 'srt', 'verbose_json', 'vtt'];
};

/** Parses the multipart body by the platform's own parser (RFC 7578). */
export async function parseUpload(body: Buffer, contentType: string): Promise<FormData | ApiError> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return { status: 400, message: 'Could not parse multipart form' };
  }
}

/** Checks a form by OpenAI's rules and decodes its file. The call's facts are given in either case. */
export async function readUpload(
  form: FormData,
  rules: AudioRules,
  recordings: Recordings,
): Promise<{ call: AudioCall | null; error: ApiError | null; heard: Heard | null }> {
  const file = form.get('file');
  if (!(file instanceof File))
    return refuse(null, { status: 400, message: "Missing required parameter: 'file'.", param: 'file' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') continue;
    fields[name] = name.endsWith('[]') ? [...((fields[name] as string[] | undefined) ?? []), value] : value;
  }
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const audio = await decode(bytes, extension);
  const heard = audio === null ? null : recordings.hear(audio);
  const call: AudioCall = {
    fields,
    filename: file.name,
    mediaType: file.type,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    seconds: audio?.seconds ?? null,
    offset: heard?.offset ?? null,
  };
  const model = form.get('model');
  if (typeof model !== 'string' || model === '')
    return refuse(call, { status: 400, message: "Missing required parameter: 'model'.", param: 'model' });
  if (bytes.length > rules.maxBytes) {
    return refuse(call, {
      status: 413,
      message: `Maximum content size limit (${rules.maxBytes}) exceeded (${bytes.length} bytes read)`,
    });
  }
  const format = String(form.get('response_format') ?? 'json');
  if (!(rules.formats ?? formatsOf(model)).includes(format)) {
    const message = `response_format '${format}' is not compatible with model '${model}'. Use 'json' instead.`;
    return refuse(call, { status: 400, message, param: 'response_format', code: 'unsupported_value' });
  }
  if (form.has('timestamp_granularities[]') && format !== 'verbose_json') {
    const message = "timestamp_granularities is only supported with response_format 'verbose_json'.";
    return refuse(call, { status: 400, message, param: 'timestamp_granularities' });
  }
  if (!CONTAINERS.includes(extension)) {
    return refuse(call, { status: 400, message: `Invalid file format. Supported formats: ${CONTAINERS.join(', ')}` });
  }
  if (audio === null) return refuse(call, { status: 400, message: 'Audio file might be corrupted or unsupported' });
  if (audio.seconds < 0.1)
    return refuse(call, { status: 400, message: 'Audio file is too short. Minimum audio length is 0.1 seconds.' });
  if (audio.seconds > rules.maxSeconds) {
    const message = `audio duration ${audio.seconds} seconds is longer than ${rules.maxSeconds} seconds which is the maximum for this model`;
    return refuse(call, { status: 400, message, code: 'invalid_value' });
  }
  if (model.includes('diarize') && audio.seconds > 30 && !form.has('chunking_strategy')) {
    return refuse(call, {
      status: 400,
      message: 'chunking_strategy is required for diarization models',
      param: 'chunking_strategy',
    });
  }
  if (heard === null && rules.unknownAudio === null) {
    return refuse(call, { status: 400, message: 'This audio is in no recording that the test server knows' });
  }
  return { call, error: null, heard };
}

const refuse = (call: AudioCall | null, error: ApiError) => ({ call, error, heard: null });

async function decode(bytes: Uint8Array, extension: string) {
  const folder = await mkdtemp(join(tmpdir(), 'inference-'));
  try {
    const file = join(folder, `upload.${/^[a-z0-9]{1,5}$/.test(extension) ? extension : 'bin'}`);
    await writeFile(file, bytes);
    return await decodeEnvelope(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Answers one valid upload in the format that it asked for. */
export function respondTranscription(
  call: AudioCall,
  heard: Heard | null,
  rules: AudioRules,
  response: ServerResponse,
  behaviour: Behaviour,
): void {
  const format = String(call.fields.response_format ?? 'json');
  const { body, type } = render(call, heard, rules, format);
  const sent = behaviour.kind === 'empty' ? (type === 'text/plain' ? '' : '{"text":""}') : body;
  response.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(sent) });
  if (behaviour.kind === 'stall') {
    response.flushHeaders();
    return;
  }
  if (behaviour.kind === 'truncate') cutAfter(response, sent.slice(0, sent.length / 2));
  else response.end(sent);
}

function render(
  call: AudioCall,
  heard: Heard | null,
  rules: AudioRules,
  format: string,
): { body: string; type: string } {
  const duration = call.seconds ?? 0;
  const lines = heard === null ? [] : linesOf(heard.words);
  const text = heard === null ? (rules.unknownAudio ?? '') : lines.map((line) => line.text).join(' ');
  const usage = { type: 'duration', seconds: Math.ceil(duration) };
  if (format === 'text') return { body: `${text}\n`, type: 'text/plain' };
  if (format === 'json') return { body: JSON.stringify({ text, usage }), type: 'application/json' };
  if (format === 'diarized_json') {
    const segments = lines.map((line, index) => ({
      type: 'transcript.text.segment',
      id: `seg_${String(index + 1).padStart(3, '0')}`,
      start: line.start,
      end: line.end,
      text: ` ${line.text}`,
      speaker: line.speaker,
    }));
    return { body: JSON.stringify({ task: 'transcribe', duration, text, segments, usage }), type: 'application/json' };
  }
  const granularities = call.fields['timestamp_granularities[]'] ?? ['segment'];
  const segments = lines.map((line, id) => ({
    id,
    seek: 0,
    start: line.start,
    end: line.end,
    text: ` ${line.text}`,
    tokens: [],
    temperature: 0,
    avg_logprob: -0.25,
    compression_ratio: 1.4,
    no_speech_prob: 0.01,
  }));
  const words =
    heard?.words.map(({ word, start, end }) => ({ word: word.replace(/[.,;:!?¡¿]/g, ''), start, end })) ?? [];
  const body = {
    task: 'transcribe',
    language: heard?.language ?? 'english',
    duration,
    text,
    ...(granularities.includes('segment') ? { segments } : {}),
    ...(granularities.includes('word') ? { words } : {}),
    usage,
  };
  return { body: JSON.stringify(body), type: 'application/json' };
}

/** Words back into their lines; each line starts with a capital, as recognisers write it. */
function linesOf(words: readonly Word[]): { start: number; end: number; text: string; speaker: string }[] {
  const lines: { start: number; end: number; text: string; speaker: string; line: number }[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.line === word.line) {
      last.end = word.end;
      last.text += ` ${word.word}`;
    } else {
      const text = word.word.charAt(0).toUpperCase() + word.word.slice(1);
      lines.push({ start: word.start, end: word.end, text, speaker: word.speaker, line: word.line });
    }
  }
  return lines;
}
