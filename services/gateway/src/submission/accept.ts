import { Readable } from 'node:stream';
import { type FhirProfile, jobEvent, type Submission } from '@clinical/contracts';
import {
  type BlobStore,
  BrokerUnavailableError,
  DependencyDownError,
  describeError,
  type Logger,
  type Producer,
  ProducerOverloadedError,
  RecordTooLargeError,
  UnknownOutcomeError,
} from '@clinical/runtime';
import type { Redis } from 'ioredis';
import { HttpProblem } from '../http/problems.ts';
import { type FoldSettings, foldEvent, submissionFields } from '../jobs/fold.ts';
import { tenantIndexKey } from '../jobs/keys.ts';
import { guarded } from '../jobs/redis.ts';
import { type JobStore, parseJob, RebuildingError, type StoredJob } from '../jobs/store.ts';
import { type Barrier, BarrierTimeoutError } from './barrier.ts';
import { type ClaimSettings, takeClaim } from './claims.ts';
import type { Draft } from './draft.ts';
import { submissionRecord } from './records.ts';

export interface AcceptDeps {
  readonly producer: Producer;
  readonly redis: Redis;
  readonly store: JobStore;
  readonly blobs: BlobStore;
  /** Waits until all that is on the topics has been folded. */
  readonly barrier: Barrier;
  readonly fold: FoldSettings;
  readonly claims: ClaimSettings;
  readonly inlineMaxBytes: number;
  /** What tenants get that ask for no profile; `r4` where one is not named. */
  readonly fhirProfiles: ReadonlyMap<string, FhirProfile>;
  /** A produce request is over after this, one way or the other. */
  readonly produceTimeoutMs: number;
  readonly log: Logger;
}

export interface AcceptRequest {
  readonly jobId: string;
  readonly tenant: string;
  /** Whether the job id belongs to an Idempotency-Key. */
  readonly keyed: boolean;
  readonly traceparent: string | null;
}

export interface Accepted {
  readonly job: StoredJob;
  /** The job was there already: accepted by an earlier request under the same key. */
  readonly replayed: boolean;
}

/** How long a 202 waits for `pending` to be in Redis, on which nothing but read-your-writes depends. */
const PENDING_WAIT_MS = 250;
const UNSEEN_MS = 60_000;
const POLL_MIN_MS = 10;
const POLL_MAX_MS = 200;

/**
 * Turns a draft into one record on the submissions topic. Without a key, Redis is not needed. With one:
 *
 * 1. one request at a time per key in this process, and by a lease in Redis among all;
 * 2. then everything that is on the topics is folded (barrier), so that what an earlier request produced shows,
 *    whatever became of its answer, its process or its Redis;
 * 3. only where the job is still not there it is produced, well within the lease.
 */
export class Acceptor implements Disposable {
  readonly #deps: AcceptDeps;
  readonly #busy = new Map<string, Promise<unknown>>();
  /** Accepted here, and not yet seen in Redis: a look-up that finds nothing proves nothing about them. */
  readonly #unseen = new Map<string, NodeJS.Timeout>();

  constructor(deps: AcceptDeps) {
    this.#deps = deps;
  }

  /** Whether a job was accepted here that Redis may not show yet. */
  isUnseen(jobId: string): boolean {
    return this.#unseen.has(jobId);
  }

  async accept(draft: Draft, request: AcceptRequest): Promise<Accepted> {
    if (!request.keyed) return { job: await this.#produce(draft, request), replayed: false };
    for (let other = this.#busy.get(request.jobId); other; other = this.#busy.get(request.jobId)) {
      await other.catch(() => {});
    }
    const own = this.#acceptOnce(draft, request);
    this.#busy.set(request.jobId, own);
    try {
      return await own;
    } finally {
      this.#busy.delete(request.jobId);
    }
  }

  async #acceptOnce(draft: Draft, request: AcceptRequest): Promise<Accepted> {
    const { producer, redis, store, claims, produceTimeoutMs } = this.#deps;
    const { jobId } = request;
    if (!producer.available()) throw new HttpProblem('broker_unavailable');
    const { lineage } = await store.look(jobId).catch(async (error: unknown) => {
      // A rebuild under way ends with the barrier, or this request does.
      if (!(error instanceof RebuildingError)) throw error;
      await this.#waitForFold();
      return store.look(jobId);
    });
    const deadline = Date.now() + claims.waitMs;
    for (let pause = POLL_MIN_MS; ; pause = Math.min(pause * 2, POLL_MAX_MS)) {
      const claim = await takeClaim(redis, jobId, draft.fingerprint, claims);
      if (claim.kind === 'exists') return this.#existing(draft, request);
      if (claim.kind === 'mine') {
        try {
          await this.#waitForFold();
          const now = await store.look(jobId);
          if (now.job !== null) return await this.#existing(draft, request);
          if (now.lineage !== lineage) throw new RebuildingError();
          if (Date.now() + produceTimeoutMs > claim.until) throw new HttpProblem('state_unavailable');
          const job = await this.#produce(draft, request);
          await claim.release();
          return { job, replayed: false };
        } catch (error) {
          // The lease stays where the record may still arrive: until it is over nobody else will try.
          if (!(error instanceof HttpProblem && error.code === 'outcome_unknown')) await claim.release();
          throw error;
        }
      }
      if (claim.fingerprint !== draft.fingerprint) throw new HttpProblem('idempotency_key_reused');
      if (Date.now() > deadline) {
        const retryAfterS = Math.max(1, Math.ceil((claim.until - Date.now()) / 1000));
        throw new HttpProblem('idempotency_in_progress', { retryAfterS });
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #waitForFold(): Promise<void> {
    await this.#deps.barrier.wait().catch((cause: unknown) => {
      throw new HttpProblem(cause instanceof BarrierTimeoutError ? 'state_unavailable' : 'broker_unavailable', {
        cause,
      });
    });
  }

