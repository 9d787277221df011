import { TransientError } from '../errors.ts';

export interface TryLimits {
  /** Aborts the try from outside, for the signal's reason. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** `progress` is called once, where the try takes longer than this. */
  readonly progressAfterMs: number;
  readonly progress: () => void;
}

/** One try: aborted from outside or by its own time limit, and not waited for beyond that. */
export async function oneTry<T>(work: (signal: AbortSignal) => Promise<T>, limits: TryLimits): Promise<T> {
  limits.signal.throwIfAborted();
  const attempt = new AbortController();
  const forward = (): void => attempt.abort(limits.signal.reason);
  limits.signal.addEventListener('abort', forward, { once: true });
  const late = setTimeout(
    () => attempt.abort(new TransientError('try_timeout', 'The try took too long')),
    limits.timeoutMs,
  );
  const progress = setTimeout(limits.progress, limits.progressAfterMs);
  const aborted = new Promise<never>((_, reject) => {
    attempt.signal.addEventListener('abort', () => reject(attempt.signal.reason), { once: true });
  });
  aborted.catch(() => {});
  try {
    return await Promise.race([work(attempt.signal), aborted]);
  } finally {
    clearTimeout(late);
    clearTimeout(progress);
    limits.signal.removeEventListener('abort', forward);
  }
}
