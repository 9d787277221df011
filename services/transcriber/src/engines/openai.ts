import { createReadStream } from 'node:fs';
import { TransientError } from '@clinical/runtime';
import OpenAI, { BadRequestError } from 'openai';
import * as z from 'zod';
import type { TranscriberConfig } from '../config.ts';
import type { Recognised, RecogniseRequest, Recogniser } from './engine.ts';
import { type AnswerFormat, formatsFor } from './formats.ts';
import { asrError } from './openai-errors.ts';

const VERSION = '1';

/** What is read of an answer in any format; servers add to it as they like. */
const Answer = z.object({
  text: z.string(),
  segments: z
    .array(
      z.object({
        start: z.number().nonnegative().nullish(),
        end: z.number().nonnegative().nullish(),
        text: z.string(),
        speaker: z.union([z.string(), z.number()]).nullish(),
      }),
    )
    .nullish(),
});

/**
 * Any server with OpenAI's /v1/audio/transcriptions: OpenAI, speaches, whisper.cpp, vLLM. Retries are the runtime's, so
 * the package does none. Confidence figures (`no_speech_prob`, `avg_logprob`) are not read: not every server means them.
 */
export function createOpenAiRecogniser(config: NonNullable<TranscriberConfig['asr']>): Recogniser {
  const client = new OpenAI({
    baseURL: config.baseUrl,
    apiKey: config.apiKey,
    maxRetries: 0,
    timeout: config.timeoutMs,
    // Its log would quote requests and answers.
    logLevel: 'off',
  });
  let formats = formatsFor(config.model);

  async function ask(request: RecogniseRequest, format: AnswerFormat): Promise<unknown> {
    const language = config.sendLanguage ? request.languageHint?.toLowerCase().split('-')[0] : undefined;
    return client.audio.transcriptions.create(
      {
        file: createReadStream(request.path),
        model: config.model,
        ...format.params,
        ...(language === undefined ? {} : { language }),
      },
      {
        signal: request.signal,
        ...(request.traceparent === null ? {} : { headers: { traceparent: request.traceparent } }),
      },
    );
  }

  return {
    engine: { name: 'openai', model: config.model, version: VERSION, prompt_version: null },
    get timed() {
      return formats[0]!.timed;
    },
    async recognise(request) {
      for (;;) {
        const format = formats[0]!;
        try {
          return read(await ask(request, format));
        } catch (error) {
          if (error instanceof BadRequestError && aboutFormat(error) && formats.length > 1) {
            // Another chunk may have found out at the same time.
            if (formats[0] === format) formats = formats.slice(1);
            continue;
          }
          throw asrError(error, request.signal);
        }
      }
    },
  };
}

/** Whether a 400 is about how the answer was asked for, and not about the audio. */
const aboutFormat = (error: BadRequestError): boolean =>
  /response_format|timestamp_granularities|verbose_json|diarized_json|chunking_strategy|temperature/.test(
    `${error.param ?? ''} ${error.message}`,
  );

function read(answer: unknown): Recognised[] {
  // Some servers answer text, or JSON with the wrong content type.
  const value = typeof answer === 'string' ? parse(answer) : answer;
  const parsed = Answer.safeParse(value);
  if (!parsed.success) {
    throw new TransientError('asr_bad_answer', 'The speech recogniser gave an unreadable answer', {
      dependency: 'asr',
    });
  }
  const { segments, text } = parsed.data;
  if (segments === null || segments === undefined || segments.length === 0) {
    return text.trim() === '' ? [] : [{ startMs: null, endMs: null, text, speaker: null }];
  }
  return segments.map((one) => ({
    startMs: one.start === null || one.start === undefined ? null : one.start * 1000,
    endMs: one.end === null || one.end === undefined ? null : one.end * 1000,
    text: one.text,
    speaker: one.speaker === null || one.speaker === undefined ? null : String(one.speaker),
  }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
