/** A failed job goes on from the stage that failed, as its next attempt, however often that is asked for. */
import { DEAD_LETTER_PREFIX, TOPICS } from '@clinical/contracts';
import { createKafka, createLogger, readTopic, runtimeConfig } from '@clinical/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, eventually, type GatewayBed, gatewayBed, type TestGateway } from './gateway.ts';

let bed: GatewayBed;
let gateway: TestGateway;
beforeAll(async () => {
  bed = await gatewayBed();
  gateway = await bed.gateway();
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

const config = () => runtimeConfig(bed.environment);

async function submissionsOf(id: string) {
  const found = [];
  for await (const record of readTopic(config(), TOPICS.submissions)) if (record.key === id) found.push(record);
  return found;
}

/** What a stage leaves behind that cannot read a submission. */
async function deadLetterOf(id: string): Promise<void> {
  const { source } = (await submissionsOf(id))[0]!;
  const now = new Date().toISOString();
  const facts = {
    topic: source.topic,
    partition: source.partition,
    offset: source.offset,
    stage: 'transcriber',
    code: 'unreadable',
    attempts: 1,
    first_at: now,
    last_at: now,
  };
  const told = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [DEAD_LETTER_PREFIX + name, String(value)]),
  );
  const producer = createKafka(config(), createLogger('tests', 'silent')).producer();
  await producer.connect();
  await producer.send({
    topic: TOPICS.deadLetters.name,
    messages: [
      { key: source.key, value: source.value, headers: { ...source.headers, ...told }, partition: source.partition },
    ],
  });
  await producer.disconnect();
  await bed.tell(id, 'failed', {
    stage: 'transcriber',
    problem: { code: 'unreadable', title: 'It cannot be read', retryable: true },
  });
}

const retry = (id: string) => fetch(`${gateway.base}/v1/jobs/${id}/retry`, { method: 'POST' });

test('retried by many at once, it is tried once more', async () => {
  const id = await accepted(gateway.base);
  await deadLetterOf(id);
  const job = async () => (await fetch(`${gateway.base}/v1/jobs/${id}`)).json();
  await eventually(job).toMatchObject({ status: 'failed', links: { retry: `/v1/jobs/${id}/retry` } });

  const answers = await Promise.all(Array.from({ length: 5 }, () => retry(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
  expect(await answers.find(({ status }) => status === 202)!.json()).toMatchObject({
    attempt: 2,
    status: 'pending',
    seq: 200,
  });
  const [first, second, ...more] = await submissionsOf(id);
  expect(more).toEqual([]);
  expect(second!.headers).toMatchObject({ attempt: '2', tenant: 'default' });
  expect(second!.source.value).toEqual(first!.source.value);

  await bed.tell(id, 'completed', { attempt: 2 });
  await eventually(job).toMatchObject({ status: 'completed', attempt: 2 });
  expect((await retry(id)).status).toBe(409);
}, 60_000);

test('a failure without a dead letter cannot be retried', async () => {
  const id = await accepted(gateway.base);
  await bed.tell(id, 'failed');
  await eventually(async () => (await retry(id)).status).toBe(409);
});
