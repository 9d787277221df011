/** A gateway that dies at each step of accepting a job: the client repeats its POST elsewhere, and it is one job. */
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type GatewayBed,
  gatewayBed,
  idOf,
  postText,
  submissionsOf,
  type TestGateway,
  untilAccepted,
} from './gateway.ts';
import { gatewayProcess } from './process.ts';

const module = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const MUTATIONS = [module('./mutations/die-at-redis.ts'), module('../runtime/mutations/die-at.ts')];
const MANY = 40;
const TEXT = 'Tengo vértigo.';

let bed: GatewayBed;
let other: TestGateway;
beforeAll(async () => {
  bed = await gatewayBed();
  other = await bed.gateway({ CLAIM_LEASE_MS: '6000' });
});
afterAll(async () => {
  await other?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

interface Death {
  readonly job: string;
  /** Whether the gateway died of it; false where it does not come to the step. */
  readonly died: boolean;
}

/** One POST to a gateway that dies at a step, and then the same to one that does not. */
async function dieAndRepeat(step: NodeJS.ProcessEnv, emptied: boolean): Promise<Death> {
  await using victim = await gatewayProcess(bed, step, MUTATIONS);
  const key = { 'idempotency-key': crypto.randomUUID() };
  const known = await postText(victim.base, TEXT, key).then(idOf, () => null);
  const died = known === null;
  if (died && victim.process.signalCode === null) await once(victim.process, 'exit');
  if (emptied) await bed.emptyRedis();
  const job = await idOf(await untilAccepted(() => postText(other.base, TEXT, key)));
  if (known !== null) expect(job).toBe(known);
  return { job, died };
}

describe.each([
  ['Redis stays', false],
  ['Redis is emptied before the repetition', true],
])('%s', (_name, emptied) => {
  it('at every command to Redis about the job, before it is sent and after it is answered', async () => {
    const jobs = new Set<string>();
    const steps: string[] = [];
    for (let number = 1; number < MANY; number += 1) {
      const deaths: Death[] = [];
      for (const side of ['before', 'after']) {
        deaths.push(await dieAndRepeat({ DIE_AT_REDIS: `${number}:${side}` }, emptied));
        if (deaths.at(-1)!.died) steps.push(`${number}:${side}`);
      }
      for (const { job } of deaths) jobs.add(job);
      if (deaths.every(({ died }) => !died)) break;
    }
    console.log(`died at Redis commands ${steps.join(' ')}`);
    expect(steps.length).toBeGreaterThan(6);
    expect((await submissionsOf(jobs)).sort()).toEqual([...jobs].sort());
  }, 600_000);

  it('at the produce request, before it is sent and after it is acknowledged', async () => {
    const jobs = new Set<string>();
    for (const side of ['before', 'after']) {
      const { job, died } = await dieAndRepeat({ DIE_AT: `produce:${side}` }, emptied);
      expect(died).toBe(true);
      jobs.add(job);
    }
    expect((await submissionsOf(jobs)).sort()).toEqual([...jobs].sort());
  }, 120_000);
});
