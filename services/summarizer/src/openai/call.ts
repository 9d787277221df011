import type OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ModelConfig } from '../config.ts';
import { RESPONSE_FORMAT } from './answer-schema.ts';
import { AnswerError, IdleError } from './failures.ts';
import type { Spending } from './spending.ts';

/** Blanks in a row that no sound JSON has. */
const ENDLESS = 400;

/**
 * One streamed call. Streaming avoids the client's time-out for headers, lets an answer that loses its way in white space
 * be cut off early, and tells a slow model from a dead one.
 */
export async function complete(
  client: OpenAI,
  messages: readonly ChatCompletionMessageParam[],
  config: ModelConfig,
  structured: boolean,
  spending: Spending,
  signal: AbortSignal,
): Promise<string> {
  const idle = new AbortController();
  const both = AbortSignal.any([signal, idle.signal, AbortSignal.timeout(config.timeoutMs)]);
  let timer = setTimeout(() => idle.abort(new IdleError()), config.idleTimeoutMs);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => idle.abort(new IdleError()), config.idleTimeoutMs);
  };
  const got = { content: '', refusal: '', finish: null as string | null, promptTokens: 0, completionTokens: 0 };
  try {
    const stream = await client.chat.completions.create(
      {
        model: config.model,
        messages: [...messages],
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        [config.maxTokensField]: config.maxOutputTokens,
        ...(structured ? { response_format: RESPONSE_FORMAT } : {}),
      },
      { signal: both, maxRetries: 0, timeout: config.timeoutMs },
    );
    let blanks = 0;
    for await (const chunk of stream) {
      alive();
      got.promptTokens = chunk.usage?.prompt_tokens ?? got.promptTokens;
      got.completionTokens = chunk.usage?.completion_tokens ?? got.completionTokens;
      const choice = chunk.choices[0];
      if (choice === undefined) continue;
      const piece = choice.delta?.content ?? '';
      got.content += piece;
      got.refusal += choice.delta?.refusal ?? '';
      got.finish = choice.finish_reason ?? got.finish;
      blanks = /\S/.test(piece) ? piece.length - piece.trimEnd().length : blanks + piece.length;
      if (blanks > ENDLESS) throw new AnswerError('white_space', 'it ran on in white space', got.content.trimEnd());
    }
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (both.aborted) throw new IdleError('The model did not answer in time', { cause: both.reason });
    throw error;
  } finally {
    clearTimeout(timer);
    spending.tokens(got.promptTokens, got.completionTokens);
  }
  if (signal.aborted) throw signal.reason;
  if (both.aborted) throw new IdleError('The model did not answer in time', { cause: both.reason });
  if (got.refusal !== '') throw new AnswerError('refusal', 'it was a refusal', '');
  if (got.finish === 'content_filter') throw new AnswerError('content_filter', 'it was filtered', '');
  if (got.finish === 'length') throw new AnswerError('length', 'it was cut off at the limit', '');
  if (got.finish === null) throw new IdleError('The stream broke off');
  if (got.content.trim() === '') throw new AnswerError('empty', 'it was empty', '');
  return got.content;
}
