import { type JobEvent, type Submission, TOPICS, type TopicPolicy } from '@clinical/contracts';
import { nextTraceparent, type ProduceRecord, recordHeaders } from '@clinical/runtime';

/** Whom a record of the gateway is about. */
export interface RecordContext {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** W3C trace context of the request, where there is one. */
  readonly traceparent?: string | null;
}

/** A record with its headers. `phase` tells records of one job, attempt and topic apart; `value` null is a tombstone. */
export function gatewayRecord(
  topic: TopicPolicy,
  value: object | null,
  { job_id, tenant, attempt, now, traceparent }: RecordContext,
  phase: string,
): ProduceRecord {
  const headers = recordHeaders({
    job_id,
    tenant,
    attempt,
    stage: 'gateway',
    record: topic.record,
    phase,
    traceparent: nextTraceparent(traceparent ?? undefined),
    now,
  });
  return { topic, key: job_id, value, headers };
}

export const submissionRecord = (submission: Submission, traceparent: string | null): ProduceRecord => {
  const { job_id, tenant, submitted_at } = submission;
  const context = { job_id, tenant, attempt: 1, now: submitted_at, traceparent };
  return gatewayRecord(TOPICS.submissions, submission, context, 'accepted');
};

/** An event that only the gateway can tell: a retry has begun, or a state is asserted again. */
export const eventRecord = (event: JobEvent, phase: string): ProduceRecord =>
  gatewayRecord(TOPICS.results, event, { ...event, now: Date.now() }, phase);
