/** Gateways of a test's own, in its process, over the real broker and a Redis of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type JobEvent, type JobStatus, jobEvent, type Stage, TOPICS } from '@clinical/contracts';
import {
  createCodec,
  createLogger,
  createProducer,
  nextTraceparent,
  type Producer,
  recordHeaders,
  runtimeConfig,
} from '@clinical/runtime';
import { Redis } from 'ioredis';
import { expect, inject, vi } from 'vitest';
import { gatewayConfig } from '../../services/gateway/src/config.ts';
import { startGateway } from '../../services/gateway/src/service.ts';
import { startRedis, type TestRedis } from '../../services/gateway/src/testing/redis-server.ts';
import { readTopic } from '../client/topics.ts';
import type {} from '../setup/provided.ts';

export interface TestGateway extends AsyncDisposable {
  readonly base: string;
}

export interface GatewayBed extends AsyncDisposable {
  readonly redis: TestRedis;
  readonly blobFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  gateway(extra?: NodeJS.ProcessEnv): Promise<TestGateway>;
  emptyRedis(): Promise<void>;
  /** Produces what a stage would. */
  tell(jobId: string, status: JobStatus, details?: Partial<JobEvent>): Promise<void>;
}

export async function gatewayBed(): Promise<GatewayBed> {
  const { kafka, registry } = inject('stack');
  const parts = new AsyncDisposableStack();
  const redis = parts.use(await startRedis());
  const blobFolder = await mkdtemp(join(tmpdir(), 'gateway-blobs-'));
  parts.defer(() => rm(blobFolder, { recursive: true, force: true }));
  const environment: NodeJS.ProcessEnv = {
    KAFKA_BROKERS: kafka.join(','),
    SCHEMA_REGISTRY_URL: registry,
    REDIS_URL: redis.url,
    BLOB_DIR: blobFolder,
    PORT: '0',
    MATERIALIZER_GROUP: `gateway-test-${randomUUID()}`,
    SESSION_TIMEOUT_MS: '2000',
    LOG_LEVEL: 'silent',
  };
  const config = runtimeConfig(environment);
  const producer: Producer = createProducer(config, {
    codec: createCodec(config.registry),
    log: createLogger('tests', 'silent'),
  });
  parts.defer(() => producer.stop());
  await vi.waitUntil(() => producer.available(), { timeout: 10_000 });

  return {
    redis,
    blobFolder,
    environment,
    async emptyRedis() {
      const client = new Redis(redis.url);
      await client.flushall();
      client.disconnect();
    },
    async gateway(extra = {}) {
      const service = await startGateway(gatewayConfig({ ...environment, ...extra }));
      const base = `http://127.0.0.1:${service.port}`;
      await vi.waitUntil(async () => (await fetch(`${base}/readyz`)).ok, { timeout: 50_000 });
      return { base, [Symbol.asyncDispose]: () => service[Symbol.asyncDispose]() };
    },
    async tell(
      job_id,
      status,
      { stage = STAGES[status] ?? 'gateway', attempt = 1, tenant = 'default', ...details } = {},
    ) {
      const now = Date.now();
      const event = { ...jobEvent({ job_id, tenant, attempt, stage, now }, status), ...details };
      const headers = recordHeaders({
        ...{ job_id, tenant, attempt, stage, now },
        record: 'JobEvent',
        phase: status,
        traceparent: nextTraceparent(undefined),
      });
      await producer.send({ topic: TOPICS.results, key: job_id, value: event, headers });
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

const STAGES: Partial<Record<JobStatus, Stage>> = {
  transcribing: 'transcriber',
  summarizing: 'transcriber',
  mapping: 'summarizer',
  completed: 'fhir-mapper',
};

export const postText = (base: string, text: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${base}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ text }),
  });

/** A fresh job that was accepted. */
export async function accepted(base: string, text = 'Tengo tos.'): Promise<string> {
  const response = await postText(base, text);
  expect(response.status).toBe(202);
  return idOf(response);
}

export const idOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { job_id: string }).job_id;

/** Repeats as a client does: until something other than "not now" comes. */
export async function untilAccepted(ask: () => Promise<Response>): Promise<Response> {
  let response = await ask();
  await expect
    .poll(
      async () => {
        if (response.status === 503 || response.status === 409) response = await ask();
        return response.status;
      },
      { timeout: 60_000, interval: 100 },
    )
    .toBe(202);
  return response;
}

/** The jobs' records on the submissions topic, for a read_committed reader. */
export const submissionsOf = async (ids: ReadonlySet<string>): Promise<string[]> =>
  (await readTopic(inject('stack'), TOPICS.submissions)).filter(({ job }) => ids.has(job)).map(({ job }) => job);

export const artefact = (value: object) => ({ inline: JSON.stringify(value), blob: null });

/** A rebalance or a busy machine may hold things up for a while. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });
