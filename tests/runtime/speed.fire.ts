/** What exactly once costs, beside what one would write with the client alone: both in one run, by turns. */
import { randomUUID } from 'node:crypto';
import { createCodec, createKafka, createLogger, createProducer, createReader } from '@clinical/runtime';
import { describe, expect, inject, it } from 'vitest';
import { Instance } from './instance.ts';
import { accepted, createLine, follow, submit, type TestLine } from './line.ts';
import { testStack } from './stack.ts';
import { until } from './until.ts';

const { config, env } = testStack(inject('stack'));
const log = createLogger('test', 'silent');
const KILOBYTE = 'x'.repeat(1024);

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))]!;

describe('A lone record', () => {
  const ROUNDS = 400;
  const WARM_UP = 40;

  it('passes in at most 1.3 times the time of a bare loop with a transaction a record', async () => {
    const [ours, bare] = [await createLine(config, 'hop', 1), await createLine(config, 'bare-hop', 1)];
    await using _stage = new Instance(ours, { name: 'stage', env });
    await using _loop = new Instance(bare, {
      name: 'loop',
      env: { ...env, BARE_LOOP: 'transaction-a-record' },
      program: 'bare-loop',
    });
    const arrived = new Map<string, () => void>();
    const reader = createReader(
      config,
      { codec: createCodec(config.registry), log },
      {
        group: null,
        topics: [ours.to, bare.to],
        undecoded: true,
        handle: async (records) => {
          for (const { key } of records) arrived.get(key!)?.();
        },
      },
    );
    const producer = createProducer(config, { codec: createCodec(config.registry), log });
    await until('producer and reader are connected', () => producer.available() && reader.ready());
    const passing = async (line: TestLine): Promise<number> => {
      const job = randomUUID();
      const there = new Promise<void>((resolve) => arrived.set(job, resolve));
      const began = performance.now();
      await producer.send(accepted(line, job, KILOBYTE));
      await there;
      arrived.delete(job);
      return performance.now() - began;
    };
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const [a, b] = [await passing(ours), await passing(bare)];
      if (round < WARM_UP) continue;
      times.ours.push(a);
      times.bare.push(b);
    }
    await producer.stop();
    await reader.stop();
    const show = (values: readonly number[]): string =>
      `p50 ${quantile(values, 0.5).toFixed(1)}, p99 ${quantile(values, 0.99).toFixed(1)} ms`;
    const ratio = quantile(times.ours, 0.5) / quantile(times.bare, 0.5);
    console.log(`hop: ours ${show(times.ours)}; bare ${show(times.bare)}; ratio of p50 ${ratio.toFixed(2)}`);
    expect(ratio).toBeLessThanOrEqual(1.3);
  });
});

describe('An empty handler and records of 1 KB, one process, four partitions', () => {
  const RECORDS = 30_000;

  /** Records a second from the first that is passed on to the last, by the times that stand in the log. */
  async function rate(name: string, group: (line: TestLine) => string, run: (line: TestLine) => Instance) {
    const line = await createLine(config, name, 4);
    await submit(config, line, Array(RECORDS).fill(KILOBYTE));
    const admin = createKafka(config, log).admin();
    await admin.connect();
    {
      await using _instance = run(line);
      await until(
        'all are passed on',
        async () => {
          const [committed] = await admin.fetchOffsets({ groupId: group(line), topics: [line.from.name] });
          return committed!.partitions.reduce((sum, { offset }) => sum + Number(offset), 0) === RECORDS;
        },
        120_000,
      );
    }
    await admin.disconnect();
    await using out = follow(config, line.to);
    await out.until(RECORDS, 60_000);
    const times = out.records.map(({ timestamp }) => timestamp).sort((a, b) => a - b);
    return (RECORDS * 1000) / (times.at(-1)! - times[0]!);
  }

  it('keep at least 60% of the rate of a plain at-least-once loop', { timeout: 480_000 }, async () => {
    const ours = () =>
      rate(
        'rate',
        ({ stage }) => stage,
        (line) => new Instance(line, { name: 'stage', env }),
      );
    const loop = { name: 'loop', env: { ...env, BARE_LOOP: 'at-least-once' }, program: 'bare-loop' } as const;
    const plain = () =>
      rate(
        'plain-rate',
        ({ stage }) => `${stage}-bare`,
        (line) => new Instance(line, loop),
      );
    const rates = { ours: [await ours()], plain: [await plain(), await plain()] };
    rates.ours.push(await ours());
    const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
    const share = mean(rates.ours) / mean(rates.plain);
    console.log(
      `rate: ours ${rates.ours.map(Math.round)} records/s; plain ${rates.plain.map(Math.round)}; share ${share.toFixed(2)}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.6);
  });
});
