import { randomUUID } from 'node:crypto';
import { type JobStatus, jobEvent } from '@clinical/contracts';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foldEvent } from '../jobs/fold.ts';
import { connectRedis, StateUnavailableError } from '../jobs/redis.ts';
import { JobStore } from '../jobs/store.ts';
import { startRedis, type TestRedis } from '../testing/redis-server.ts';
import { follow } from './follow.ts';
import { LiveEvents } from './live.ts';

let server: TestRedis;
let redis: Redis;
let live: LiveEvents;
let store: JobStore;
const stop = new AbortController();
beforeAll(async () => {
  server = await startRedis();
  redis = connectRedis({ url: server.url, commandTimeoutMs: 2000 }, 'commands');
  const subscriber = connectRedis({ url: server.url, commandTimeoutMs: 2000 }, 'subscriber');
  await Promise.all([redis, subscriber].map((each) => new Promise((resolve) => each.once('ready', resolve))));
  live = new LiveEvents(subscriber);
  store = new JobStore(redis, () => true);
});
afterAll(async () => {
  stop.abort();
  live[Symbol.dispose]();
  redis.disconnect();
  await server[Symbol.asyncDispose]();
});

const tell = (job_id: string, status: JobStatus, attempt = 1) =>
  foldEvent(redis, jobEvent({ job_id, tenant: 'default', attempt, stage: 'gateway', now: 0 }, status), {
    jobTtlS: 60,
    historyLength: 64,
  });

const listen = (job: string, after = 0, signal = stop.signal) =>
  follow(job, after, { store, live, recheckMs: 60_000, signal });

async function ids(events: AsyncIterable<{ seq: number }>): Promise<number[]> {
  const seen: number[] = [];
  for await (const { seq } of events) seen.push(seq);
  return seen;
}

test('backfill, cut-over, live: each event once and in order, whenever the reader comes', async () => {
  const steps = ['pending', 'transcribing', 'summarizing', 'mapping', 'completed'] as const;
  for (let round = 0; round < 20; round++) {
    const job = randomUUID();
    const readers: Promise<number[]>[] = [];
    await tell(job, 'pending');
    for (const step of steps) {
      readers.push(ids(listen(job)));
      // Events race with the readers' subscriptions.
      await tell(job, step);
    }
    readers.push(ids(listen(job)));
    for (const seen of await Promise.all(readers)) expect(seen).toEqual([100, 110, 120, 130, 144]);
  }
  expect(live.size).toBe(0);
});

test('what was seen is not told again', async () => {
  const job = randomUUID();
  await tell(job, 'pending');
  await tell(job, 'summarizing');
  const rest = ids(listen(job, 120));
  await tell(job, 'completed');
  expect(await rest).toEqual([144]);
});

test('an end that was followed by another attempt is no end', async () => {
  const job = randomUUID();
  for (const [status, attempt] of [
    ['failed', 1],
    ['pending', 2],
    ['completed', 2],
  ] as const)
    await tell(job, status, attempt);
  expect(await ids(listen(job))).toEqual([142, 200, 244]);
});

test('a lost connection is made up for', async () => {
  const job = randomUUID();
  await tell(job, 'pending');
  const stream = listen(job);
  expect((await stream.next()).value).toMatchObject({ seq: 100 });
  const next = stream.next();
  await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  // Nobody is subscribed at this moment.
  await tell(job, 'summarizing');
  expect((await next).value).toMatchObject({ seq: 120 });
  await tell(job, 'completed');
  expect(await ids(stream)).toEqual([144]);
});

test('a reader that leaves lets go of its subscription, and an aborted one ends', async () => {
  const job = randomUUID();
  await tell(job, 'pending');
  for await (const _ of listen(job)) break;
  const abort = new AbortController();
  const waiting = ids(listen(job, 100, abort.signal));
  await expect.poll(() => live.size).toBe(1);
  abort.abort();
  expect(await waiting).toEqual([]);
  expect(live.size).toBe(0);
});

test('with Redis away there is no stream to begin with', async () => {
  const job = randomUUID();
  await server.kill();
  await expect(ids(listen(job))).rejects.toBeInstanceOf(StateUnavailableError);
  await server.start();
});
