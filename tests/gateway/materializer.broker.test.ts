/** The results topic and Redis tell the same, whatever order events came in, and whatever compaction keeps. */
import { type JobEvent, TOPICS } from '@clinical/contracts';
import { readTopic, runtimeConfig } from '@clinical/runtime';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accepted, artefact, eventually, type GatewayBed, gatewayBed, type TestGateway } from './gateway.ts';

let bed: GatewayBed;
let gateways: readonly [TestGateway, TestGateway];
beforeAll(async () => {
  bed = await gatewayBed();
  gateways = [await bed.gateway({ ASSERT_AFTER_MS: '200' }), await bed.gateway({ ASSERT_AFTER_MS: '200' })];
});
afterAll(async () => {
  for (const gateway of gateways ?? []) await gateway[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

const fhir = artefact({ resourceType: 'Bundle', entry: [] });

async function resultsOf(id: string): Promise<JobEvent[]> {
  const events: JobEvent[] = [];
  for await (const { key, value } of readTopic(runtimeConfig(bed.environment), TOPICS.results)) {
    if (key === id && value) events.push(value as JobEvent);
  }
  return events;
}

test('a lower event after a higher one is followed by the higher one again, with its artefacts', async () => {
  const id = await accepted(gateways[0].base);
  await bed.tell(id, 'completed', { fhir });
  await bed.tell(id, 'mapping');
  await expect
    .poll(async () => (await resultsOf(id)).map(({ status }) => status), { timeout: 20_000 })
    .toEqual(['completed', 'mapping', 'completed']);
  expect((await resultsOf(id)).at(-1)).toMatchObject({ attempt: 1, stage: 'fhir-mapper', fhir });
  const job = await (await fetch(`${gateways[1].base}/v1/jobs/${id}`)).json();
  expect(job).toMatchObject({ status: 'completed', seq: 144 });
});

test('read again from the beginning, everything is as it was', async () => {
  const ids: string[] = [];
  for (const ends of ['completed', 'failed', 'no_speech'] as const) {
    const id = await accepted(gateways[0].base);
    ids.push(id);
    await bed.tell(id, 'summarizing', { transcript: artefact({ segments: [], warnings: [] }) });
    await bed.tell(id, ends, ends === 'completed' ? { fhir } : {});
  }
  const look = () =>
    Promise.all(
      ids.map(async (id) => {
        const [job, events] = await Promise.all([
          fetch(`${gateways[1].base}/v1/jobs/${id}`).then((response) => response.json()),
          fetch(`${gateways[1].base}/v1/jobs/${id}/events`).then((response) => response.text()),
        ]);
        return { job, ids: [...events.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => seq) };
      }),
    );
  await eventually(async () => (await look()).map(({ job }) => (job as { terminal: boolean }).terminal)).toEqual([
    true,
    true,
    true,
  ]);
  const before = await look();
  const redis = new Redis(bed.redis.url);
  await redis.flushall();
  redis.disconnect();
  await expect.poll(look, { timeout: 30_000 }).toEqual(before);
});
