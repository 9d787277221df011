import { randomBytes } from 'node:crypto';
import { eventId, HEADERS, type Stage } from '@clinical/contracts';
import type { LogRecord, TextHeaders } from '../kafka/records.ts';
import { textHeaders } from '../kafka/records.ts';

/** Who a record is about, read from key and headers alone. */
export interface RecordIdentity {
  /** Null where the key is no job id: nothing can be told about such a record but its dead letter. */
  readonly job_id: string | null;
  readonly tenant: string;
  readonly attempt: number;
  readonly headers: TextHeaders;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;

export function identify(record: LogRecord): RecordIdentity {
  const headers = textHeaders(record.headers);
  const key = record.key?.toString('utf8') ?? '';
  const attempt = Number(headers[HEADERS.attempt] ?? '1');
  return {
    job_id: UUID.test(key) ? key : null,
    tenant: headers[HEADERS.tenant] ?? '',
    attempt: Number.isSafeInteger(attempt) && attempt > 0 ? attempt : 1,
    headers,
  };
}

/** The next hop of a W3C trace: same trace, a span of our own. Begins one where there is none. */
export function nextTraceparent(traceparent: string | undefined): string {
  const parts = TRACEPARENT.exec(traceparent ?? '');
  const span = randomBytes(8).toString('hex');
  return parts === null ? `00-${randomBytes(16).toString('hex')}-${span}-01` : `00-${parts[1]}-${span}-${parts[2]}`;
}

export interface OutgoingIdentity {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  readonly stage: Stage;
  /** Name of the Avro record. */
  readonly record: string;
  /** What of the stage's work tells it: done, started, delayed, failed, cancelled, accepted. */
  readonly phase: string;
  /** W3C trace context of this hop. */
  readonly traceparent: string;
  readonly tracestate?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Headers of a record that the pipeline produces: CloudEvents 1.0 in binary mode (Kafka binding), trace context, ours.
 * The id depends on nothing but what the record says, so a record that is produced again can be told.
 */
export function recordHeaders(of: OutgoingIdentity): Record<string, string> {
  return {
    [HEADERS.ceSpecversion]: '1.0',
    [HEADERS.ceId]: eventId(of.job_id, of.attempt, of.stage, `${of.record}/${of.phase}`),
    [HEADERS.ceType]: `clinical.v1.${of.record}`,
    [HEADERS.ceSource]: `/${of.stage}`,
    [HEADERS.ceSubject]: of.job_id,
    [HEADERS.ceTime]: new Date(of.now).toISOString(),
    [HEADERS.contentType]: 'application/avro',
    [HEADERS.traceparent]: of.traceparent,
    ...(of.tracestate === undefined ? {} : { [HEADERS.tracestate]: of.tracestate }),
    [HEADERS.tenant]: of.tenant,
    [HEADERS.attempt]: String(of.attempt),
  };
}
