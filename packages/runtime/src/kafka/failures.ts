/** kafkajs wraps errors in "retries exceeded" and "non-retriable"; the first cause is what says something. */
export function firstCause(error: unknown): Error & { readonly type?: string; readonly code?: string } {
  let current = error instanceof Error ? error : new Error('unknown');
  while (current.cause instanceof Error && current.cause !== current) current = current.cause;
  return current as Error & { type?: string; code?: string };
}

/** Errors that come before a request was written to a socket. */
const NEVER_SENT = new Set([
  'KafkaJSConnectionError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSLockTimeout',
]);

/** Answers of the broker after which the record may still be in the log. */
const MAYBE_WRITTEN = new Set(['REQUEST_TIMED_OUT', 'NOT_ENOUGH_REPLICAS_AFTER_APPEND']);

/** Whether a failed produce request may have been carried out all the same. */
export function maybeWritten(error: unknown): boolean {
  const cause = firstCause(error);
  if (NEVER_SENT.has(cause.name)) return false;
  if (cause.name === 'KafkaJSProtocolError') return MAYBE_WRITTEN.has(cause.type ?? '');
  return true;
}

/** Broker errors that no repetition will cure. */
const HOPELESS = new Set(['MESSAGE_TOO_LARGE', 'INVALID_RECORD', 'TOPIC_AUTHORIZATION_FAILED', 'CORRUPT_MESSAGE']);

export const isHopeless = (error: unknown): boolean => HOPELESS.has(firstCause(error).type ?? '');
