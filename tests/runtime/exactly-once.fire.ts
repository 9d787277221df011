/** Nothing lost, nothing twice: what survives which death, and what would not without each part of the design. */
import { fileURLToPath } from 'node:url';
import type { Submission } from '@clinical/contracts';
import { describe, expect, inject, it } from 'vitest';
import { Instance } from './instance.ts';
import { createLine, follow, submit } from './line.ts';
import { testStack } from './stack.ts';
import { underFire } from './under-fire.ts';
import { until } from './until.ts';

const stack = testStack(inject('stack'));
const mutation = (name: string) => fileURLToPath(new URL(`./mutations/${name}.ts`, import.meta.url));
const SLOW = 240_000;

describe('A process that dies at any boundary of a transaction', () => {
  // The first commit of an owner has offsets alone, so their second call is the first with outputs.
  const calls = {
    initProducerId: '1',
    addPartitionsToTxn: '1',
    produce: '1',
    addOffsetsToTxn: '2',
    txnOffsetCommit: '2',
    endTxn: '2',
  };
  const boundaries = Object.entries(calls).flatMap(([request, on]) =>
    ['before', 'after'].map((side) => ({ at: `${request}:${side}`, on })),
  );

  it.each(boundaries)('$at, call $on: the next one ends the work, each record once', { timeout: SLOW }, async (die) => {
    const { config, env } = stack;
    const line = await createLine(config, 'boundary', 1);
    const jobs = await submit(config, line, Array(40).fill('job'));
    const imports = [mutation('die-at')];
    await using out = follow(config, line.to);
    await using doomed = new Instance(line, {
      name: 'doomed',
      imports,
      env: { ...env, DIE_AT: die.at, DIE_ON: die.on },
    });
    await doomed.exited();
    await using _next = new Instance(line, { name: 'next', env });
    await out.until(jobs.length, 60_000);
    await out.caughtUp();
    expect(out.records.map(({ key }) => key).sort()).toEqual([...jobs].sort());
  });

  it('would do work twice with offsets outside of the transaction', { timeout: SLOW }, async () => {
    const { config, env } = stack;
    const line = await createLine(config, 'outside', 1);
    const jobs = await submit(config, line, Array(40).fill('job'));
    await using out = follow(config, line.to);
    await using doomed = new Instance(line, {
      name: 'doomed',
      imports: [mutation('offsets-outside'), mutation('die-at')],
      env: { ...env, DIE_AT: 'addOffsetsToTxn:before', DIE_ON: '2' },
    });
    await doomed.exited();
    await using _next = new Instance(line, { name: 'next', env });
    await until('there is more than was asked for', () => out.records.length > jobs.length, 60_000);
  });
});

describe('Two processes that are killed and stopped at random', () => {
  it('lose nothing and do nothing twice, zombies included', { timeout: SLOW }, async () => {
    const verdict = await underFire(stack, { records: 4000, workMs: 300, kills: 6, zombies: 3, seed: 7 });
    expect(verdict).toEqual({ missing: 0, duplicates: 0 });
  });

  it('would do work twice without fencing: zombies commit', { timeout: SLOW }, async () => {
    const fire = { records: 4000, workMs: 300, kills: 0, zombies: 5, seed: 7, imports: [mutation('no-fencing')] };
    expect((await underFire(stack, fire)).duplicates).toBeGreaterThan(0);
  });

  it('would do work twice without the map of what is finished above the offset', { timeout: SLOW }, async () => {
    const fire = { records: 4000, workMs: 300, kills: 4, zombies: 0, seed: 7, imports: [mutation('no-map')] };
    expect((await underFire(stack, fire)).duplicates).toBeGreaterThan(0);
  });
});

describe('A record that kills its process', () => {
  it('is found within three restarts; everything else goes through', { timeout: SLOW }, async () => {
    const { config } = stack;
    const line = await createLine(config, 'poison', 1);
    const contents = Array.from({ length: 120 }, (_, n) => (n === 70 ? 'abort' : 'slow 100'));
    const jobs = await submit(config, line, contents);
    await using out = follow(config, line.to);
    await using instance = new Instance(line, { name: 'only', env: { ...stack.env, WINDOW: '16' } });
    await until(
      'every record is done with',
      () => {
        instance.restart();
        return new Set(out.records.map(({ key }) => key)).size === jobs.length;
      },
      SLOW,
    );
    await out.caughtUp();
    expect(instance.exits).toBeLessThanOrEqual(3);
    const told = (job: string) =>
      out.records.filter(({ key }) => key === job).map(({ value }) => (value as Submission).content);
    expect(told(jobs[70]!)).toEqual(['failed crashed_process']);
    for (const job of jobs.filter((_, n) => n !== 70)) expect(told(job)).toEqual(['slow 100']);
  });
});
