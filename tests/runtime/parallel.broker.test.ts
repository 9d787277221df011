/** One partition never serialises slow work. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { startStage } from './in-process.ts';
import { createLine, follow, submit } from './line.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';

const { config } = testStack(inject('stack'), { WINDOW: '500' });

describe('One partition, one process, a window of 500', () => {
  it('does 1,000 jobs of one second each in about two seconds', async () => {
    const line = await createLine(config, 'window', 1);
    await submit(config, line, Array(1000).fill('job'));
    let most = 0;
    let running = 0;
    let first = 0;
    let last = 0;
    await using out = follow(config, line.to);
    await using _stage = await startStage(config, line, async () => {
      first ||= performance.now();
      running += 1;
      most = Math.max(most, running);
      await delay(1000);
      running -= 1;
      last = performance.now();
    });
    await out.until(1000, 30_000);
    expect(most).toBe(500);
    // The machine of a test has other things to do; bench/ has the exact figure.
    expect(last - first).toBeLessThan(3000);
  });

  it('lets a slow record delay no other, and keeps the map small', async () => {
    const line = await createLine(config, 'slow', 1);
    const contents = Array.from({ length: 3000 }, (_, n) => (n === 10 ? 'slow' : 'fast'));
    const jobs = await submit(config, line, contents);
    await using out = follow(config, line.to);
    const release = Promise.withResolvers<void>();
    await using _stage = await startStage(config, line, async ({ content }) => {
      if (content === 'slow') await release.promise;
    });
    const done = () => out.records.filter(({ value }) => (value as { content: string }).content === 'fast').length;
    await until('all the others are through', () => done() === 2999);
    const passed = () => out.records.filter(({ value }) => (value as { content: string }).content === 'slow');
    expect(passed()).toEqual([]);
    release.resolve();
    await until('the slow one is through', () => passed().length > 0);
    expect(passed().map(({ key }) => key)).toEqual([jobs[10]]);
  });
});
