import type { JobProblem } from '@clinical/contracts';
import { UndecodableError, UnencodableError } from '../codec/codec.ts';
import { DependencyDownError, PermanentError, TransientError } from '../errors.ts';
import { decorrelatedJitter } from './jitter.ts';

/** What becomes of a record after a failed try. All of the runner's decisions about failures are made here. */
export type Verdict =
  /** Try again after a pause. */
  | { readonly fate: 'retry'; readonly afterMs: number; readonly dependency: string | null; readonly code: string }
  /** Wait until the dependency is back; however long that takes, the record does not die of it. */
  | { readonly fate: 'wait'; readonly dependency: string; readonly code: string }
  /** Try again after a pause, counting tries in the committed offset's metadata, beyond this process. */
  | { readonly fate: 'count'; readonly afterMs: number }
  /** Dead letter and `failed` event. */
  | { readonly fate: 'reject'; readonly problem: JobProblem };

export interface Course {
  /** Milliseconds spent on the record in this process, without waiting for dependencies. */
  readonly spentMs: number;
  readonly lastPauseMs: number;
  /** Unknown errors so far, this one included, over all processes. */
  readonly unknownTries: number;
}

export interface RetryLimits {
  readonly baseMs: number;
  readonly maxMs: number;
  readonly deadlineMs: number;
  readonly unknownTries: number;
}

export const UNDECODABLE: JobProblem = {
  code: 'undecodable_record',
  title: 'The record could not be read',
  retryable: false,
};

export const UNKNOWN: JobProblem = {
  code: 'unknown_error',
  title: 'An unexpected error occurred',
  retryable: true,
};

export const CRASHED: JobProblem = {
  code: 'crashed_process',
  title: 'Processing ended abnormally again and again',
  retryable: true,
};

export function judge(error: unknown, course: Course, limits: RetryLimits, random = Math.random): Verdict {
  if (error instanceof DependencyDownError) return { fate: 'wait', dependency: error.dependency, code: error.code };
  if (error instanceof PermanentError) {
    return { fate: 'reject', problem: { code: error.code, title: error.title, retryable: error.retryable } };
  }
  if (error instanceof UndecodableError) return { fate: 'reject', problem: UNDECODABLE };
  const pauseMs = decorrelatedJitter(course.lastPauseMs, limits, random);
  if (error instanceof TransientError) {
    const afterMs = Math.max(pauseMs, error.retryAfterMs ?? 0);
    if (course.spentMs + afterMs > limits.deadlineMs) {
      const title = 'Processing did not succeed within its time limit';
      return { fate: 'reject', problem: { code: error.code, title, retryable: true } };
    }
    return { fate: 'retry', afterMs, dependency: error.dependency, code: error.code };
  }
  if (error instanceof UnencodableError || course.unknownTries >= limits.unknownTries) {
    return { fate: 'reject', problem: UNKNOWN };
  }
  return { fate: 'count', afterMs: pauseMs };
}
