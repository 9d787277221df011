/** A day's worth of rebalances in two minutes. */
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { Instance } from './instance.ts';
import { createLine, follow } from './line.ts';
import { testStack } from './stack.ts';
import { steadyLoad } from './steady-load.ts';

const STORM_MS = Number(process.env.STORM_MS ?? 120_000);
const EVERY_MS = 2000;
/** Little more than what stays in use (28 MB): whoever keeps something of each rebalance does not live through many. */
const HEAP = '--max-old-space-size=40 --max-semi-space-size=1';
const stack = testStack(inject('stack'));

/** Open file descriptors of a process, and its resident memory in MB (proc(5)). */
async function footprint(pid: number): Promise<{ handles: number; resident: number }> {
  const [open, status] = await Promise.all([readdir(`/proc/${pid}/fd`), readFile(`/proc/${pid}/status`, 'utf8')]);
  return { handles: open.length, resident: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024 };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

it('an instance joins and leaves every two seconds under load', { timeout: STORM_MS + 120_000 }, async () => {
  const { config, env } = stack;
  const line = await createLine(config, 'storm', 4);
  const options = { env: { ...env, TEST_WORK_MS: '50', WINDOW: '32', NODE_OPTIONS: HEAP } };
  await using steady = new Instance(line, { ...options, name: 'steady' });
  await using restless = new Instance(line, { ...options, name: 'restless' });
  await using out = follow(config, line.to);
  const load = await steadyLoad(config, line, 100);
  const seen: Awaited<ReturnType<typeof footprint>>[] = [];
  try {
    await out.until(100, 30_000);
    const end = Date.now() + STORM_MS;
    for (let times = 0; Date.now() < end; times += 1) {
      await delay(EVERY_MS);
      if (times % 2 === 0) await restless.stop();
      else restless.restart();
      seen.push(await footprint(steady.pid));
    }
  } finally {
    await load.stop();
  }
  const jobs = await load.stop();
  await out.until(jobs.length, 60_000);
  await out.caughtUp();
  expect(out.records.map(({ key }) => key).sort()).toEqual([...jobs].sort());
  expect(steady.exits).toBe(0);
  const quarter = seen.length >> 2;
  const [early, late] = [seen.slice(quarter, 2 * quarter), seen.slice(-quarter)];
  const change = (of: 'handles' | 'resident'): [number, number] => [
    Math.round(median(early.map((at) => at[of]))),
    Math.round(median(late.map((at) => at[of]))),
  ];
  const [handles, resident] = [change('handles'), change('resident')];
  console.log(`storm: ${jobs.length} jobs, ${restless.exits} leaves, handles ${handles}, resident MB ${resident}`);
  // Four partitions or two, according to the moment: two connections each.
  expect(handles[1]).toBeLessThanOrEqual(handles[0] + 4);
  expect(resident[1]).toBeLessThan(resident[0] * 1.2);
});
