import { DependencyDownError, PermanentError, TransientError } from '@clinical/runtime';
import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';

export type AnswerFault =
  | 'refusal'
  | 'length'
  | 'content_filter'
  | 'white_space'
  | 'empty'
  | 'prose'
  | 'invalid_json'
  | 'schema_mismatch';

/** HTTP 200, and yet no answer that can be used. `complaint` goes back to the model; it quotes nothing of the answer. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
  readonly fault: AnswerFault;
  readonly complaint: string;
  /** What the model wrote, to be sent back to it; never logged. */
  readonly answer: string;

  constructor(fault: AnswerFault, complaint: string, answer: string) {
    super(`The model's answer cannot be used: ${fault}`);
    this.fault = fault;
    this.complaint = complaint;
    this.answer = answer;
  }
}

/** Faults of form, worth a repair; a refusal or a filter will come again. */
export const repairable = (fault: AnswerFault): boolean => !['refusal', 'content_filter', 'length'].includes(fault);

const TITLES: Readonly<Record<AnswerFault, string>> = {
  refusal: 'The model refused to read this conversation.',
  length: "The model's answer did not fit, even for short parts of the conversation.",
  content_filter: "The model provider's content filter stopped the answer.",
  white_space: 'The model answered with white space.',
  empty: 'The model answered nothing.',
  prose: 'The model answered with prose instead of data.',
  invalid_json: 'The model answered with broken data.',
  schema_mismatch: 'The model answered with data of another form than was asked for.',
};

/** The job's end for an answer that stays unusable. */
export const permanent = (error: AnswerError): PermanentError =>
  new PermanentError(`model_${error.fault}`, TITLES[error.fault], { cause: error, retryable: true });

/** Without a byte for too long. */
export class IdleError extends Error {
  override readonly name = 'IdleError';
}

/** The request itself is too long for the model: smaller parts may pass. */
export class ContextLengthError extends Error {
  override readonly name = 'ContextLengthError';
}

/** The server does not know structured output: the answer is asked for and checked without it. */
export class FormatUnsupportedError extends Error {
  override readonly name = 'FormatUnsupportedError';
}

/** Errors of the openai package as the pipeline's kinds of failure. Messages of the server are not repeated. */
export function classify(error: unknown): Error {
  if (error instanceof AnswerError || error instanceof TransientError || error instanceof DependencyDownError)
    return error;
  const cause = { cause: error };
  if (error instanceof IdleError || error instanceof APIConnectionTimeoutError) {
    return new TransientError('llm_timeout', 'The model did not answer in time', { ...cause, dependency: 'llm' });
  }
  if (error instanceof APIConnectionError) {
    const code = rootCode(error);
    return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN'
      ? new DependencyDownError('llm', 'The model cannot be reached', cause)
      : new TransientError('llm_connection', 'The connection to the model broke', { ...cause, dependency: 'llm' });
  }
  if (error instanceof APIError && typeof error.status === 'number') return byStatus(error, error.status);
  if (error instanceof Error) {
    return new TransientError('llm_connection', 'The connection to the model broke', { ...cause, dependency: 'llm' });
  }
  return new TransientError('llm_unknown', 'The call to the model failed', { dependency: 'llm' });
}

function byStatus(error: APIError, status: number): Error {
  const cause = { cause: error };
  const said = `${error.code ?? ''} ${error.message}`;
  if (status === 429) {
    const retryAfterMs = retryAfter(error);
    const wait = retryAfterMs === null ? {} : { retryAfterMs };
    return new TransientError('llm_rate_limited', 'The model asks to slow down', {
      ...cause,
      ...wait,
      dependency: 'llm',
    });
  }
  if (status === 408 || status === 409 || status >= 500) {
    return new TransientError('llm_unavailable', 'The model is unavailable', { ...cause, dependency: 'llm' });
  }
  if (status === 401 || status === 403 || status === 404) {
    return new DependencyDownError('llm', 'The model is not to be had with this key, address or name', cause);
  }
  if (/context[_ ](?:length|window)|too many tokens|maximum context|too long/i.test(said) || status === 413) {
    return new ContextLengthError('The part is too long for the model', cause);
  }
  if (/response_format|json_schema|guided|grammar|structured/i.test(said)) {
    return new FormatUnsupportedError('The server has no structured output', cause);
  }
  return new PermanentError('model_request_rejected', 'The model server rejected the request.', {
    ...cause,
    retryable: true,
  });
}

function retryAfter(error: APIError): number | null {
  const header = error.headers?.get('retry-after-ms') ?? null;
  if (header !== null && Number.isFinite(Number(header))) return Number(header);
  const seconds = error.headers?.get('retry-after') ?? null;
  if (seconds === null) return null;
  const number = Number(seconds);
  return Number.isFinite(number) ? number * 1000 : Math.max(0, Date.parse(seconds) - Date.now()) || null;
}

function rootCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    if (at instanceof AggregateError) return rootCode(at.errors[0]);
  }
  return null;
}
