import { eventId, HEADERS, type JobEvent, type Submission, TOPICS, type TopicPolicy } from '@clinical/contracts';
import type { ProduceRecord } from '@clinical/runtime';

/** Who and what a record of the gateway is about; `what` tells records of one job, attempt and topic apart. */
export interface RecordContext {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  readonly now: number;
  readonly traceparent: string | null;
}

/** A record with its headers: CloudEvents binary mode, tenant, attempt. `value` null is a tombstone. */
export function gatewayRecord(
  topic: TopicPolicy,
  value: object | null,
  { job_id, tenant, attempt, now, traceparent }: RecordContext,
  what = '',
): ProduceRecord {
  return {
    topic,
    key: job_id,
    value,
    headers: {
      [HEADERS.ceId]: eventId(job_id, attempt, 'gateway', topic.record + what),
      [HEADERS.ceType]: `clinical.${topic.record}.v1`,
      [HEADERS.ceSource]: '/clinical/gateway',
      [HEADERS.ceTime]: new Date(now).toISOString(),
      [HEADERS.ceSubject]: job_id,
      [HEADERS.ceSpecversion]: '1.0',
      [HEADERS.contentType]: 'application/vnd.confluent.avro',
      [HEADERS.tenant]: tenant,
      [HEADERS.attempt]: String(attempt),
      ...(traceparent === null ? {} : { [HEADERS.traceparent]: traceparent }),
    },
  };
}

export const submissionRecord = (submission: Submission, traceparent: string | null): ProduceRecord =>
  gatewayRecord(TOPICS.submissions, submission, {
    job_id: submission.job_id,
    tenant: submission.tenant,
    attempt: 1,
    now: submission.submitted_at,
    traceparent,
  });

/** An event that only the gateway can tell: a retry has begun, or a state is asserted again. */
export const eventRecord = (event: JobEvent, now: number, what: string): ProduceRecord =>
  gatewayRecord(TOPICS.results, event, { ...event, now, traceparent: null }, what);
