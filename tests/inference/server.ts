import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BehaviourQueue, type Endpoint, type Rule } from './behaviours.ts';
import { type Answer, type ChatRequest, emptyAnswer, invalidChat, respondChat } from './chat.ts';
import { type Recording, Recordings } from './recordings.ts';
import {
  type ApiError,
  type AudioCall,
  type AudioRules,
  OPENAI_AUDIO_RULES,
  parseUpload,
  readUpload,
  respondTranscription,
} from './transcriptions.ts';

export interface InferenceOptions {
  /** 0 = a free one. */
  readonly port?: number;
  readonly host?: string;
  /** Where set, a request without this bearer token is answered with 401. */
  readonly apiKey?: string;
  /** The chat model; default: the smallest answer that the schema allows. */
  readonly answer?: Answer;
  readonly recordings?: readonly Recording[];
  readonly audio?: Partial<AudioRules>;
  readonly rules?: readonly Rule[];
  /** Milliseconds before any answer. */
  readonly latencyMs?: number;
}

/** One request as it was seen, also those that were answered with an error. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly at: number;
  readonly authorised: boolean;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly behaviour: string;
  readonly chat: ChatRequest | null;
  readonly audio: AudioCall | null;
  readonly refused: ApiError | null;
}

/** A running server. `await using` closes it. */
export interface Inference extends AsyncDisposable {
  /** Base URL for the `openai` package: ends in /v1. */
  readonly baseUrl: string;
  readonly port: number;
  readonly calls: readonly Call[];
  /** The most requests that were open at one time. */
  readonly peak: { chat: number; audio: number };
  behave(...rules: readonly Rule[]): void;
  setLatency(ms: number): void;
  setAnswer(answer: Answer): void;
  setAudioRules(rules: Partial<AudioRules>): void;
  record(recording: Recording): Promise<void>;
  reset(): void;
  close(): Promise<void>;
}

/**
 * An OpenAI-compatible inference server for tests: /v1/chat/completions, /v1/audio/transcriptions and /v1/models by
 * the protocol, over real HTTP. It "hears" registered recordings and any cut of them, whatever the encoding, and "answers"
 * chat by a given function. /control does over HTTP what the object's methods do (see control below).
 */
