/** How long a partition rests when its instance dies or leaves, with the settings that a deployment has by default. */
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { Instance } from './instance.ts';
import { createLine, follow } from './line.ts';
import { testStack } from './stack.ts';
import { steadyLoad } from './steady-load.ts';
import { until } from './until.ts';

const PARTITIONS = 4;
const { SESSION_TIMEOUT_MS: _, TRANSACTION_TIMEOUT_MS: __, ...env } = testStack(inject('stack')).env;
const { config } = testStack(inject('stack'));

/** The longest silence of each partition, shortest first, while one of two instances goes; in milliseconds. */
async function pauses(name: string, leave: (instance: Instance) => Promise<unknown>): Promise<number[]> {
  const line = await createLine(config, name, PARTITIONS);
  const instance = (which: string) => new Instance(line, { name: which, env: { ...env, WINDOW: '32' } });
  await using staying = instance('staying');
  await using leaving = instance('leaving');
  await using out = follow(config, line.to);
  const load = await steadyLoad(config, line, 200);
  const last = new Map<number, number>();
  const longest = new Map<number, number>();
  let read = 0;
  const look = (): void => {
    const now = performance.now();
    for (; read < out.records.length; read += 1) last.set(out.records[read]!.partition, now);
    for (const [partition, at] of last) {
      longest.set(partition, Math.max(longest.get(partition) ?? 0, now - at));
    }
  };
  const watch = setInterval(look, 5);
  try {
    await out.until(500, 30_000);
    await delay(5000);
    longest.clear();
    await leave(leaving);
    const left = out.records.length;
    await until('all partitions go on', () => new Set(out.records.slice(left).map((r) => r.partition)).size === 4);
    await delay(3000);
    const jobs = await load.stop();
    await out.until(jobs.length, 60_000);
    await out.caughtUp();
    expect(out.records.length).toBe(jobs.length);
    expect(staying.alive).toBe(true);
    const measured = [...longest.values()].map(Math.round).sort((a, b) => a - b);
    console.log(`${name}: longest silence by partition, ms: ${measured.join(', ')}`);
    return measured;
  } finally {
    clearInterval(watch);
    await load.stop();
  }
}

describe('Two instances of two partitions each, with default settings', () => {
  it('after kill -9 the other goes on within 8 s, and its own partitions rest for 1 s at most', async () => {
    const measured = await pauses('killed', (instance) => instance.kill());
    expect(measured).toHaveLength(PARTITIONS);
    expect(measured.at(-1)).toBeLessThan(8000);
    expect(measured[1]).toBeLessThan(1000);
  });

  it('after a graceful stop none rests for more than 1 s', async () => {
    const measured = await pauses('stopped', (instance) => instance.stop());
    expect(measured).toHaveLength(PARTITIONS);
    expect(measured.at(-1)).toBeLessThan(1000);
  });
});
