/** A job's events reach clients once each and in order, over SSE and WebSocket, through restarts and losses. */
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ApiClient } from '../client/api.ts';
import { accepted, artefact, eventually, type GatewayBed, gatewayBed, type TestGateway } from './gateway.ts';

let bed: GatewayBed;
let gateway: TestGateway;
beforeAll(async () => {
  bed = await gatewayBed();
  gateway = await bed.gateway({ HEARTBEAT_MS: '200' });
});
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

const transcript = artefact({ segments: [], warnings: [{ code: 'short', detail: 'It is short.' }] });
const summary = artefact({ facts: [], degraded: true, warnings: [], clinical_summary: { narrative_summary: 'Tos.' } });
const BUNDLE =
  '{"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient"}},' +
  '{"resource":{"resourceType":"Observation","valueQuantity":{"value":98.0}}}]}';
const fhir = { inline: BUNDLE, blob: null };

async function complete(id: string): Promise<void> {
  await bed.tell(id, 'summarizing', { transcript });
  await bed.tell(id, 'mapping', { transcript, summary });
  await bed.tell(id, 'completed', { transcript, summary, fhir });
}

const ORDER = ['pending', 'summarizing', 'mapping', 'completed'];

test('SSE and WebSocket tell the same, and the first version its own words', async ({ signal }) => {
  const id = await accepted(gateway.base);
  const messages = (path: string) => {
    const socket = new WebSocket(`${gateway.base.replace('http', 'ws')}${path}`);
    const heard: Record<string, unknown>[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data))));
    const closed = new Promise<number>((resolve, reject) => socket.on('close', resolve).on('error', reject));
    return { heard, closed };
  };
  const modern = messages(`/v1/jobs/${id}/ws`);
  const first = messages(`/ws/${id}`);
  const events: string[] = [];
  const streamed = (async () => {
    for await (const event of new ApiClient(gateway.base, signal).events(id)) events.push(event.status);
  })();
  await complete(id);
  expect(await modern.closed).toBe(1000);
  expect(await first.closed).toBe(1000);
  await streamed;
  expect(events).toEqual(ORDER);
  expect(modern.heard.map(({ status }) => status)).toEqual(ORDER);
  expect(modern.heard.map(({ seq }) => seq)).toEqual([100, 120, 130, 144]);
  expect(first.heard.map(({ status, step }) => [status, step])).toEqual([
    ['pending', 'pending'],
    ['processing', 'summarizing'],
    ['processing', 'mapping'],
    ['completed', 'completed'],
  ]);
});

test('the job and its artefacts can be read, and the bundle by type', async () => {
  const id = await accepted(gateway.base);
  expect((await fetch(`${gateway.base}/v1/jobs/${id}/fhir`)).status).toBe(404);
  await complete(id);
  const job = async () => (await fetch(`${gateway.base}/v1/jobs/${id}`)).json();
  await eventually(job).toMatchObject({
    status: 'completed',
    degraded: true,
    warnings: [{ code: 'short' }],
    links: { summary: `/v1/jobs/${id}/summary`, fhir: `/v1/jobs/${id}/fhir` },
  });
  const whole = await fetch(`${gateway.base}/v1/jobs/${id}/fhir`);
  expect(whole.headers.get('content-type')).toBe('application/fhir+json; charset=utf-8');
  expect(await whole.text()).toBe(BUNDLE);
  const part = await fetch(`${gateway.base}/v1/jobs/${id}/fhir?_type=Observation,Condition`);
  expect(await part.text()).toBe(BUNDLE.replace('{"resource":{"resourceType":"Patient"}},', ''));
  expect(await (await fetch(`${gateway.base}/result/${id}`)).text()).toContain(`"fhir":${BUNDLE}}`);
  expect(await (await fetch(`${gateway.base}/result/${id}`)).json()).toMatchObject({
    status: 'completed',
    step: 'completed',
    clinical_summary: { narrative_summary: 'Tos.' },
    fhir: { resourceType: 'Bundle' },
  });
});

