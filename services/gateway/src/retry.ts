import { jobEvent } from '@clinical/contracts';
import { type Codec, describeError, handleDeadLetters, type Logger, type RuntimeConfig } from '@clinical/runtime';
import type { Redis } from 'ioredis';
import type { Gateway } from './gateway.ts';
import { HttpProblem } from './http/problems.ts';
import { type FoldSettings, foldEvent } from './jobs/fold.ts';
import { guarded } from './jobs/redis.ts';
import type { JobStore } from './jobs/store.ts';

export interface RetryDeps {
  readonly codec: Codec;
  readonly log: Logger;
  readonly redis: Redis;
  readonly store: JobStore;
  readonly fold: FoldSettings;
}

/**
 * A job's retry is the replay of its dead letter, the same as an operator's: the original bytes to the topic of the
 * stage that failed, as the next attempt, exactly once. One at a time in this process; others are fenced off by it or
 * fence it, and are told to come back.
 */
export function retryFromDeadLetters(config: RuntimeConfig, deps: RetryDeps): Gateway['retry'] {
  const { codec, log, redis, store, fold } = deps;
  let last: Promise<unknown> = Promise.resolve();

  async function replay(job: Parameters<Gateway['retry']>[0]): Promise<boolean> {
    const { job_id, tenant, attempt } = job;
    const handled = await handleDeadLetters(
      config,
      { codec, log },
      {
        action: 'replayed',
        filter: { job_id, tenant, job_attempt: attempt },
        isFinished: async () => {
          const { job: now } = await store.look(job_id);
          return now === null || now.status !== 'failed' || now.attempt !== attempt;
        },
      },
    ).catch((cause: unknown) => {
      log.warn('A dead letter could not be replayed', { job_id, ...describeError(cause) });
      throw new HttpProblem('broker_unavailable', { cause });
    });
    if (!handled.some(({ outcome }) => outcome === 'replayed')) return false;
    // The replay tells it on the results topic too; here it is for the answer.
    const context = { job_id, tenant, attempt: attempt + 1, stage: 'gateway', now: Date.now() } as const;
    await guarded(foldEvent(redis, jobEvent(context, 'pending'), fold)).catch(() => {});
    return true;
  }

  return (job) => {
    const own = last.then(() => replay(job));
    last = own.catch(() => {});
    return own;
  };
}
