import type { Transcript, Warning } from '@clinical/contracts';
import { DependencyDownError, TransientError } from '@clinical/runtime';
import OpenAI from 'openai';
import type { ModelConfig } from '../config.ts';
import type { DraftResult, SummarizerEngine } from '../engine.ts';
import { parseAnswer } from './answer.ts';
import type { ModelAnswer } from './answer-schema.ts';
import { complete } from './call.ts';
import { toDraft } from './draft.ts';
import {
  AnswerError,
  ContextLengthError,
  classify,
  FormatUnsupportedError,
  permanent,
  repairable,
} from './failures.ts';
import { halves, type Part, partsOf } from './parts.ts';
import { pause } from './pause.ts';
import { messagesFor, PROMPT_VERSION, repairOf } from './prompt.ts';
import { Spending } from './spending.ts';

export const OPENAI_ENGINE_VERSION = '1.0.0';

/** Any OpenAI-compatible chat model, asked for facts with quotes. What it answers is a draft, and untrusted. */
export function createOpenAiEngine(config: ModelConfig): SummarizerEngine {
  const client = new OpenAI({
    apiKey: config.apiKey,
    ...(config.baseUrl === null ? {} : { baseURL: config.baseUrl }),
    maxRetries: 0,
    timeout: config.timeoutMs,
  });
  const reader = new PartReader(client, config);
  return {
    engine: { name: 'openai', model: config.model, version: OPENAI_ENGINE_VERSION, prompt_version: PROMPT_VERSION },
    async draft(transcript, { signal }) {
      return reader.read(transcript, signal);
    },
  };
}

class PartReader {
  readonly #client: OpenAI;
  readonly #config: ModelConfig;
  /** Turned off for good by a server that rejects it. */
  #structured = true;
  /** Until when the model is taken to be away, in ms of performance.now(). */
  #awayUntil = 0;

  constructor(client: OpenAI, config: ModelConfig) {
    this.#client = client;
    this.#config = config;
  }

  async read(transcript: Transcript, signal: AbortSignal): Promise<DraftResult> {
    signal.throwIfAborted();
    const { partTokens, overlapTokens, partsAtOnce } = this.#config;
    const parts = partsOf(transcript.segments, partTokens, overlapTokens);
    const spending = new Spending();
    const answers: ModelAnswer[][] = parts.map(() => []);
    let next = 0;
    const failed = new AbortController();
    const both = AbortSignal.any([signal, failed.signal]);
    const work = async (): Promise<void> => {
      for (let i = next++; i < parts.length; i = next++) answers[i] = await this.#readPart(parts[i]!, spending, both);
    };
    const workers = Array.from({ length: Math.min(partsAtOnce, parts.length) }, () =>
      work().catch((error: unknown) => {
        failed.abort(error);
        throw error;
      }),
    );
    try {
      await Promise.all(workers);
    } finally {
      await Promise.allSettled(workers);
    }
    const warnings: Warning[] =
      parts.length > 1
        ? [{ code: 'read_in_parts', detail: `The conversation was read in ${parts.length} overlapping parts.` }]
        : [];
    return { draft: toDraft(answers.flat()), usage: spending.usage(this.#config.price), warnings };
  }

  /** A part that does not fit, or whose answer does not, is read as two. */
  async #readPart(part: Part, spending: Spending, signal: AbortSignal): Promise<ModelAnswer[]> {
    try {
      return [await this.#ask(part, spending, signal)];
    } catch (error) {
      const tooLong = error instanceof ContextLengthError || (error instanceof AnswerError && error.fault === 'length');
      const two = tooLong ? halves(part) : null;
      if (two === null) {
        if (error instanceof AnswerError) throw permanent(error);
        throw error instanceof ContextLengthError ? permanent(new AnswerError('length', '', '')) : error;
      }
      return [...(await this.#readPart(two[0], spending, signal)), ...(await this.#readPart(two[1], spending, signal))];
    }
  }

  /** Asks, and sends an unusable answer back with what is wrong, at most `repairs` times. */
  async #ask(part: Part, spending: Spending, signal: AbortSignal): Promise<ModelAnswer> {
    const messages = messagesFor(part);
    for (let repair = 0; ; repair += 1) {
      try {
        return parseAnswer(await this.#call(messages, spending, signal));
      } catch (error) {
        if (!(error instanceof AnswerError) || !repairable(error.fault) || repair >= this.#config.repairs) throw error;
        messages.splice(messagesFor(part).length, messages.length, ...repairOf(error.answer, error.complaint));
      }
    }
  }

  /** One call, tried again a bounded number of times while the trouble may pass. */
  async #call(messages: ReturnType<typeof messagesFor>, spending: Spending, signal: AbortSignal): Promise<string> {
    if (performance.now() < this.#awayUntil) throw new DependencyDownError('llm', 'The model was away a moment ago');
    const { tries, retryBaseMs, retryMaxMs } = this.#config;
    for (let attempt = 1; ; attempt += 1) {
      try {
        spending.call();
        return await complete(this.#client, messages, this.#config, this.#structured, spending, signal);
      } catch (caught) {
        if (signal.aborted) throw signal.reason;
        const error = classify(caught);
        if (error instanceof FormatUnsupportedError && this.#structured) {
          this.#structured = false;
          continue;
        }
        if (error instanceof DependencyDownError) return this.#away(error);
        if (!(error instanceof TransientError)) throw error;
        if (attempt >= tries) return this.#away(error);
        const backoff = Math.random() * Math.min(retryMaxMs, retryBaseMs * 2 ** attempt);
        await pause(Math.min(retryMaxMs, Math.max(backoff, error.retryAfterMs ?? 0)), signal);
      }
    }
  }

  /** For a moment nobody else waits for what has just been found to be away. */
  #away(error: TransientError | DependencyDownError): never {
    this.#awayUntil = performance.now() + this.#config.awayMs;
    throw error instanceof DependencyDownError
      ? error
      : new DependencyDownError('llm', 'The model stayed unavailable', { cause: error });
  }
}
