/** The queue is full: nothing was sent. Ask the client to come back. */
export class ProducerOverloadedError extends Error {
  override readonly name = 'ProducerOverloadedError';
  readonly code = 'producer_overloaded';
}

/** The broker cannot be reached: nothing was sent. */
export class BrokerUnavailableError extends Error {
  override readonly name = 'BrokerUnavailableError';
  readonly code = 'broker_unavailable';
}

/**
 * The record was sent and no answer came: it may be in the log, or be about to be. Sending it again may double it; look
 * first (Reader.caughtUp).
 */
export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError';
  readonly code = 'unknown_outcome';
}

/** The record is larger than its topic takes. */
export class RecordTooLargeError extends Error {
  override readonly name = 'RecordTooLargeError';
  readonly code = 'record_too_large';
}
