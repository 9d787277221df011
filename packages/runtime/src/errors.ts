/**
 * The fates of a failure. A handler (or what it calls) throws one of these; what becomes of the record is decided in
 * one place, the stage runner. Anything else that is thrown is unknown: tried a bounded number of times, across
 * restarts, then dead-lettered as `unknown_error`.
 *
 * Messages and titles never hold personal data: no transcript, no model output, no name.
 */
export abstract class StageError extends Error {
  /** Stable, snake_case; appears in events, metrics, problems and dead letters. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Worth another try soon: a time-out, a 429, a reset. Retried in the process with decorrelated jitter. */
export class TransientError extends StageError {
  /** What the other side asked for, in milliseconds. */
  readonly retryAfterMs: number | null;
  /** The dependency that failed, such as `llm`, `asr`, `blobs`: its breaker counts it. Null counts nowhere. */
  readonly dependency: string | null;

  constructor(
    code: string,
    message: string,
    options: ErrorOptions & { retryAfterMs?: number; dependency?: string } = {},
  ) {
    super(code, message, options);
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.dependency = options.dependency ?? null;
  }
}

/** A dependency is away (refused, unknown host, 5xx): its breaker opens at once, intake pauses, jobs wait. */
export class DependencyDownError extends StageError {
  readonly dependency: string;

  constructor(dependency: string, message: string, options?: ErrorOptions) {
    super('dependency_unavailable', message, options);
    this.dependency = dependency;
  }
}

/** Will fail the same way every time: dead letter and `failed` event in one transaction. */
export class PermanentError extends StageError {
  /** Whether a person's retry (after a change of configuration, say) may help. */
  readonly retryable: boolean;
  /** A sentence for people. */
  readonly title: string;

  constructor(code: string, title: string, options: ErrorOptions & { retryable?: boolean } = {}) {
    super(code, title, options);
    this.title = title;
    this.retryable = options.retryable ?? false;
  }
}
