/** Cancel, erase, tenants, lists: what a client may do with a job, and with no other's. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TOPICS } from '@clinical/contracts';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { readTopic } from '../client/topics.ts';
import { accepted, artefact, eventually, type GatewayBed, gatewayBed, postText, type TestGateway } from './gateway.ts';

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

const status = async (id: string) =>
  ((await (await fetch(`${gateway.base}/v1/jobs/${id}`)).json()) as { status: string | number }).status;
const cancel = (id: string) => fetch(`${gateway.base}/v1/jobs/${id}/cancel`, { method: 'POST' });

test('a cancelled job stays cancelled, whatever comes late', async () => {
  const id = await accepted(gateway.base);
  const response = await cancel(id);
  expect(response.status).toBe(202);
  expect(await response.json()).toMatchObject({ status: 'cancelled', terminal: true, seq: 150 });
  await bed.tell(id, 'completed', { fhir: artefact({ resourceType: 'Bundle' }) });
  await accepted(gateway.base); // Whatever was told before this is folded by now, or soon.
  expect(await status(id)).toBe('cancelled');
  const again = await cancel(id);
  expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'job_already_terminal']);
  expect((await fetch(`${gateway.base}/v1/jobs/${id}/retry`, { method: 'POST' })).status).toBe(409);
});

test('an erased job is gone everywhere, and neither replay nor rebuild brings it back', async () => {
  const id = await accepted(gateway.base);
  await bed.tell(id, 'summarizing', { transcript: artefact({ segments: [] }) });
  await eventually(() => status(id)).toBe('summarizing');
  await mkdir(join(bed.blobFolder, id));
  await writeFile(join(bed.blobFolder, id, 'audio-1'), 'x');

  expect((await fetch(`${gateway.base}/v1/jobs/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await status(id)).toBe(404);
  await eventually(() => existsSync(join(bed.blobFolder, id))).toBe(false);
  for (const topic of [TOPICS.results, TOPICS.fhir]) {
    const last = async () => (await readTopic(inject('stack'), topic)).filter(({ job }) => job === id).at(-1);
    await expect.poll(last, { timeout: 30_000 }).toMatchObject({ value: null });
  }
  await bed.tell(id, 'completed', { fhir: artefact({ resourceType: 'Bundle' }) });

  const redis = new Redis(bed.redis.url);
  await redis.flushall();
  const seen = new Set<unknown>();
  await expect
    .poll(
      async () => {
        seen.add(await status(id));
        return redis.hget('cs:{materializer}:progress', 'ready');
      },
      { timeout: 30_000, interval: 20 },
    )
    .toBe('all');
  expect([...seen].filter((each) => each !== 503 && each !== 404)).toEqual([]);
  expect(await status(id)).toBe(404);
  expect(await redis.keys(`cs:{${id}}:*`)).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/transcript|summary|fhir/)]),
  );
  redis.disconnect();
}, 90_000);

test("another tenant's job is not there, on any route", async () => {
  const key = (secret: string) => createHash('sha256').update(secret).digest('hex');
  // Tenants of this run's own: the broker may have seen earlier ones.
  const run = crypto.randomUUID();
  await using guarded = await bed.gateway({ API_KEYS: `${key('alpha-key')}:a-${run},${key('beta-key')}:b-${run}` });
  const as = (secret: string) => ({ authorization: `Bearer ${secret}` });
  const created = await postText(guarded.base, 'Tengo tos.', as('alpha-key'));
  const { job_id } = (await created.json()) as { job_id: string };

  const paths = ['', '/transcript', '/summary', '/fhir', '/events', '/ws'].map((rest) => `/v1/jobs/${job_id}${rest}`);
  for (const path of [...paths, `/result/${job_id}`, `/ws/${job_id}`]) {
    expect((await fetch(guarded.base + path)).status, path).toBe(401);
    const response = await fetch(guarded.base + path, { headers: as('beta-key') });
    expect([response.status, ((await response.json()) as { code: string }).code], path).toEqual([404, 'job_not_found']);
  }
  for (const [method, path] of [
    ['POST', `/v1/jobs/${job_id}/cancel`],
    ['POST', `/v1/jobs/${job_id}/retry`],
    ['DELETE', `/v1/jobs/${job_id}`],
  ] as const) {
    expect((await fetch(guarded.base + path, { method, headers: as('beta-key') })).status, path).toBe(404);
  }
  const socket = new WebSocket(`${guarded.base.replace('http', 'ws')}/v1/jobs/${job_id}/ws`, {
    headers: as('beta-key'),
  });
  const refusal = await new Promise<string>((resolve) => socket.on('error', (error) => resolve(error.message)));
  expect(refusal).toContain('404');
  const list = async (secret: string) =>
    ((await (await fetch(`${guarded.base}/v1/jobs`, { headers: as(secret) })).json()) as { jobs: unknown[] }).jobs;
  expect(await list('alpha-key')).toMatchObject([{ job_id }]);
  expect(await list('beta-key')).toEqual([]);
});

test('jobs are listed newest first, by page, status and time', async () => {
  const before = new Date().toISOString();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.unshift(await accepted(gateway.base));
  await cancel(ids[2]!);
  const page = async (query: string) =>
    (await (await fetch(`${gateway.base}/v1/jobs?created_after=${before}&${query}`)).json()) as {
      jobs: { job_id: string }[];
      next_cursor: string | null;
    };
  const walked: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { jobs, next_cursor } = await page(`limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
    walked.push(...jobs.map(({ job_id }) => job_id));
    cursor = next_cursor;
  }
  expect(walked).toEqual(ids);
  expect((await page('status=cancelled')).jobs).toMatchObject([{ job_id: ids[2] }]);
  expect((await page('status=pending,completed')).jobs).toHaveLength(4);
  expect((await fetch(`${gateway.base}/v1/jobs?cursor=nonsense`)).status).toBe(400);
  expect((await fetch(`${gateway.base}/v1/jobs?status=done`)).status).toBe(422);
});
