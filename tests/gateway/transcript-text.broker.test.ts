import { createHash } from 'node:crypto';
import type { Transcript } from '@clinical/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleOf } from '../../services/fhir-mapper/src/bundle.ts';
import { SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { accepted, artefact, type GatewayBed, gatewayBed, type TestGateway } from './gateway.ts';

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

test("a receiver of the bundle gets the text that its evidence counts in, by the bundle's own address and hash", async () => {
  const jobId = await accepted(gateway.base);
  const summary = summaryOf({ ...WHOLE_VISIT, jobId });
  const transcript: Transcript = summary.transcript;
  await bed.tell(jobId, 'completed', { transcript: artefact(transcript) });
  const bundle = bundleOf(summary, 1, SUBMITTED_AT, { ...SETTINGS, publicUrl: gateway.base });
  const document = bundle.entry!.map((entry) => entry.resource).find((r) => r?.resourceType === 'DocumentReference');
  const attachment = document?.resourceType === 'DocumentReference' ? document.content?.[0]?.attachment : undefined;

  await expect.poll(async () => (await fetch(attachment!.url!)).status, { timeout: 20_000 }).toBe(200);
  const answer = await fetch(attachment!.url!);
  expect(answer.headers.get('content-type')).toBe(attachment!.contentType);
  const text = await answer.text();
  expect(createHash('sha1').update(text, 'utf8').digest('base64')).toBe(attachment!.hash);
  const spans = [
    ...JSON.stringify(bundle).matchAll(/"offset","valueInteger":(\d+)\},\{"url":"length","valueInteger":(\d+)/g),
  ];
  const quotes = new Set(summary.facts.flatMap((fact) => fact.evidence).map(({ quote }) => quote));
  const read = spans.map(([, offset, length]) => text.slice(Number(offset), Number(offset) + Number(length)));
  expect([...quotes].filter((quote) => !read.includes(quote))).toEqual([]);
});
