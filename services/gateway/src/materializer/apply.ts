import { Control, JobEvent, jobEvent, Submission, TOPICS } from '@clinical/contracts';
import type { ReadRecord } from '@clinical/runtime';
import type { Redis } from 'ioredis';
import { type FoldOutcome, type FoldSettings, foldEvent, submissionFields } from '../jobs/fold.ts';
import { tenantIndexKey } from '../jobs/keys.ts';
import { ArtefactNotes } from '../jobs/notes.ts';
import { guarded } from '../jobs/redis.ts';
import { pendingEvent } from '../submission/accept.ts';

/** What a record means for a job; null where it is nothing that can be folded. */
export interface Fold {
  readonly event: JobEvent;
  readonly fields: Readonly<Record<string, string>>;
  /** When the job was submitted, as far as this record knows: the place in the tenant's list. */
  readonly listedAt: number | null;
}

/** A record of any of the three topics as a fold. The header's attempt is authoritative (contracts/headers.ts). */
export function foldOf(record: ReadRecord): Fold | null {
  const attempt = Number(record.headers.attempt ?? 1);
  switch (record.topic.name) {
    case TOPICS.submissions.name: {
      const submission = Submission.safeParse(record.value).data;
      if (submission === undefined || !Number.isSafeInteger(attempt)) return null;
      const { submitted_at } = submission;
      // A replay's `pending` is as old as the replay.
      const event = pendingEvent(
        attempt === 1 ? submission : { ...submission, submitted_at: record.timestamp },
        attempt,
      );
      return { event, fields: submissionFields(submission), listedAt: submitted_at };
    }
    case TOPICS.results.name: {
      const event = JobEvent.safeParse(record.value).data;
      return event === undefined ? null : { event, fields: notes(event), listedAt: event.occurred_at };
    }
    case TOPICS.control.name: {
      const control = Control.safeParse(record.value).data;
      return control === undefined ? null : { event: controlEvent(control), fields: {}, listedAt: null };
    }
    default:
      return null;
  }
}

/** What GET /v1/jobs/{id} tells of the artefacts, so that it need not open them. */
function notes(event: JobEvent): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of ['transcript', 'summary'] as const) {
    const inline = event[name]?.inline;
    if (!inline) continue;
    const parsed = ArtefactNotes.safeParse(JSON.parse(inline)).data;
    if (parsed !== undefined) out[`n:${event.attempt}:${name}`] = JSON.stringify(parsed);
  }
  return out;
}

/** What a client's wish makes of a job, at once. */
export function controlEvent({ job_id, tenant, attempt, requested_at, action }: Control): JobEvent {
  const context = { job_id, tenant, attempt, stage: 'gateway', now: requested_at } as const;
  return jobEvent(context, action === 'cancel' ? 'cancelled' : 'erased');
}

export async function applyFold(
  redis: Redis,
  { event, fields, listedAt }: Fold,
  settings: FoldSettings,
): Promise<FoldOutcome> {
  const [outcome] = await guarded(
    Promise.all([
      foldEvent(redis, event, settings, fields),
      listedAt === null ? null : redis.zadd(tenantIndexKey(event.tenant), 'LT', listedAt, event.job_id),
    ]),
  );
  return outcome as FoldOutcome;
}
