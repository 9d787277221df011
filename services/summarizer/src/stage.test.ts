import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobEvent, Summary, TOPICS, type Transcript } from '@clinical/contracts';
import { createLogger, folderBlobStore, type StageContext } from '@clinical/runtime';
import { expect, test } from 'vitest';
import { createEmbeddedEngine } from './embedded/engine.ts';
import { summarizerStage } from './stage.ts';

const job_id = '00000000-0000-4000-8000-000000000001';
const transcript: Transcript = {
  job_id,
  tenant: 'clinic',
  submitted_at: 1,
  source: 'text',
  language: 'en',
  segments: [
    {
      id: 's1',
      speaker: 'unknown',
      speaker_label: null,
      speaker_source: 'none',
      start_ms: null,
      end_ms: null,
      language: 'en',
      text: 'I have a fever.',
    },
  ],
  engine: { name: 'text', model: null, version: '1', prompt_version: null },
  audio_quality: null,
  warnings: [],
  fhir_profile: 'r4',
  content_sha256: 'x',
};
const context: StageContext = {
  job_id,
  tenant: 'clinic',
  attempt: 2,
  now: () => 5,
  signal: new AbortController().signal,
  log: createLogger('test', 'silent'),
  traceparent: null,
};
const folder = mkdtempSync(join(tmpdir(), 'summarizer-'));
const seen: Summary[] = [];
const stage = (inlineMaxBytes: number) =>
  summarizerStage({
    main: createEmbeddedEngine(),
    fallback: null,
    cache: null,
    blobs: folderBlobStore(folder),
    inlineMaxBytes,
    observe: (summary) => seen.push(summary),
  });

test('a transcript becomes a summary and an event that shows both', async () => {
  const [summary, event] = await stage(100_000).handle(transcript, context);
  expect(summary!.topic).toBe(TOPICS.summaries);
  expect(Summary.parse(summary!.value)).toMatchObject({ job_id, transcript });
  expect(event!.topic).toBe(TOPICS.results);
  const told = JobEvent.parse(event!.value);
  expect(told).toMatchObject({ status: 'mapping', stage: 'summarizer', attempt: 2, occurred_at: 5 });
  const served = JSON.parse(told.summary!.inline!);
  expect(served.facts).toHaveLength(1);
  expect(served).not.toHaveProperty('transcript');
  expect(JSON.parse(told.transcript!.inline!)).toEqual(transcript);
  expect(seen).toHaveLength(1);
});

test('what is too large to go inline goes by claim check, and a failure points at the same transcript', async () => {
  const small = stage(10);
  const [, event] = await small.handle(transcript, context);
  const told = JobEvent.parse(event!.value);
  expect(told.transcript).toMatchObject({ inline: null, blob: { media_type: 'application/json' } });
  const [failed] = small.events.failed(context, { code: 'x', title: 'X', retryable: true }, transcript);
  expect((failed!.value as JobEvent).transcript).toEqual(told.transcript);
});

test("another job's record is refused", async () => {
  await expect(
    stage(10).handle(transcript, { ...context, job_id: '00000000-0000-4000-8000-000000000002' }),
  ).rejects.toMatchObject({ code: 'job_mismatch' });
});
