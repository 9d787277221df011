/**
 * Record headers: CloudEvents 1.0 binary mode for Kafka, W3C trace context, and ours. Values are UTF-8; none holds
 * personal data.
 */
export const HEADERS = {
  ceId: 'ce_id',
  ceType: 'ce_type',
  ceSource: 'ce_source',
  ceTime: 'ce_time',
  ceSubject: 'ce_subject',
  ceSpecversion: 'ce_specversion',
  contentType: 'content-type',
  traceparent: 'traceparent',
  tracestate: 'tracestate',
  tenant: 'tenant',
  /** Decimal, from 1. Authoritative over anything in the value: a replay changes it and leaves the bytes alone. */
  attempt: 'attempt',
} as const;

/** Prefix of the headers that make a dead letter of a record; the names are the fields of DeadLetter. */
export const DEAD_LETTER_PREFIX = 'dlq.';
