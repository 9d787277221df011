/** Instances come and go; work in hand goes on where its partition stays. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { startStage } from './in-process.ts';
import { Instance } from './instance.ts';
import { createLine, follow, submit } from './line.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';

const stack = testStack(inject('stack'));

describe('An instance that joins', () => {
  it('takes only its share, and work on kept partitions is neither stopped nor begun again', async () => {
    const { config } = stack;
    const line = await createLine(config, 'join', 4);
    const jobs = await submit(config, line, Array(80).fill('job'));
    await using out = follow(config, line.to);
    const release = Promise.withResolvers<void>();
    const begun: string[] = [];
    const stopped: string[] = [];
    const handler = async (input: { job_id: string }, { signal }: { signal: AbortSignal }) => {
      begun.push(input.job_id);
      signal.addEventListener('abort', () => stopped.push(input.job_id));
      await Promise.race([release.promise, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    };
    const wide = { ...config, stage: { ...config.stage, window: 200 } };
    await using _first = await startStage({ ...wide, instance: 'one' }, line, handler);
    await until('the first has all in hand', () => begun.length === jobs.length);
    await using _second = await startStage({ ...wide, instance: 'two' }, line, handler);
    await until('the second has its share', () => stopped.length > 0);
    release.resolve();
    await out.until(jobs.length, 20_000);
    await out.caughtUp();
    const done = out.records.filter(({ value }) => (value as { content: string }).content === 'job');
    expect(done.length).toBe(jobs.length);
    // Half of the partitions moved: their records were begun again, the others' not.
    expect(begun.length - jobs.length).toBe(new Set(stopped).size);
    expect(new Set(stopped).size).toBeLessThan(jobs.length * 0.75);
  });
});

describe('An instance that comes and goes every second, under load', () => {
  it('loses nothing and does nothing twice', { timeout: 120_000 }, async () => {
    const { config, env } = stack;
    const line = await createLine(config, 'churn', 4);
    const jobs = await submit(config, line, Array(3000).fill('job'));
    await using out = follow(config, line.to);
    const options = { env: { ...env, TEST_WORK_MS: '100', WINDOW: '32' } };
    await using _steady = new Instance(line, { ...options, name: 'steady' });
    await using restless = new Instance(line, { ...options, name: 'restless' });
    for (let times = 0; times < 8; times += 1) {
      await delay(1500);
      // Null: the signal came before the process had begun to listen.
      expect([0, null]).toContain(await restless.stop());
      restless.restart();
    }
    await out.until(jobs.length, 60_000);
    await out.caughtUp();
    expect(out.records.length).toBe(jobs.length);
  });
});

describe('A graceful stop', () => {
  it('hands over with nothing lost and nothing begun twice', async () => {
    const { config } = stack;
    const line = await createLine(config, 'stop', 1);
    const jobs = await submit(config, line, Array(500).fill('job'));
    await using out = follow(config, line.to);
    let begun = 0;
    const handler = async () => {
      begun += 1;
      await delay(20);
    };
    const first = await startStage({ ...config, instance: 'one' }, line, handler);
    await until('it works', () => begun > 100);
    await first.stop();
    const after = begun;
    await out.caughtUp();
    expect(out.records.length).toBe(after);
    await using _second = await startStage({ ...config, instance: 'two' }, line, handler);
    await out.until(jobs.length, 20_000);
    await out.caughtUp();
    expect(out.records.length).toBe(jobs.length);
    expect(begun).toBe(jobs.length);
  });
});
