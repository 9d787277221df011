import { DependencyDownError, PermanentError, StageError, TransientError } from '../errors.ts';
import type { JobContext, Outgoing } from '../stage.ts';

export type Question =
  | {
      readonly id: number;
      readonly input: unknown;
      readonly job: Omit<JobContext, 'now'> & { readonly traceparent: string | null };
    }
  | { readonly id: number; readonly abort: true };

export type Answer =
  | { readonly id: number; readonly outgoing: readonly Outgoing[] }
  | { readonly id: number; readonly error: ErrorAsData };

/** Errors lose their class between processes; what decides a record's fate does not get lost. */
export interface ErrorAsData {
  readonly kind: 'transient' | 'down' | 'permanent' | 'unknown';
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs: number | null;
  readonly dependency: string | null;
  readonly retryable: boolean;
}

export function asData(error: unknown): ErrorAsData {
  const nothing = { code: 'unknown', message: '', retryAfterMs: null, dependency: null, retryable: false };
  if (!(error instanceof StageError)) return { ...nothing, kind: 'unknown' };
  const known = { ...nothing, code: error.code, message: error.message };
  if (error instanceof DependencyDownError) return { ...known, kind: 'down', dependency: error.dependency };
  if (error instanceof PermanentError) return { ...known, kind: 'permanent', retryable: error.retryable };
  if (error instanceof TransientError) {
    return { ...known, kind: 'transient', retryAfterMs: error.retryAfterMs, dependency: error.dependency };
  }
  return { ...known, kind: 'unknown' };
}

export function errorOf(data: ErrorAsData): Error {
  switch (data.kind) {
    case 'transient':
      return new TransientError(data.code, data.message, {
        ...(data.retryAfterMs === null ? {} : { retryAfterMs: data.retryAfterMs }),
        ...(data.dependency === null ? {} : { dependency: data.dependency }),
      });
    case 'down':
      return new DependencyDownError(data.dependency ?? 'unknown', data.message);
    case 'permanent':
      return new PermanentError(data.code, data.message, { retryable: data.retryable });
    case 'unknown':
      return new Error('An unknown error in quarantine');
  }
}
