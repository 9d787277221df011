import type { Artefact, JobProblem, JobStatus, Stage } from '@clinical/contracts';
import type { Redis } from 'ioredis';
import type { StreamEvent } from './event.ts';
import { ARTEFACTS, type ArtefactName, artefactKey, eventsKey, jobKey, progressKey, tenantIndexKey } from './keys.ts';
import { readinessOf } from './lineage.ts';
import { guarded, pipelined } from './redis.ts';

/** A job as Redis has it. What the submission said is null once only the results topic remembers the job. */
export interface StoredJob {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  readonly status: JobStatus;
  readonly delayed: string | null;
  readonly stage: Stage;
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly problem: JobProblem | null;
  readonly submitted_at: number | null;
  readonly kind: string | null;
  readonly media_type: string | null;
  readonly language_hint: string | null;
  readonly fhir_profile: string | null;
  readonly content_sha256: string | null;
  readonly artefacts: readonly ArtefactName[];
  /** What transcript and summary say of themselves, where the fold saw them inline; JSON by name. */
  readonly notes: Readonly<Partial<Record<ArtefactName, string>>>;
  readonly timeline: readonly { readonly attempt: number; readonly status: JobStatus; readonly at: number }[];
}

/** Redis lost its data, and what was asked for is not (yet) among what has been rebuilt from Kafka. */
export class RebuildingError extends Error {
  override readonly name = 'RebuildingError';
}

export class JobStore {
  readonly #redis: Redis;
  readonly #recognised: () => boolean;

  /** `recognised`: whether the server is known to be the one that was written to (lineage.ts). */
  constructor(redis: Redis, recognised: () => boolean) {
    this.#redis = redis;
    this.#recognised = recognised;
  }

  /**
   * The job, or null where there is none: no such id, erased, or another tenant's. Throws RebuildingError where that
   * cannot be said yet, and before erasures are known.
   */
  async find(tenant: string, jobId: string): Promise<StoredJob | null> {
    const { job } = await this.look(jobId);
    return job === null || job.status === 'erased' || job.tenant !== tenant ? null : job;
  }

  /** The same whoever asks, erased jobs too; with the lineage of the data that says so. */
  async look(jobId: string): Promise<{ readonly job: StoredJob | null; readonly lineage: string }> {
    // Readiness is read on both sides of the job, so that a rebuild that ends in between proves nothing.
    type Standing = [ready: string | null, lineage: string | null];
    const [before, hash, after] = await pipelined<[Standing, Record<string, string>, Standing]>(
      this.#redis
        .pipeline()
        .hmget(progressKey, 'ready', 'lineage')
        .hgetall(jobKey(jobId))
        .hmget(progressKey, 'ready', 'lineage'),
    );
    const ready = [readinessOf(before[0]), readinessOf(after[0])];
    if (ready.includes('none') || before[1] !== after[1] || !this.#recognised()) throw new RebuildingError();
    const job = parseJob(jobId, hash);
    if (job === null && ready.includes('control')) throw new RebuildingError();
    return { job, lineage: after[1]! };
  }

  /** Whether every job is there: a list would else have holes. */
  async complete(): Promise<boolean> {
    const ready = await guarded(this.#redis.hget(progressKey, 'ready'));
    return readinessOf(ready) === 'all' && this.#recognised();
  }

  async artefact(jobId: string, name: ArtefactName): Promise<Artefact | null> {
    const json = await guarded(this.#redis.get(artefactKey(jobId, name)));
    return json === null ? null : (JSON.parse(json) as Artefact);
  }

  /** Events above a sequence number, in its order. */
  async eventsAfter(jobId: string, seq: number): Promise<StreamEvent[]> {
    const history = await guarded(this.#redis.hvals(eventsKey(jobId)));
    return history
      .map((event) => JSON.parse(event) as StreamEvent)
      .filter((event) => event.seq > seq)
      .sort((a, b) => a.seq - b.seq);
  }

  /** Several jobs, in the order of the ids; null for those that are gone. */
  async many(jobIds: readonly string[]): Promise<(StoredJob | null)[]> {
    const hashes = await guarded(Promise.all(jobIds.map((id) => this.#redis.hgetall(jobKey(id)))));
    return hashes.map((hash, index) => parseJob(jobIds[index]!, hash));
  }

  /** A tenant's job ids from the newest on: those at or before a time and, at that very time, below an id. */
  async newest(
    tenant: string,
    from: { readonly at: number; readonly below: string | null },
    downTo: number,
    count: number,
  ): Promise<{ id: string; at: number }[]> {
    const key = tenantIndexKey(tenant);
    const rows: { id: string; at: number }[] = [];
    // Equal scores come in descending order of the id; those at the cursor's time that were given out are skipped.
    for (let offset = 0; rows.length < count; offset += count) {
      const page = await guarded(
        this.#redis.zrevrangebyscore(key, from.at, downTo, 'WITHSCORES', 'LIMIT', offset, count),
      );
      for (let i = 0; i < page.length; i += 2) {
        const row = { id: page[i]!, at: Number(page[i + 1]) };
        if (from.below === null || row.at < from.at || row.id < from.below) rows.push(row);
      }
      if (page.length < count * 2) break;
    }
    return rows.slice(0, count);
  }

  async forget(tenant: string, jobIds: readonly string[]): Promise<void> {
    if (jobIds.length > 0) await guarded(this.#redis.zrem(tenantIndexKey(tenant), ...jobIds));
  }
}

export function parseJob(jobId: string, hash: Record<string, string>): StoredJob | null {
  if (hash.status === undefined) return null;
  const timeline = Object.entries(hash)
    .filter(([field]) => field.startsWith('t:'))
    .map(([field, at]) => {
      const [, attempt, status] = field.split(':');
      return { attempt: Number(attempt), status: status as JobStatus, at: Number(at) };
    })
    .sort((a, b) => a.attempt - b.attempt || a.at - b.at);
  return {
    job_id: jobId,
    tenant: hash.tenant ?? '',
    attempt: Number(hash.attempt),
    status: hash.status as JobStatus,
    delayed: hash.delayed || null,
    stage: hash.stage as Stage,
    seq: Number(hash.seq),
    at: Number(hash.at),
    problem: hash.problem ? (JSON.parse(hash.problem) as JobProblem) : null,
    submitted_at: hash.submitted_at === undefined ? (timeline[0]?.at ?? null) : Number(hash.submitted_at),
    kind: hash.kind ?? null,
    media_type: hash.media_type ?? null,
    language_hint: hash.language_hint || null,
    fhir_profile: hash.fhir_profile ?? null,
    content_sha256: hash.content_sha256 ?? null,
    artefacts: ARTEFACTS.filter((name) => hash[`a:${name}`] !== undefined),
    notes: Object.fromEntries(
      ARTEFACTS.flatMap((name) => {
        const last = Object.keys(hash)
          .filter((field) => field.startsWith('n:') && field.endsWith(`:${name}`))
          .sort((a, b) => Number(a.split(':')[1]) - Number(b.split(':')[1]))
          .at(-1);
        return last === undefined ? [] : [[name, hash[last]!]];
      }),
    ),
    timeline,
  };
}
