/**
 * Receivers of clinical.fhir.v1 that owe this project nothing: in Python, Java and TypeScript, each with another Kafka
 * client and another Avro. They read what a mapper wrote that was killed again and again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FhirBundle, subjectOf, TOPICS } from '@clinical/contracts';
import {
  createCodec,
  createKafka,
  createLogger,
  createProducer,
  nextTraceparent,
  type Producer,
  recordHeaders,
  runtimeConfig,
} from '@clinical/runtime';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { summaryOf, WHOLE_VISIT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { readTopic, type StoredRecord } from '../client/topics.ts';
import { asyncApi, payloadSchema, undocumented } from './document.ts';
import { type ConsumedBundle, inJava, inPython, inTypeScript } from './programs.ts';

const JOBS = 120;
const KILLS = 4;
/** Kafka's number for a topic among the resources that have a configuration. */
const TOPIC = 2;
const MAPPER = fileURLToPath(new URL('../../services/fhir-mapper/src/main.ts', import.meta.url));

const at = inject('stack');
const jobs: string[] = Array.from({ length: JOBS }, () => randomUUID());
const withdrawn = jobs[0]!;
const parts = new AsyncDisposableStack();
let producer: Producer;
let stored: StoredRecord[];
let environment: NodeJS.ProcessEnv;

const ours = (records: readonly StoredRecord[]): StoredRecord[] => records.filter(({ job }) => jobs.includes(job));
const committed = async (): Promise<StoredRecord[]> => ours(await readTopic(at, TOPICS.fhir));

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'consumers-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  environment = {
    KAFKA_BROKERS: at.kafka.join(','),
    SCHEMA_REGISTRY_URL: at.registry,
    BLOB_DIR: folder,
    SESSION_TIMEOUT_MS: '2000',
    LOG_LEVEL: 'silent',
  };
  const config = runtimeConfig(environment);
  const codec = createCodec(config.registry);
  producer = createProducer(config, { codec, log: createLogger('tests', 'silent') });
  parts.defer(() => producer.stop());
  await vi.waitUntil(() => producer.available(), { timeout: 30_000 });

  await Promise.all(jobs.map(submit));
  await mapUnderKills();
  await producer.send({
    topic: TOPICS.fhir,
    key: withdrawn,
    value: null,
    headers: headersOf(withdrawn, 'FhirBundle', 'withdrawn'),
  });
  stored = await committed();
}, 600_000);

afterAll(() => parts.disposeAsync());

const headersOf = (job_id: string, record: 'Summary' | 'FhirBundle', phase: string): Record<string, string> =>
  recordHeaders({
    ...{ job_id, tenant: 'tests', attempt: 1, stage: 'summarizer', now: Date.now(), record, phase },
    traceparent: nextTraceparent(undefined),
  });

async function submit(job_id: string): Promise<void> {
  const value = summaryOf({ ...WHOLE_VISIT, jobId: job_id });
  await producer.send({ topic: TOPICS.summaries, key: job_id, value, headers: headersOf(job_id, 'Summary', 'done') });
}

/** Mapper processes come and are killed until every job has its bundle. */
async function mapUnderKills(): Promise<void> {
  let mapper = startMapper();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const wanted = (JOBS * kill) / (KILLS + 2);
    await vi.waitUntil(async () => (await committed()).length >= wanted, { timeout: 120_000, interval: 200 });
    mapper.kill('SIGKILL');
    mapper = startMapper();
  }
  await vi.waitUntil(async () => (await committed()).length >= JOBS, { timeout: 120_000, interval: 500 });
  const ended = new Promise((resolve) => mapper.once('exit', resolve));
  mapper.kill('SIGTERM');
  await ended;
}

const startMapper = (): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', MAPPER], {
    env: { ...process.env, ...environment },
    stdio: 'ignore',
  });

describe('the topic itself', () => {
  test('has one record of each job, and the withdrawal', () => {
    expect(stored).toHaveLength(JOBS + 1);
    expect(new Set(stored.map(({ eventId }) => eventId)).size).toBe(JOBS + 1);
  });
});

describe.each([
  ['TypeScript', inTypeScript],
  ['Python', inPython],
  ['Java', inJava],
] as const)('the consumer in %s', (_, consume) => {
  test('ends with the same bundles, byte for byte', { timeout: 600_000 }, async () => {
    const codec = createCodec(runtimeConfig(environment).registry);
    const expected: ConsumedBundle[] = [];
    for (const { job, eventId, value } of stored) {
      if (job === withdrawn || value === null) continue;
      const { attempt, bundle } = FhirBundle.parse(await codec.decode(TOPICS.fhir, value));
      const sha256 = createHash('sha256').update(bundle).digest('hex');
      expected.push({ job_id: job, attempt, ce_id: eventId, resources: JSON.parse(bundle).entry.length, sha256 });
    }
    const seen = (await consume(TOPICS.fhir.name, at)).filter(({ job_id }) => jobs.includes(job_id));
    const byJob = (a: ConsumedBundle, b: ConsumedBundle): number => (a.job_id < b.job_id ? -1 : 1);
    expect(seen.sort(byJob)).toEqual(expected.sort(byJob));
    expect(seen).toHaveLength(JOBS - 1);
  });
});

describe('docs/asyncapi.yaml', () => {
  test('names the topic, its partitions and its policy as they are on the broker', async () => {
    const { address, bindings } = asyncApi.channels.fhir;
    expect([address, bindings.kafka.topic]).toEqual([TOPICS.fhir.name, TOPICS.fhir.name]);
    const admin = createKafka(runtimeConfig(environment), createLogger('tests', 'silent')).admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata({ topics: [address] });
    const documented = bindings.kafka.topicConfiguration;
    const { resources } = await admin.describeConfigs({
      resources: [{ type: TOPIC, name: address, configNames: Object.keys(documented) }],
      includeSynonyms: false,
    });
    await admin.disconnect();
    expect(topics[0]?.partitions).toHaveLength(bindings.kafka.partitions);
    const running = Object.fromEntries(
      resources[0]!.configEntries.map((entry) => [entry.configName, entry.configValue]),
    );
    expect(running).toEqual(
      Object.fromEntries(Object.entries(documented).map(([name, value]) => [name, String(value)])),
    );
  });

  test('has the schema that the registry gives for the topic', async () => {
    const answer = await fetch(`${at.registry}/subjects/${subjectOf(TOPICS.fhir)}/versions/latest`);
    const { schema } = (await answer.json()) as { schema: string };
    expect(JSON.parse(schema)).toEqual(JSON.parse(payloadSchema()));
  });

  test('knows every header of every record', () => {
    const complaints = stored.filter(({ job }) => job !== withdrawn).flatMap(({ headers }) => undocumented(headers));
    expect(new Set(complaints)).toEqual(new Set());
  });
});
