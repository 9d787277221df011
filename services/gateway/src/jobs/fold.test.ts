import { randomUUID } from 'node:crypto';
import { compareStates, fold, type JobEvent, type JobState, JobStatus, jobEvent } from '@clinical/contracts';
import fc from 'fast-check';
import type { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRedis, type TestRedis } from '../testing/redis-server.ts';
import { foldEvent } from './fold.ts';
import { artefactKey, eventsKey, jobKey } from './keys.ts';
import { connectRedis } from './redis.ts';
import { sequenceOf } from './sequence.ts';

const settings = { jobTtlS: 60, historyLength: 64 };
const state = fc.record({
  attempt: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom(...JobStatus.options),
  delayed: fc.option(fc.constantFrom('dependency_unavailable', 'llm', 'asr')),
});

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = connectRedis({ url: server.url, commandTimeoutMs: 2000 }, 'commands');
  await new Promise((resolve) => redis.once('ready', resolve));
});
afterAll(async () => {
  redis.disconnect();
  await server[Symbol.asyncDispose]();
});

const eventOf = (job_id: string, { attempt, status, delayed }: JobState, at: number): JobEvent =>
  jobEvent({ job_id, tenant: 'default', attempt, stage: 'gateway', now: at }, status, {
    ...(delayed === null ? {} : { delayed }),
    ...(status === 'mapping' ? { summary: { inline: `{"n":${attempt}}`, blob: null } } : {}),
  });

describe('the sequence number', () => {
  test('orders states as the lattice does, but for the reason of a delay', () => {
    fc.assert(
      fc.property(state, state, (a, b) => {
        const bySequence = Math.sign(sequenceOf(a) - sequenceOf(b));
        if (bySequence !== 0) expect(Math.sign(compareStates(a, b))).toBe(bySequence);
        else
          expect([a.attempt, a.status]).toEqual(a.status === 'erased' ? [a.attempt, b.status] : [b.attempt, b.status]);
      }),
    );
  });
});

describe('the fold in Redis', () => {
  test('agrees with the fold of the contracts, whatever the order and repetition', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 12 }), async (states) => {
        const job = randomUUID();
        let expected: JobState | null = null;
        for (const [index, each] of states.entries()) {
          await foldEvent(redis, eventOf(job, each, 1000 + index), settings);
          expected = fold(expected, each);
        }
        const [attempt, status, delayed, seq] = await redis.hmget(jobKey(job), 'attempt', 'status', 'delayed', 'seq');
        expect({ attempt: Number(attempt), status, delayed: delayed || null }).toEqual(
          expected?.status === 'erased'
            ? { ...expected, attempt: Number(attempt), delayed: delayed || null }
            : expected,
        );
        const ids = (await redis.hkeys(eventsKey(job))).map(Number);
        expect(Math.max(...ids)).toBe(Number(seq));
      }),
      { numRuns: 200 },
    );
  });

  test('the same events in two orders leave the same state, history, artefacts and times', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(state, { minLength: 1, maxLength: 10, selector: (s) => sequenceOf(s) })
          .chain((states) => fc.tuple(fc.constant(states), fc.shuffledSubarray(states, { minLength: states.length }))),
        async ([states, shuffled]) => {
          const read = async (order: JobState[]) => {
            const job = randomUUID();
            for (const each of order) await foldEvent(redis, eventOf(job, each, sequenceOf(each)), settings);
            const events = await redis.hgetall(eventsKey(job));
            const history = Object.entries(events).map(([seq, event]) => [seq, event.replaceAll(job, '')]);
            return [await redis.hgetall(jobKey(job)), await redis.get(artefactKey(job, 'summary')), history.sort()];
          };
          expect(await read(shuffled)).toEqual(await read(states));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a replay adds nothing to the history and tells that nothing was new', async () => {
    const job = randomUUID();
    const events = (['pending', 'summarizing', 'mapping', 'completed'] as const).map((status, index) =>
      eventOf(job, { attempt: 1, status, delayed: null }, index),
    );
    const outcomes = [];
    for (const event of [...events, ...events]) outcomes.push(await foldEvent(redis, event, settings));
    expect(outcomes).toEqual([1, 1, 1, 1, -1, -1, -1, 0]);
    expect(await redis.hlen(eventsKey(job))).toBe(4);
  });

  test('the history forgets its lowest events first', async () => {
    const job = randomUUID();
    for (let attempt = 1; attempt <= 5; attempt++) {
      await foldEvent(redis, eventOf(job, { attempt, status: 'pending', delayed: null }, 0), {
        ...settings,
        historyLength: 3,
      });
    }
    expect((await redis.hkeys(eventsKey(job))).sort()).toEqual(['300', '400', '500']);
  });

  test('an erased job keeps nothing of its content, and nothing brings it back', async () => {
    const job = randomUUID();
    const at = (status: JobStatus, attempt = 1) => eventOf(job, { attempt, status, delayed: null }, 5);
    await foldEvent(redis, at('mapping'), settings, { content_sha256: 'abc', kind: 'text' });
    await foldEvent(redis, at('erased'), settings);
    await foldEvent(redis, at('mapping', 2), settings, { content_sha256: 'abc' });
    expect(await redis.get(artefactKey(job, 'summary'))).toBeNull();
    const kept = await redis.hgetall(jobKey(job));
    expect(kept).toMatchObject({ status: 'erased', tenant: 'default' });
    expect(Object.keys(kept).sort()).toEqual(
      ['at', 'attempt', 'delayed', 'problem', 'seq', 'stage', 'status', 'tenant'].sort(),
    );
  });
});
