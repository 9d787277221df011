/** kill -9 of every service in the middle of 200 jobs: all complete, none twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Stack } from '../../deploy/local/src/stack.ts';
import { check } from '../chaos/checker.ts';
import { consultation } from '../chaos/consultations.ts';
import { ApiClient } from '../client/api.ts';
import { collectTopics } from '../client/topics.ts';

const JOBS = 200;
const folder = mkdtempSync(join(tmpdir(), 'kills-'));
const done = new AbortController();
let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ folder });
}, 120_000);

afterAll(async () => {
  done.abort();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test.each(['transcriber-1', 'summarizer-1', 'fhir-mapper-1', 'gateway-1'])('%s is killed', async (victim) => {
  const client = new ApiClient(stack.addresses.gateway, done.signal);
  const submitted = Array.from({ length: JOBS }, (_, index) =>
    client.submit(consultation(index), `${victim}-${index}`),
  );
  await Promise.any(submitted.slice(JOBS / 2));
  await stack.signal(victim, 'SIGKILL');

  const accepted = new Set((await Promise.all(submitted)).map(({ jobId }) => jobId));
  expect(accepted.size).toBe(JOBS);
  const finalStatus = new Map<string, 'completed'>();
  for (const id of accepted) {
    await expect.poll(async () => (await client.job(id))?.status, { timeout: 60_000 }).toBe('completed');
    finalStatus.set(id, 'completed');
  }
  const topics = await collectTopics(stack.addresses);
  expect(check({ accepted, finalStatus, topics, ...topics, streams: new Map() })).toEqual([]);
  expect(topics.deadLetters).toEqual([]);
}, 180_000);
