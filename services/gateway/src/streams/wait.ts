import { isTerminal } from '@clinical/contracts';
import type { Gateway } from '../gateway.ts';
import type { StoredJob } from '../jobs/store.ts';
import { follow } from './follow.ts';

/** The job once it has ended, or null where that takes longer, or cannot be seen at the moment. */
export async function waitForEnd(
  job: StoredJob,
  ms: number,
  { store, live, config, stopping }: Pick<Gateway, 'store' | 'live' | 'config' | 'stopping'>,
): Promise<StoredJob | null> {
  if (isTerminal(job.status)) return job;
  const signal = AbortSignal.any([AbortSignal.timeout(ms), stopping]);
  try {
    for await (const { terminal } of follow(job.job_id, 0, {
      store,
      live,
      recheckMs: config.streams.heartbeatMs,
      signal,
    })) {
      if (terminal) return await store.find(job.tenant, job.job_id);
    }
  } catch {
    // The job is accepted all the same: the answer is 202.
  }
  return null;
}
