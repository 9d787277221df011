/** Bundles imported into a real FHIR server, over lines that break: whatever happens, nothing is there twice. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOf } from '../../services/fhir-mapper/src/bundle.ts';
import { WRITTEN_RESOURCES } from '../../services/fhir-mapper/src/resource-types.ts';
import { SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { HospitalInterface } from '../consumers/hospital/interface.ts';
import { type FhirServer, startFhirServer } from './fhir-server.ts';

const parts = new AsyncDisposableStack();
let server: FhirServer;
let tries = 0;

beforeAll(async () => {
  server = parts.use(await startFhirServer());
}, 900_000);
afterAll(() => parts.disposeAsync());

const hospital = (base = server.base): HospitalInterface =>
  new HospitalInterface({ server: base, tries: 6, firstWaitMs: 20, timeoutMs: 120_000 });

const delivery = (attempt: number, now: number, sketch = WHOLE_VISIT) => ({
  job_id: summaryOf(sketch).job_id,
  attempt,
  ce_id: `record-${attempt}`,
  bundle: JSON.stringify(bundleOf(summaryOf(sketch), attempt, SUBMITTED_AT + now, SETTINGS)),
});

async function counts(): Promise<Record<string, number>> {
  const out: Record<string, number> = {};
  for (const type of WRITTEN_RESOURCES) {
    const answer = await fetch(`${server.base}/${type}?_summary=count`, { headers: { 'cache-control': 'no-cache' } });
    out[type] = ((await answer.json()) as { total: number }).total;
  }
  return out;
}

const expected = (): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const type of WRITTEN_RESOURCES) {
    out[type] = bundleOf(summaryOf(WHOLE_VISIT), 1, SUBMITTED_AT, SETTINGS).entry!.filter(
      (entry) => entry.resource?.resourceType === type,
    ).length;
  }
  return out;
};

/** A line that loses the first answers after the server has done its work, and then says 503 once. */
async function brokenLine(): Promise<{ base: string } & AsyncDisposable> {
  const line = createServer(async (request, response) => {
    tries += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (tries === 3) {
      response.writeHead(503).end();
      return;
    }
    const answer = await fetch(server.base, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: Buffer.concat(chunks),
    });
    const body = await answer.arrayBuffer();
    if (tries <= 2) request.socket.destroy();
    else response.writeHead(answer.status).end(Buffer.from(body));
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => line.close(resolve));
    },
  };
}

test('a bundle is imported whole', { timeout: 300_000 }, async () => {
  expect(await hospital().receive(delivery(1, 0))).toBe('imported');
  expect(await counts()).toEqual(expected());
});

test('the same bundle again, by an interface that forgot, changes nothing', { timeout: 300_000 }, async () => {
  expect(await hospital().receive(delivery(1, 0))).toBe('imported');
  expect(await counts()).toEqual(expected());
});

test('a replay of the job, mapped again at another time, makes nothing twice', { timeout: 300_000 }, async () => {
  expect(await hospital().receive(delivery(1, 3_600_000))).toBe('imported');
  expect(await counts()).toEqual(expected());
});

test('answers that get lost after the work was done make nothing twice', { timeout: 300_000 }, async () => {
  await using line = await brokenLine();
  expect(await hospital(line.base).receive(delivery(1, 0))).toBe('imported');
  expect(tries).toBe(4);
  expect(await counts()).toEqual(expected());
});

test('a second attempt takes the place of the first, with a Provenance of its own', { timeout: 300_000 }, async () => {
  const facts = WHOLE_VISIT.facts.map((fact) =>
    fact.quote === 'fiebre' ? { ...fact, assertion: 'present' as const } : fact,
  );
  expect(await hospital().receive(delivery(2, 7_200_000, { ...WHOLE_VISIT, facts }))).toBe('imported');
  expect(await counts()).toEqual({ ...expected(), Provenance: 2 });
  const absent = await fetch(`${server.base}/Observation?code=http://loinc.org|111551-8&_summary=count`);
  expect(await absent.json()).toMatchObject({ total: 0 });
});

test('the interface leaves out what it has seen, and what came too late', { timeout: 300_000 }, async () => {
  const one = hospital();
  expect(await one.receive(delivery(2, 0))).toBe('imported');
  expect(await one.receive(delivery(2, 0))).toBe('seen before');
  expect(await one.receive(delivery(1, 0))).toBe('superseded');
});

test('what the server refuses is not tried again', { timeout: 300_000 }, async () => {
  const broken = { ...delivery(3, 0), bundle: '{"resourceType":"Bundle","type":"parcel"}' };
  expect(await hospital().receive(broken)).toBe('refused');
});
