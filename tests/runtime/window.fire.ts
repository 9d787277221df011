/** A window of 500 over one partition: what it costs beside the work itself, and what a crash repeats of it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Instance } from './instance.ts';
import { createLine, follow, submit, type TestLine } from './line.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';

const WINDOW = 500;
const { config, env } = testStack(inject('stack'), { WINDOW: String(WINDOW) });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'window-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A process that writes down what it begins. */
function instance(line: TestLine, name: string) {
  const file = join(folder, `${line.stage}-${name}`);
  const process = new Instance(line, { name, env: { ...env, TEST_BEGUN_FILE: file } });
  const begun = async () => {
    const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
    return new Map(lines.map((text) => text.split(' ')).map(([job, at]) => [job!, Number(at)]));
  };
  return { process, begun };
}

describe('One process and one partition', () => {
  const WAVES = 4;
  const WORK_MS = 1000;
  const SLOW_MS = 60_000;
  const WARM_UP = 3000;

  /** Milliseconds from the begin of the first until a reader has the last of the jobs that take `WORK_MS`. */
  async function passing(name: string, contents: readonly string[]) {
    const line = await createLine(config, name, 1);
    await using out = follow(config, line.to);
    const done = (what: string) =>
      out.records.filter(({ value }) => (value as { content: string }).content === what).length;
    await submit(config, line, Array(WARM_UP).fill('warm'));
    const { process, begun } = instance(line, 'only');
    await using _process = process;
    await until('it is warm', () => done('warm') === WARM_UP);
    const jobs = await submit(config, line, contents);
    const fast = `slow ${WORK_MS}`;
    const count = contents.filter((content) => content === fast).length;
    await until('all the fast ones are through', () => done(fast) === count, 60_000);
    const end = Date.now();
    const first = Math.min(...(await begun().then((all) => jobs.map((job) => all.get(job)!))));
    console.log(`${name}: ${count} jobs of ${WORK_MS} ms through a window of ${WINDOW} in ${end - first} ms`);
    await out.until(WARM_UP + jobs.length, SLOW_MS + 10_000);
    return { fastMs: end - first, allMs: Date.now() - first };
  }

  it('finish 2,000 jobs of one second each in at most 5% over the ideal', async () => {
    const { fastMs } = await passing('window', Array(WAVES * WINDOW).fill(`slow ${WORK_MS}`));
    expect(fastMs).toBeLessThan(WAVES * WORK_MS * 1.05);
  });

  it('let a record that takes 60 s delay no other', async () => {
    const fast = Array(WAVES * (WINDOW - 1)).fill(`slow ${WORK_MS}`);
    const { fastMs, allMs } = await passing('slow', [`slow ${SLOW_MS}`, ...fast]);
    expect(fastMs).toBeLessThan(WAVES * WORK_MS * 1.05);
    expect(allMs).toBeGreaterThanOrEqual(SLOW_MS);
  });
});

describe('A crash with 500 in flight', () => {
  it('repeats nothing that was committed, and of the rest only what was begun', async () => {
    const line = await createLine(config, 'crash', 1);
    const contents = Array.from({ length: 2500 }, (_, n) => `slow ${500 + ((n * 37) % 1000)}`);
    const jobs = await submit(config, line, contents);
    await using out = follow(config, line.to);
    const first = instance(line, 'first');
    await using victim = first.process;
    await until('it is in the middle', () => out.records.length > 1000);
    await victim.kill();
    const died = Date.now();
    const second = instance(line, 'second');
    await using _heir = second.process;
    await out.until(jobs.length, 60_000);
    await out.caughtUp();
    const [begun, again] = [await first.begun(), await second.begun()];
    const committed = new Set(out.records.filter(({ timestamp }) => timestamp <= died).map(({ key }) => key!));
    const repeated = [...again.keys()].filter((job) => begun.has(job));
    console.log(`crash: ${begun.size} begun, ${committed.size} committed, ${repeated.length} repeated`);
    expect(out.records.length).toBe(jobs.length);
    expect(repeated.filter((job) => committed.has(job))).toEqual([]);
    expect(repeated.length).toBe(begun.size - committed.size);
    expect(repeated.length).toBeGreaterThan(WINDOW / 2);
    // In the hands of handlers, and what had finished since the transaction under way began.
    expect(repeated.length).toBeLessThanOrEqual(WINDOW * 1.2);
  });
});
