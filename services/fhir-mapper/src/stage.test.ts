import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FhirBundle, JobEvent, type Summary, TOPICS } from '@clinical/contracts';
import { createLogger, folderBlobStore, PermanentError, readArtefact, type StageContext } from '@clinical/runtime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapperStage } from './stage.ts';
import { JOB, SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from './testing/summaries.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fhir-mapper-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const stage = (inlineMaxBytes = 512 * 1024) =>
  mapperStage({ settings: SETTINGS, blobs: folderBlobStore(folder), inlineMaxBytes });

const job = (attempt = 1): StageContext => ({
  job_id: JOB,
  tenant: 'default',
  attempt,
  now: () => SUBMITTED_AT + 5000,
  signal: new AbortController().signal,
  log: createLogger('test', 'silent'),
  traceparent: null,
});

/** Submitted in the year 12000: a date that FHIR cannot write. */
const unmappable = (): Summary => ({ ...summaryOf(WHOLE_VISIT), submitted_at: Date.UTC(12_000, 0) });

describe('a summary that can be mapped', () => {
  test('gives the bundle and the event that completes the job, as the contract has them', async () => {
    const summary = summaryOf(WHOLE_VISIT);
    const [bundle, event] = await stage().handle(summary, job(2));
    expect([bundle?.topic, event?.topic]).toEqual([TOPICS.fhir, TOPICS.results]);
    const record = FhirBundle.parse(bundle?.value);
    expect(record).toMatchObject({ job_id: JOB, attempt: 2, profile: 'r4', fhir_version: '4.0.1' });
    expect(record.resource_counts).toMatchObject({ Patient: 1, Provenance: 1, Composition: 1 });
    const completed = JobEvent.parse(event?.value);
    expect(completed).toMatchObject({ status: 'completed', stage: 'fhir-mapper', attempt: 2, problem: null });
    const { transcript, ...served } = summary;
    expect(JSON.parse(completed.transcript?.inline ?? '')).toEqual(transcript);
    expect(JSON.parse(completed.summary?.inline ?? '')).toEqual(served);
    expect(completed.fhir?.inline).toBe(record.bundle);
  });

  test('hands over what is large by claim check', async () => {
    const [, event] = await stage(1000).handle(summaryOf(WHOLE_VISIT), job());
    const completed = JobEvent.parse(event?.value);
    expect(completed.fhir?.inline).toBeNull();
    expect(JSON.parse(await readArtefact(completed.fhir!, folderBlobStore(folder)))).toMatchObject({
      resourceType: 'Bundle',
    });
  });
});

describe('a summary that cannot be mapped to valid FHIR', () => {
  test('fails for good, and nothing is published', async () => {
    const failed = stage().handle(unmappable(), job());
    await expect(failed).rejects.toBeInstanceOf(PermanentError);
    await expect(failed).rejects.toMatchObject({ code: 'invalid_fhir_bundle', retryable: false });
  });

  test('its event has what there is, and an OperationOutcome without a word of the conversation', async () => {
    const problem = {
      code: 'invalid_fhir_bundle',
      title: 'The FHIR bundle did not pass validation.',
      retryable: false,
    };
    const [event] = stage().events.failed(job(), problem, unmappable());
    const failed = JobEvent.parse(event?.value);
    expect(failed.status).toBe('failed');
    expect(JSON.parse(failed.transcript?.inline ?? '')).toHaveProperty('segments');
    const outcome = JSON.parse(failed.fhir?.inline ?? '');
    expect(outcome).toMatchObject({ resourceType: 'OperationOutcome' });
    expect(outcome.issue.length).toBeGreaterThan(0);
    expect(failed.fhir?.inline).not.toMatch(/cabeza|12000|mujer/);
  });

  test('a record that could not be decoded still has an event', () => {
    const problem = { code: 'undecodable', title: 'The record cannot be read.', retryable: false };
    const [event] = stage().events.failed(job(), problem, null);
    expect(JobEvent.parse(event?.value)).toMatchObject({
      status: 'failed',
      transcript: null,
      summary: null,
      fhir: null,
    });
  });

  test("another job's record is refused", async () => {
    const stray = { ...summaryOf(WHOLE_VISIT), job_id: '00000000-0000-4000-8000-000000000000' };
    await expect(stage().handle(stray, job())).rejects.toMatchObject({ code: 'job_mismatch' });
  });
});
