import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { claimKey, jobKey } from '../jobs/keys.ts';
import { guarded } from '../jobs/redis.ts';

export interface ClaimSettings {
  /** How long the holder of a claim may take before another one looks for itself. */
  readonly leaseMs: number;
  /** How long a request waits for another one under the same key. */
  readonly waitMs: number;
  /** How long an abandoned claim is remembered. */
  readonly keepMs: number;
}

export type Claim =
  | { readonly kind: 'exists' }
  | { readonly kind: 'held'; readonly fingerprint: string; readonly until: number }
  | { readonly kind: 'mine'; readonly until: number; release(): Promise<void> };

/** Takes, or finds taken, the right to accept a job; see claim.lua. */
export async function takeClaim(
  redis: Redis,
  jobId: string,
  fingerprint: string,
  { leaseMs, keepMs }: ClaimSettings,
): Promise<Claim> {
  const token = randomUUID();
  const now = Date.now();
  const [kind, first, second] = await guarded(
    redis.claimJob(claimKey(jobId), jobKey(jobId), token, fingerprint, now, leaseMs, keepMs),
  );
  if (kind === 'job') return { kind: 'exists' };
  if (kind === 'held') return { kind: 'held', fingerprint: first!, until: Number(second) };
  return {
    kind: 'mine',
    until: now + leaseMs,
    release: async () => void (await guarded(redis.releaseClaim(claimKey(jobId), token)).catch(() => {})),
  };
}
