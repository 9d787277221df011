import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Behaviour } from './behaviours.ts';
import { minimalInstance } from './schema-instance.ts';

export interface ChatMessage {
  readonly role: string;
  readonly content: string | readonly { readonly type: string; readonly text?: string }[] | null;
}

/** The part of OpenAI's request that this server reads. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean } | null;
  readonly max_tokens?: number | null;
  readonly max_completion_tokens?: number | null;
  readonly response_format?: {
    readonly type: string;
    readonly json_schema?: { readonly name: string; readonly strict?: boolean; readonly schema?: object };
  };
  readonly [key: string]: unknown;
}

/** The model: a value is sent as JSON, a string as it is. */
export type Answer = (request: ChatRequest) => unknown | Promise<unknown>;

/** A model with nothing to say: the smallest answer that the asked schema allows. */
export const emptyAnswer: Answer = (request) => {
  const schema = request.response_format?.json_schema?.schema;
  return schema === undefined ? 'OK.' : minimalInstance(schema as { [key: string]: unknown });
};

/** Text of a message, whichever of the two shapes it has. */
export function messageText(message: ChatMessage): string {
  if (typeof message.content === 'string') return message.content;
  return (message.content ?? []).map((part) => part.text ?? '').join('');
}

/** What is wrong with a request as OpenAI's API would say it, or null. */
export function invalidChat(body: unknown): string | null {
  const request = body as ChatRequest;
  if (typeof request?.model !== 'string' || request.model === '') return 'you must provide a model parameter';
  if (!Array.isArray(request.messages) || request.messages.length === 0)
    return "Missing required parameter: 'messages'.";
  if (request.messages.some((message) => typeof message?.role !== 'string')) return "Invalid value for 'messages'.";
  const format = request.response_format;
  if (format?.type === 'json_schema') {
    if (typeof format.json_schema?.name !== 'string')
      return "Missing required parameter: 'response_format.json_schema.name'.";
    const schema = format.json_schema.schema as { type?: string } | undefined;
    if (format.json_schema.strict === true && schema?.type !== 'object') {
      return `Invalid schema for response_format '${format.json_schema.name}': schema must be of type "object".`;
    }
  }
  return null;
}

interface Completion {
  readonly content: string | null;
  readonly refusal: string | null;
  readonly finish: 'stop' | 'length' | 'content_filter';
}

async function complete(request: ChatRequest, behaviour: Behaviour, answer: Answer): Promise<Completion> {
  const stop = (content: string): Completion => ({ content, refusal: null, finish: 'stop' });
  const value = await answer(request);
  const good = typeof value === 'string' ? value : JSON.stringify(value);
  switch (behaviour.kind) {
    case 'refusal':
      return { content: null, refusal: "I'm sorry, I can't help with that.", finish: 'stop' };
    case 'length':
      return { content: good.slice(0, Math.floor(good.length / 2)), refusal: null, finish: 'length' };
    case 'content_filter':
      return { content: '', refusal: null, finish: 'content_filter' };
    case 'invalid_json':
      return stop(`${good.slice(0, -1)},,`);
    case 'prose':
      return stop(
        `Sure! Here is the JSON you asked for:\n\n\`\`\`json\n${good}\n\`\`\`\n\nLet me know if you need more.`,
      );
    case 'prose_alone':
      return stop('The patient seems to be doing well. Would you like me to list the findings?');
    case 'white_space':
      return { content: `{\n${' \n\t'.repeat((behaviour.characters ?? 20_000) / 3)}`, refusal: null, finish: 'length' };
    case 'empty':
      return stop('');
    case 'schema_ignoring':
      return stop(JSON.stringify({ answer: 'The patient is fine.', facts: 'none', score: '10' }));
    default:
      return stop(good);
  }
}

const tokens = (text: string): number => Math.ceil(text.length / 4);

/** Answers one valid chat request, whole or as server-sent events, as OpenAI's API does. */
export async function respondChat(
  request: ChatRequest,
  response: ServerResponse,
  behaviour: Behaviour,
  answer: Answer,
): Promise<void> {
  const { content, refusal, finish } = await complete(request, behaviour, answer);
  const prompt = request.messages.reduce((sum, message) => sum + tokens(messageText(message)), 0);
  const completion = tokens(content ?? refusal ?? '');
  const usage = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
  const head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model: request.model };
  if (response.destroyed) return;
  if (request.stream !== true) {
    const message = { role: 'assistant', content, refusal };
    const choices = [{ index: 0, message, logprobs: null, finish_reason: finish }];
    const body = JSON.stringify({ ...head, object: 'chat.completion', choices, usage });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    if (behaviour.kind === 'stall') {
      response.flushHeaders();
      return;
    }
    if (behaviour.kind === 'truncate') return cutAfter(response, body.slice(0, body.length / 2));
    response.end(body);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  const event = (delta: object, finish_reason: string | null): string => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason }];
    return `data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices })}\n\n`;
  };
  response.write(event({ role: 'assistant', content: '', refusal: null }, null));
  if (behaviour.kind === 'stall') return;
  const pieces = slices(content ?? refusal ?? '', 64);
  for (const [index, piece] of pieces.entries()) {
    if (behaviour.kind === 'truncate' && index >= pieces.length / 2) return cutAfter(response, '');
    const delta = refusal === null ? { content: piece } : { refusal: piece };
    if (!response.write(event(delta, null)) && !response.destroyed) await drained(response);
  }
  response.write(event({}, finish));
  if (request.stream_options?.include_usage === true) {
    response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [], usage })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
}

function slices(text: string, size: number): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length; at += size) out.push(text.slice(at, at + size));
  return out;
}

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });

/** Cuts the connection once what was written has left. */
export function cutAfter(response: ServerResponse, text: string): void {
  response.write(text, () => response.socket?.destroy());
}
