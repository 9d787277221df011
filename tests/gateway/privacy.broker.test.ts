/** Nothing that a client sends appears in logs, metrics, errors or record headers. */
import { once } from 'node:events';
import { TOPICS } from '@clinical/contracts';
import { readTopic, runtimeConfig } from '@clinical/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GatewayBed, gatewayBed } from './gateway.ts';
import { gatewayProcess } from './process.ts';

const CANARY = 'Quetzalcanario';

let bed: GatewayBed;
beforeAll(async () => {
  bed = await gatewayBed();
});
afterAll(() => bed?.[Symbol.asyncDispose]());

test('a canary in body, path, query, headers and file names is nowhere but in the record', async () => {
  await using gateway = await gatewayProcess(bed, { LOG_LEVEL: 'debug', ASR_BASE_URL: 'http://127.0.0.1:9/v1' });
  const { base } = gateway;

  const json = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/v1/jobs`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const form = new FormData();
  form.set('file', new File([`${CANARY}`], `${CANARY}.wav`, { type: 'audio/wav' }));
  form.set(CANARY, CANARY);
  const answers = await Promise.all([
    json(JSON.stringify({ text: `${CANARY} tiene tos.` }), { 'idempotency-key': CANARY, 'user-agent': CANARY }),
    json(JSON.stringify({ text: `${CANARY} tiene fiebre.` }), { 'idempotency-key': CANARY }),
    json(`{"text": ${CANARY}`),
    json(JSON.stringify({ text: CANARY, [CANARY]: CANARY, language: CANARY })),
    json(JSON.stringify({ transcript: CANARY, media_type: 'text/vtt' })),
    json(CANARY, { 'content-type': `text/${CANARY}` }),
    json(JSON.stringify({ text: 'tos' }), { 'idempotency-key': `"${CANARY}` }),
    fetch(`${base}/v1/jobs`, { method: 'POST', body: form }),
    fetch(`${base}/v1/jobs/${CANARY}`),
    fetch(`${base}/${CANARY}?name=${CANARY}`),
    fetch(`${base}/v1/jobs?status=${CANARY}&cursor=${CANARY}`),
    fetch(`${base}/v1/jobs?cursor=${CANARY}`, { headers: { cookie: CANARY, authorization: CANARY } }),
  ]);
  const bodies = await Promise.all(answers.map((response) => response.text()));
  const metrics = await (await fetch(`${base}/metrics`)).text();
  gateway.process.kill('SIGTERM');
  expect(await once(gateway.process, 'exit')).toEqual([0, null]);

  expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 500)).toHaveLength(0);
  expect(bodies.join('\n')).not.toContain(CANARY);
  expect(metrics).not.toContain(CANARY);
  expect(gateway.output()).toContain('"msg":"Request"');
  expect(gateway.output()).not.toContain(CANARY);

  let found = 0;
  for await (const { key, headers, source } of readTopic(runtimeConfig(bed.environment), TOPICS.submissions)) {
    expect(JSON.stringify([key, headers])).not.toContain(CANARY);
    if (source.value?.includes(CANARY) === true) found += 1;
  }
  expect(found).toBeGreaterThan(0);
}, 90_000);