export async function startInference(options: InferenceOptions = {}): Promise<Inference> {
  const queue = new BehaviourQueue();
  const recordings = new Recordings();
  const calls: Call[] = [];
  const peak = { chat: 0, audio: 0 };
  const open = { chat: 0, audio: 0 };
  let answer = options.answer ?? emptyAnswer;
  let latency = options.latencyMs ?? 0;
  // A request that began before a reset belongs to the test before.
  let generation = 0;
  let rules: AudioRules = { ...OPENAI_AUDIO_RULES, ...options.audio };
  queue.set(options.rules ?? []);
  for (const recording of options.recordings ?? []) await recordings.add(recording);

  async function inference(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const behaviour = queue.next(endpoint);
    const at = Date.now();
    const began = generation;
    open[endpoint] += 1;
    peak[endpoint] = Math.max(peak[endpoint], open[endpoint]);
    response.once('close', () => {
      open[endpoint] -= 1;
    });
    const authorised = options.apiKey === undefined || request.headers.authorization === `Bearer ${options.apiKey}`;
    const { authorization: _, ...headers } = request.headers;
    const keep = (chat: ChatRequest | null, audio: AudioCall | null, refused: ApiError | null): void => {
      if (began === generation)
        calls.push({ endpoint, at, authorised, headers, behaviour: behaviour.kind, chat, audio, refused });
    };
    if (behaviour.kind === 'reset') {
      keep(null, null, null);
      request.socket.resetAndDestroy();
      return;
    }
    const body = await readBody(request);
    const parsed = endpoint === 'chat' ? readChat(body) : await readAudio(body, request, rules, recordings);
    const refused = authorised
      ? parsed.error
      : { status: 401, message: 'Incorrect API key provided.', code: 'invalid_api_key' };
    keep(parsed.chat, parsed.call, refused);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    if (behaviour.kind === 'hang' || response.destroyed) return;
    if (behaviour.kind === 'status') {
      const { status, retryAfter, message = 'The server had an error while processing your request.' } = behaviour;
      return sendError(response, { status, message }, retryAfter);
    }
    if (behaviour.kind === 'garbage') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>upstream error</html>');
      return;
    }
    if (refused !== null) return sendError(response, refused);
    if (parsed.chat !== null) return respondChat(parsed.chat, response, behaviour, answer);
    if (parsed.call !== null) respondTranscription(parsed.call, parsed.heard, rules, response, behaviour);
  }

  /**
   * PUT /control/rules Rule[], /control/latency {ms}, /control/audio AudioRules; POST /control/recordings Recording;
   * GET and DELETE /control/calls.
   */
  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = (await readBody(request)).toString('utf8');
    const value = text === '' ? null : JSON.parse(text);
    switch (`${request.method} ${request.url}`) {
      case 'PUT /control/rules':
        queue.set(value);
        break;
      case 'PUT /control/latency':
        latency = Number(value.ms);
        break;
      case 'PUT /control/audio':
        rules = { ...rules, ...value };
        break;
      case 'POST /control/recordings':
        await recordings.add(value);
        break;
      case 'DELETE /control/calls':
        calls.length = 0;
        break;
      case 'GET /control/calls':
        return sendJson(response, 200, { calls, peak });
      default:
        return sendError(response, { status: 404, message: 'No such control' });
    }
    response.writeHead(204).end();
  }

  const server = createServer((request, response) => {
    const route = `${request.method} ${request.url?.split('?')[0]}`;
    const work =
      route === 'POST /v1/chat/completions'
        ? inference('chat', request, response)
        : route === 'POST /v1/audio/transcriptions'
          ? inference('audio', request, response)
          : request.url?.startsWith('/control/')
            ? control(request, response)
            : plain(route, response);
    work.catch((error: unknown) => {
      if (!response.headersSent) sendError(response, { status: 500, message: String(error) });
      else response.destroy();
    });
  });
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  return {
    baseUrl: `http://${options.host ?? '127.0.0.1'}:${port}/v1`,
    port,
    calls,
    peak,
    behave: (...given) => queue.set(given),
    setLatency: (ms) => {
      latency = ms;
    },
    setAnswer: (given) => {
      answer = given;
    },
    setAudioRules: (given) => {
      rules = { ...rules, ...given };
    },
    record: (recording) => recordings.add(recording),
    reset: () => {
      generation += 1;
      calls.length = 0;
      peak.chat = 0;
      peak.audio = 0;
      latency = options.latencyMs ?? 0;
      rules = { ...OPENAI_AUDIO_RULES, ...options.audio };
      answer = options.answer ?? emptyAnswer;
      queue.set(options.rules ?? []);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function readChat(body: Buffer) {
  let chat: ChatRequest | null = null;
  let problem: string | null = null;
  try {
    chat = JSON.parse(body.toString('utf8')) as ChatRequest;
    problem = invalidChat(chat);
  } catch {
    problem = 'We could not parse the JSON body of your request.';
  }
  return { chat, call: null, heard: null, error: problem === null ? null : { status: 400, message: problem } };
}

async function readAudio(body: Buffer, request: IncomingMessage, rules: AudioRules, recordings: Recordings) {
  const form = await parseUpload(body, request.headers['content-type'] ?? '');
  if (!(form instanceof FormData)) return { chat: null, call: null, heard: null, error: form };
  return { chat: null, ...(await readUpload(form, rules, recordings)) };
}

async function plain(route: string, response: ServerResponse): Promise<void> {
  if (route === 'GET /v1/models') {
    const data = ['test-model', 'whisper-1'].map((id) => ({ id, object: 'model', created: 0, owned_by: 'tests' }));
    return sendJson(response, 200, { object: 'list', data });
  }
  if (route === 'GET /health') return sendJson(response, 200, { status: 'ok' });
  sendError(response, { status: 404, message: `Invalid URL (${route})` });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

/** RFC 9110 `retry-after` in seconds, and OpenAI's error envelope. */
function sendError(response: ServerResponse, error: ApiError, retryAfter?: number): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  const { status, message, param = null, code = null } = error;
  const type = status === 429 ? 'rate_limit_error' : status >= 500 ? 'server_error' : 'invalid_request_error';
  sendJson(response, status, { error: { message, type, param, code } });
}
