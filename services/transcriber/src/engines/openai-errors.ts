import { DependencyDownError, PermanentError, StageError, TransientError } from '@clinical/runtime';
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

const DEPENDENCY = 'asr';
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * What became of a call, as one of the runtime's fates. The server's message is never kept: it may quote what was sent.
 *
 * | seen | fate |
 * |---|---|
 * | refused, unknown host, 502-504, 529 | the recogniser is down: jobs wait |
 * | 401, 403, 404, quota used up | it is configured wrong: jobs wait as well, a retry would find them dead |
 * | 429, 408, 409, 500, reset, time-out, an answer cut short | transient |
 * | other 4xx | this audio will be refused the next time, too |
 */
export function asrError(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return signal.reason instanceof Error ? signal.reason : new Error('Aborted', { cause: error });
  if (error instanceof StageError) return error;
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) {
    return new TransientError('asr_timeout', 'The speech recogniser took too long', { dependency: DEPENDENCY });
  }
  if (error instanceof APIConnectionError) {
    if (UNREACHABLE.has(codeOf(error)))
      return new DependencyDownError(DEPENDENCY, 'The speech recogniser cannot be reached');
    return new TransientError('asr_connection_lost', 'The connection to the speech recogniser was lost', {
      dependency: DEPENDENCY,
    });
  }
  if (error instanceof APIError && error.status !== undefined) return byStatus(error);
  if (error instanceof SyntaxError || (error instanceof TypeError && /terminated|fetch/i.test(error.message))) {
    return new TransientError('asr_bad_answer', 'The speech recogniser gave an unreadable answer', {
      dependency: DEPENDENCY,
    });
  }
  return error instanceof Error ? error : new Error('Unknown failure of the speech recogniser');
}

function byStatus(error: APIError): Error {
  const status = error.status as number;
  if (status === 429) {
    if (error.code === 'insufficient_quota')
      return misconfigured('The speech recogniser says that the quota is used up');
    const retryAfterMs = retryAfter(error.headers);
    return new TransientError('asr_rate_limited', 'The speech recogniser asks to slow down', {
      dependency: DEPENDENCY,
      ...(retryAfterMs === null ? {} : { retryAfterMs }),
    });
  }
  if (status === 401 || status === 403) return misconfigured('The speech recogniser refuses the credentials');
  if (status === 404) return misconfigured('The speech recogniser does not know the model or the path');
  if ([502, 503, 504, 529].includes(status))
    return new DependencyDownError(DEPENDENCY, 'The speech recogniser is away');
  if (status >= 500 || status === 408 || status === 409) {
    return new TransientError('asr_server_error', 'The speech recogniser failed', { dependency: DEPENDENCY });
  }
  return new PermanentError('asr_refused_audio', 'The speech recogniser refuses this audio.', { retryable: true });
}

const misconfigured = (message: string): Error => new DependencyDownError(DEPENDENCY, message);

/** RFC 9110 `retry-after`: seconds, or a date; `retry-after-ms` is what some servers add. */
export function retryAfter(headers: Headers | undefined, now: number = Date.now()): number | null {
  const precise = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (precise >= 0) return precise;
  const given = headers?.get('retry-after') ?? '';
  if (/^\d+(?:\.\d+)?$/.test(given)) return Number(given) * 1000;
  const date = Date.parse(given);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** The system's code of a failed connection, wherever in the chain of causes it stands. */
function codeOf(error: Error): string {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 6; cause = cause.cause, depth++) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === 'string' && code !== '') return code;
    if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return codeOf(cause.errors[0]);
  }
  return '';
}
