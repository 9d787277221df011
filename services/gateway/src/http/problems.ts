/**
 * Every error that the API answers: RFC 9457, with a stable `code` (also the end of `type`). docs/problems.md tells
 * people; problems.test.ts holds the two together. No text here or in a detail is made from what a client sent.
 */
export const PROBLEMS = {
  malformed_request: [400, 'The request cannot be read'],
  malformed_json: [400, 'The body is not JSON'],
  malformed_idempotency_key: [400, 'The Idempotency-Key is not 1 to 255 visible ASCII characters'],
  malformed_cursor: [400, 'The cursor is not one that this API gave out'],
  unauthenticated: [401, 'A valid API key is needed'],
  not_found: [404, 'There is nothing at this address'],
  job_not_found: [404, 'There is no such job'],
  batch_not_found: [404, 'There is no such batch'],
  artefact_not_ready: [404, 'The job has not produced this yet'],
  artefact_not_available: [404, 'The job ended without producing this'],
  job_already_terminal: [409, 'The job has already ended'],
  job_not_retryable: [409, 'Only a job that failed with a dead letter can be retried'],
  idempotency_in_progress: [409, 'A request under this Idempotency-Key is still being accepted'],
  payload_too_large: [413, 'The body is larger than allowed'],
  unsupported_media_type: [415, 'This type of content is not taken'],
  upgrade_required: [426, 'This address speaks WebSocket only'],
  invalid_request: [422, 'The request does not fit its schema'],
  empty_text: [422, 'There is no text in it'],
  invalid_text: [422, 'It is not text in UTF-8'],
  invalid_transcript: [422, 'The transcript cannot be read in the format it claims'],
  invalid_audio: [422, 'The content is not the audio it claims to be'],
  audio_not_configured: [422, 'This deployment has no speech recogniser: send text or a transcript'],
  idempotency_key_reused: [422, 'The Idempotency-Key was used for another request'],
  internal_error: [500, 'Something went wrong here'],
  broker_unavailable: [503, 'Jobs cannot be accepted at the moment; nothing was accepted'],
  outcome_unknown: [503, 'The broker did not say whether it has the job; repeat under the same Idempotency-Key'],
  state_unavailable: [503, 'The state of jobs cannot be read at the moment'],
  rebuilding: [503, 'The state of jobs is being rebuilt'],
  storage_unavailable: [503, 'Uploads cannot be stored at the moment; nothing was accepted'],
  overloaded: [503, 'Too many requests at once; nothing was accepted'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or the name of a parameter. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly retryAfterS?: number;
  readonly cause?: unknown;
}

/** Thrown anywhere below a route; app.ts makes the answer of it. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: ProblemCode;
  readonly status: number;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.status = PROBLEMS[code][0];
    this.details = details;
  }
}

const DEFAULT_RETRY_AFTER_S = 2;

export function problemResponse({ code, status, details }: HttpProblem): Response {
  const { detail, errors, retryAfterS } = details;
  const body = {
    type: `urn:clinical-summarizer:problem:${code}`,
    title: PROBLEMS[code][1],
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (status === 503 || retryAfterS !== undefined) {
    headers.set('retry-after', String(retryAfterS ?? DEFAULT_RETRY_AFTER_S));
  }
  if (code === 'unauthenticated') headers.set('www-authenticate', 'Bearer');
  if (code === 'upgrade_required') headers.set('upgrade', 'websocket');
  return new Response(JSON.stringify(body), { status, headers });
}
