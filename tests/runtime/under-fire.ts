import { setTimeout as delay } from 'node:timers/promises';
import { Instance } from './instance.ts';
import { createLine, follow, submit } from './line.ts';
import type { TestStack } from './stack.ts';

export interface Fire {
  readonly records: number;
  readonly workMs: number;
  readonly kills: number;
  /** SIGSTOPs longer than the session. */
  readonly zombies: number;
  readonly seed: number;
  readonly imports?: readonly string[];
}

export interface Verdict {
  readonly missing: number;
  readonly duplicates: number;
}

/** Two instances work through a topic while they are killed and stopped; then every job is counted. */
export async function underFire({ env, config }: TestStack, fire: Fire): Promise<Verdict> {
  const line = await createLine(config, 'fire', 4);
  const contents = Array.from({ length: fire.records }, (_, n) => (n % 50 === 0 ? 'slow 1500' : `n ${n}`));
  const jobs = await submit(config, line, contents);
  const options = {
    env: { ...env, TEST_WORK_MS: String(fire.workMs), WINDOW: '32' },
    ...(fire.imports === undefined ? {} : { imports: fire.imports }),
  };
  await using out = follow(config, line.to);
  await using first = new Instance(line, { ...options, name: 'first' });
  await using second = new Instance(line, { ...options, name: 'second' });
  const random = generator(fire.seed);
  const faults = [...Array(fire.kills).fill('kill'), ...Array(fire.zombies).fill('zombie')].sort(() => random() - 0.5);
  await out.until(1, 30_000);
  for (const fault of faults) {
    const victim = random() < 0.5 ? first : second;
    if (fault === 'kill') await victim.killAndRestart();
    else {
      victim.signal('SIGSTOP');
      await delay(config.kafka.sessionTimeoutMs * 1.5);
      victim.signal('SIGCONT');
    }
    await delay(300 + random() * 1500);
  }
  await out.until(fire.records, 120_000).catch(() => {});
  await out.caughtUp();
  const seen = new Map<string, number>();
  for (const { key } of out.records) seen.set(key!, (seen.get(key!) ?? 0) + 1);
  return {
    missing: jobs.filter((job) => !seen.has(job)).length,
    duplicates: [...seen.values()].filter((times) => times > 1).length,
  };
}

/** mulberry32: the same faults for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
