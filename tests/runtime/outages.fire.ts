/** Broker and registry away, hung or restarting: bounded waits, and recovery without a restart of ours. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Stack } from '@clinical/local';
import {
  BrokerUnavailableError,
  createCodec,
  createLogger,
  createProducer,
  DependencyDownError,
  type RuntimeConfig,
  readLetters,
  UnknownOutcomeError,
} from '@clinical/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStage, story } from './in-process.ts';
import { createLine, follow, submission, submit } from './line.ts';
import { ownStack, testStack } from './stack.ts';
import { until } from './until.ts';

const log = createLogger('test', 'silent');
const SLOW = 180_000;
let own: Awaited<ReturnType<typeof ownStack>>;
let stack: Stack;
let config: RuntimeConfig;

beforeAll(async () => {
  own = await ownStack();
  stack = own.stack;
  config = testStack(stack.addresses, { SCHEMA_REGISTRY_TIMEOUT_MS: '500', PRODUCE_TIMEOUT_MS: '2000' }).config;
}, SLOW);
afterAll(() => own[Symbol.asyncDispose](), SLOW);

describe('A broker that dies under load', () => {
  it('costs no record and doubles none', { timeout: SLOW }, async () => {
    const line = await createLine(config, 'broker', 4);
    const jobs = await submit(config, line, Array(1500).fill('job'));
    await using out = follow(config, line.to);
    await using _stage = await startStage(config, line, () => delay(100));
    for (const count of [200, 700]) {
      await until('it is in the middle', () => out.records.length > count, 60_000);
      stack.signal('kafka', 'SIGKILL');
      await until('the broker is gone', () => stack.pid('kafka') === undefined, 10_000).catch(() => {});
      await stack.healthy('kafka');
    }
    await out.until(jobs.length, 60_000);
    await out.caughtUp();
    const done = out.records.filter(({ value }) => (value as { content: string }).content === 'job');
    expect(done.length).toBe(jobs.length);
  });

  it('is told to clients in bounded time, at once while it is known, and serves again by itself', {
    timeout: SLOW,
  }, async () => {
    const line = await createLine(config, 'produce', 1);
    const producer = createProducer(config, { codec: createCodec(config.registry), log });
    const send = (job: string) =>
      producer.send({ topic: line.from, key: job, value: submission(job, 'job'), headers: { tenant: 'test' } });
    await until('it is connected', () => producer.available());
    await send(crypto.randomUUID());
    stack.signal('kafka', 'SIGSTOP');
    const asked = performance.now();
    await expect(send(crypto.randomUUID())).rejects.toBeInstanceOf(UnknownOutcomeError);
    expect(performance.now() - asked).toBeLessThan(3500);
    const again = performance.now();
    await expect(send(crypto.randomUUID())).rejects.toBeInstanceOf(BrokerUnavailableError);
    expect(performance.now() - again).toBeLessThan(200);
    stack.signal('kafka', 'SIGCONT');
    await until('it is connected again', () => producer.available(), 30_000);
    await send(crypto.randomUUID());
    await producer.stop();
  });
});

describe('A registry that hangs', () => {
  it('stops nobody who knows the schemas, and makes the others wait, not die', { timeout: SLOW }, async () => {
    const line = await createLine(config, 'registry', 1);
    await using out = follow(config, line.to);
    const first = await startStage({ ...config, instance: 'one' }, line, async () => {});
    const [known] = await submit(config, line, ['known']);
    await until('it knows the schemas', () => story(out.records, known!).length > 0);
    const codec = createCodec(config.registry);
    await codec.warm([line.from]);
    const producer = createProducer(config, { codec, log });
    await until('the producer is connected', () => producer.available());

    stack.signal('registry', 'SIGSTOP');
    const send = async (job: string) => {
      await producer.send({ topic: line.from, key: job, value: submission(job, 'job'), headers: { tenant: 'test' } });
      return job;
    };
    const during = await send(crypto.randomUUID());
    await until('cached schemas go on', () => story(out.records, during).includes('job'));
    await first.stop();

    await using _fresh = await startStage({ ...config, instance: 'two' }, line, async () => {});
    const waiting = await send(crypto.randomUUID());
    await expect(createCodec(config.registry).warm([line.from])).rejects.toBeInstanceOf(DependencyDownError);
    expect(story(out.records, waiting)).toEqual([]);

    stack.signal('registry', 'SIGCONT');
    await until('what waited is done', () => story(out.records, waiting).includes('job'), 60_000);
    expect(await readLetters(config, { stage: line.stage })).toEqual([]);
    await producer.stop();
  });
});