  async #existing(draft: Draft, { jobId }: AcceptRequest): Promise<Accepted> {
    const { job } = await this.#deps.store.look(jobId);
    if (job === null) throw new RebuildingError();
    if (job.status === 'erased') throw new HttpProblem('idempotency_key_reused');
    const known = job.content_sha256 ?? (await this.#fingerprintFromTranscript(jobId));
    if (known !== null && known !== draft.fingerprint) throw new HttpProblem('idempotency_key_reused');
    return { job, replayed: true };
  }

  /** Once the submission is past its retention, the transcript still knows what it was made of. */
  async #fingerprintFromTranscript(jobId: string): Promise<string | null> {
    const inline = (await this.#deps.store.artefact(jobId, 'transcript'))?.inline;
    return inline ? ((JSON.parse(inline) as { content_sha256?: string }).content_sha256 ?? null) : null;
  }

  async #produce(draft: Draft, { jobId, tenant, traceparent }: AcceptRequest): Promise<StoredJob> {
    const { producer, blobs, inlineMaxBytes, fhirProfiles, log } = this.#deps;
    if (!producer.available()) throw new HttpProblem('broker_unavailable');
    const { content, audio } = draft;
    const inline = content !== null && Buffer.byteLength(content) <= inlineMaxBytes;
    const stored =
      content === null || inline
        ? audio
        : await blobs.put(jobId, 'content', draft.media_type, Readable.from([content])).catch((cause: unknown) => {
            throw new HttpProblem('storage_unavailable', { cause });
          });
    const submission: Submission = {
      job_id: jobId,
      tenant,
      submitted_at: Date.now(),
      kind: draft.kind,
      media_type: draft.media_type,
      language_hint: draft.language_hint,
      content: inline ? content : null,
      blob: stored,
      content_sha256: draft.fingerprint,
      fhir_profile: draft.fhir_profile ?? fhirProfiles.get(tenant) ?? 'r4',
    };
    try {
      await producer.send(submissionRecord(submission, traceparent));
    } catch (error) {
      const problem = produceProblem(error);
      if (problem.code !== 'outcome_unknown' && stored !== null) await blobs.delete(stored).catch(() => {});
      log.warn('A submission was not accepted', { code: problem.code, ...describeError(error) });
      throw problem;
    }
    await this.#writePending(submission);
    return pendingJob(submission);
  }

  async #writePending(submission: Submission): Promise<void> {
    const { redis, fold } = this.#deps;
    const { job_id, tenant, submitted_at } = submission;
    const event = pendingEvent(submission, 1);
    const written = guarded(
      Promise.all([
        foldEvent(redis, event, fold, submissionFields(submission)),
        redis.zadd(tenantIndexKey(tenant), 'LT', submitted_at, job_id),
      ]),
    ).then(
      () => true,
      () => false,
    );
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, PENDING_WAIT_MS);
    });
    if ((await Promise.race([written, enough])) !== true) this.#remember(job_id);
    clearTimeout(timer);
  }

  /** The materializer will have folded it long before this is forgotten. */
  #remember(jobId: string): void {
    const forget = setTimeout(() => this.#unseen.delete(jobId), UNSEEN_MS);
    this.#unseen.set(jobId, forget);
  }

  /** Lets go of what is remembered. */
  [Symbol.dispose](): void {
    for (const forget of this.#unseen.values()) clearTimeout(forget);
    this.#unseen.clear();
  }
}

/** The first event of a job, as the materializer makes it of the submission. */
export const pendingEvent = ({ job_id, tenant, submitted_at }: Submission, attempt: number) =>
  jobEvent({ job_id, tenant, attempt, stage: 'gateway', now: submitted_at }, 'pending');

/** The job as it will be read, from what is known here: the answer must not depend on Redis. */
function pendingJob(submission: Submission): StoredJob {
  const { job_id, tenant, submitted_at } = submission;
  return parseJob(job_id, {
    ...submissionFields(submission),
    tenant,
    attempt: '1',
    status: 'pending',
    stage: 'gateway',
    seq: '100',
    at: String(submitted_at),
    't:1:pending': String(submitted_at),
  })!;
}

export function produceProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ProducerOverloadedError) return new HttpProblem('overloaded', { cause: error, retryAfterS: 1 });
  if (error instanceof RecordTooLargeError) return new HttpProblem('payload_too_large', { cause: error });
  if (error instanceof UnknownOutcomeError) return new HttpProblem('outcome_unknown', { cause: error });
  if (error instanceof BrokerUnavailableError || error instanceof DependencyDownError) {
    return new HttpProblem('broker_unavailable', { cause: error });
  }
  return new HttpProblem('internal_error', { cause: error });
}