test('Prefer: wait answers with the finished job, or with 202 when it takes longer', async () => {
  const post = (key: string, wait: number) =>
    fetch(`${gateway.base}/v1/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', prefer: `wait=${wait}`, 'idempotency-key': key },
      body: 'Tengo tos.',
    });
  const key = crypto.randomUUID();
  const early = await post(key, 1);
  expect(early.status).toBe(202);
  const { job_id } = (await early.json()) as { job_id: string };
  const patient = post(key, 20);
  await complete(job_id);
  const late = await patient;
  expect([late.status, late.headers.get('preference-applied')]).toEqual([200, 'wait=20']);
  expect(await late.json()).toMatchObject({ job_id, status: 'completed', degraded: true });
});

test('a stream goes on after Last-Event-ID at another gateway, without gap or repetition', async ({ signal }) => {
  const id = await accepted(gateway.base);
  const heard: string[] = [];
  {
    await using short = await bed.gateway();
    await bed.tell(id, 'summarizing', { transcript });
    const abort = new AbortController();
    for await (const event of new ApiClient(short.base, AbortSignal.any([signal, abort.signal])).events(id)) {
      heard.push(event.id);
      if (event.status === 'summarizing') break;
    }
  }
  await bed.tell(id, 'mapping', { transcript, summary });
  const response = await fetch(`${gateway.base}/v1/jobs/${id}/events`, { headers: { 'last-event-id': heard.at(-1)! } });
  const text = readAll(response);
  await bed.tell(id, 'completed', { transcript, summary, fhir });
  const rest = [...(await text).matchAll(/^id: (\d+)$/gm)].map(([, seq]) => seq);
  expect([...heard, ...rest]).toEqual(['100', '120', '130', '144']);
  const over = await fetch(`${gateway.base}/v1/jobs/${id}/events`, { headers: { 'last-event-id': '144' } });
  expect(over.status).toBe(204);
});

test('an open stream outlives a crash of Redis and an empty one, and its job is never unknown', async ({ signal }) => {
  const id = await accepted(gateway.base);
  const heard: string[] = [];
  const ended = (async () => {
    for await (const event of new ApiClient(gateway.base, signal).events(id)) heard.push(event.id);
  })();
  await bed.tell(id, 'summarizing', { transcript });
  await eventually(() => heard).toEqual(['100', '120']);

  await bed.redis.kill();
  await expect
    .poll(async () => (await fetch(`${gateway.base}/v1/jobs/${id}`)).json())
    .toMatchObject({
      code: 'state_unavailable',
    });
  const keyed = await fetch(`${gateway.base}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', 'idempotency-key': 'while-redis-is-away' },
    body: 'Tengo tos.',
  });
  expect([keyed.status, keyed.headers.has('retry-after')]).toEqual([503, true]);
  await bed.tell(id, 'mapping', { transcript, summary });
  const other = await accepted(gateway.base);

  await bed.redis.start();
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const statuses = await Promise.all(
          [id, other].map(async (each) => (await fetch(`${gateway.base}/v1/jobs/${each}`)).status),
        );
        for (const status of statuses) seen.add(status);
        return statuses;
      },
      { timeout: 30_000, interval: 10 },
    )
    .toEqual([200, 200]);
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);

  const redis = new Redis(bed.redis.url);
  await redis.flushall();
  redis.disconnect();
  await bed.tell(id, 'completed', { transcript, summary, fhir });
  await ended;
  expect(heard).toEqual(['100', '120', '130', '144']);
  await eventually(async () => (await fetch(`${gateway.base}/v1/jobs`)).status).toBe(200);
}, 60_000);

test('comments keep a quiet stream alive', async () => {
  const id = await accepted(gateway.base);
  const abort = new AbortController();
  const response = await fetch(`${gateway.base}/v1/jobs/${id}/events`, { signal: abort.signal });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(
    new TextDecoderStream() as never,
  ) as unknown as AsyncIterable<string>) {
    text += chunk;
    if ((text.match(/^: heartbeat$/gm)?.length ?? 0) >= 2) break;
  }
  abort.abort();
  expect(text).toContain('id: 100');
});

async function readAll(response: Response): Promise<string> {
  return response.text();
}
