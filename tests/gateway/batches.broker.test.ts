import { TOPICS } from '@clinical/contracts';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readTopic } from '../client/topics.ts';
import { eventually, type GatewayBed, gatewayBed, type TestGateway } from './gateway.ts';

let bed: GatewayBed;
let gateway: TestGateway;
beforeAll(async () => {
  bed = await gatewayBed();
  gateway = await bed.gateway({ MAX_BATCH_JOBS: '250' });
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

interface Receipt {
  readonly batch_id: string;
  readonly accepted: { line: number; job_id: string }[];
}

const post = (lines: readonly string[], headers: Record<string, string> = {}) =>
  fetch(`${gateway.base}/v1/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', ...headers },
    body: lines.join('\n'),
  });

test('lines become jobs, each wrong one is refused by itself, and the batch counts them', async () => {
  const response = await post([
    '{"text":"Tengo tos.","language":"es"}',
    '{"text":"  "}',
    'not json',
    '{"transcript":"WEBVTT\\n\\n00:01.000 --> 00:02.000\\nHola\\n"}',
  ]);
  expect(response.status).toBe(202);
  const receipt = (await response.json()) as Receipt;
  expect(receipt).toMatchObject({
    total: 4,
    accepted: [{ line: 1 }, { line: 4 }],
    refused: [
      { line: 2, code: 'empty_text' },
      { line: 3, code: 'malformed_json' },
    ],
  });
  await bed.tell(receipt.accepted[0]!.job_id, 'completed');
  const batch = async () => (await fetch(`${gateway.base}/v1/batches/${receipt.batch_id}`)).json();
  await eventually(batch).toEqual({
    batch_id: receipt.batch_id,
    total: 4,
    done: false,
    counts: { pending: 1, processing: 0, completed: 1, failed: 0, cancelled: 0, refused: 2 },
    jobs: [
      { ...receipt.accepted[0], status: 'completed' },
      { ...receipt.accepted[1], status: 'pending' },
    ],
  });
});

test('the same batch under the same key is the same jobs, once', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => JSON.stringify({ text: `Caso ${index}: tengo tos.` }));
  const key = { 'idempotency-key': crypto.randomUUID() };
  const [first, second] = await Promise.all([post(lines, key), post(lines, key)]);
  const receipt = (await first.json()) as Receipt;
  expect(receipt.accepted).toHaveLength(200);
  expect(await second.json()).toEqual(receipt);
  const ids = new Set(receipt.accepted.map(({ job_id }) => job_id));
  const records = (await readTopic(inject('stack'), TOPICS.submissions)).filter(({ job }) => ids.has(job));
  expect(records).toHaveLength(200);
});

test('what is no batch is refused or unknown', async () => {
  expect((await post(Array.from({ length: 251 }, () => '{"text":"Tengo tos."}'))).status).toBe(413);
  expect((await post([''])).status).toBe(422);
  expect((await post(['{"text":"Tengo tos."}'], { 'content-type': 'text/csv' })).status).toBe(415);
  for (const id of ['none', `${crypto.randomUUID()}-2`, `${crypto.randomUUID()}-999999`]) {
    expect((await fetch(`${gateway.base}/v1/batches/${id}`)).status).toBe(404);
  }
});
