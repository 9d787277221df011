/** What clients and jobs see while a part is away, and that everything comes back without a restart of any service. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Stack } from '../../deploy/local/src/stack.ts';
import { ApiClient } from '../client/api.ts';

const TEXT = 'Doctor: ¿Qué le pasa?\nPaciente: Tengo tos desde hace dos días. No tengo fiebre.';
const folder = mkdtempSync(join(tmpdir(), 'outages-'));
const done = new AbortController();
let stack: Stack;
let client: ApiClient;

beforeAll(async () => {
  stack = await Stack.start({ folder, supervise: false });
  client = new ApiClient(stack.addresses.gateway, done.signal);
}, 120_000);

afterAll(async () => {
  done.abort();
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const post = (headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${stack.addresses.gateway}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text: TEXT }),
  });

const services = () => stack.names.filter((name) => /-\d+$/.test(name));
const pids = () => Object.fromEntries(services().map((name) => [name, stack.pid(name)]));

async function completes(): Promise<void> {
  const { jobId } = await client.submit(TEXT, crypto.randomUUID());
  await expect.poll(async () => (await client.job(jobId))?.status, { timeout: 60_000 }).toBe('completed');
}

test('all is well to begin with', completes, 60_000);

describe('the broker is away', () => {
  test('a submission is refused with 503 and Retry-After, and nothing is half accepted', async () => {
    const before = pids();
    await stack.signal('kafka', 'SIGKILL');

    const response = await post({ 'idempotency-key': 'while-the-broker-was-away' });
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({ status: 503, code: expect.any(String) });

    const list = await client.json<{ jobs: { status: string }[] }>('/v1/jobs');
    expect(list.jobs.every(({ status }) => status === 'completed')).toBe(true);

    await stack.startPart('kafka');
    await completes();
    expect(pids()).toEqual(before);
  }, 120_000);

  test('jobs accepted before go on when it is back', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await client.submit(TEXT, crypto.randomUUID())).jobId),
    );
    await stack.signal('kafka', 'SIGKILL');
    await stack.startPart('kafka');
    for (const id of ids) {
      await expect.poll(async () => (await client.job(id))?.status, { timeout: 60_000 }).toBe('completed');
    }
  }, 120_000);
});

describe('the registry is away', () => {
  test('schemas that are known go on', async () => {
    await stack.signal('registry', 'SIGKILL');
    await completes();
    await stack.startPart('registry');
  }, 120_000);
});

describe('Redis is away', () => {
  test('reads say so with 503, and what was submitted meanwhile completes when it is back', async () => {
    await stack.signal('redis', 'SIGKILL');
    const accepted = await post();
    expect(accepted.status).toBe(202);
    const { job_id } = (await accepted.json()) as { job_id: string };

    const read = await fetch(`${stack.addresses.gateway}/v1/jobs/${job_id}`);
    expect(read.status).toBe(503);
    expect(await read.json()).toMatchObject({ code: 'state_unavailable' });

    await stack.startPart('redis');
    await expect.poll(async () => (await client.job(job_id))?.status, { timeout: 60_000 }).toBe('completed');
  }, 120_000);

  test('emptied, its results are rebuilt from Kafka, and a known job is never a 404', async () => {
    const { jobId } = await client.submit(TEXT, crypto.randomUUID());
    await expect.poll(async () => (await client.job(jobId))?.status, { timeout: 30_000 }).toBe('completed');
    const before = await client.json(`/v1/jobs/${jobId}/fhir`);

    const redis = new URL(stack.addresses.redis);
    await flush(redis);
    const answers = new Set<number>();
    await expect
      .poll(
        async () => {
          const response = await fetch(`${stack.addresses.gateway}/v1/jobs/${jobId}`);
          answers.add(response.status);
          return response.status;
        },
        { timeout: 60_000, interval: 20 },
      )
      .toBe(200);
    expect([...answers].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(await client.json(`/v1/jobs/${jobId}/fhir`)).toEqual(before);
  }, 120_000);
});

async function flush(url: URL): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url.href);
  await redis.flushall();
  redis.disconnect();
}
