import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import * as z from 'zod';

const milliseconds = (otherwise: number) => z.coerce.number().int().nonnegative().default(otherwise);
const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);
const flag = z
  .enum(['true', 'false', '1', '0', ''])
  .default('false')
  .transform((value) => value === 'true' || value === '1');

/** Every variable that the runtime reads, with its default. Times are in milliseconds. */
const Environment = z
  .object({
    KAFKA_BROKERS: z
      .string()
      .min(1)
      .transform((list) => list.split(',').map((broker) => broker.trim())),
    KAFKA_SSL: flag,
    KAFKA_SSL_CA_FILE: z.string().optional(),
    KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
    KAFKA_SASL_USERNAME: z.string().optional(),
    KAFKA_SASL_PASSWORD: z.string().optional(),
    KAFKA_CONNECTION_TIMEOUT_MS: count(3000),
    KAFKA_REQUEST_TIMEOUT_MS: count(8000),
    KAFKA_RECONNECT_MS: count(250),
    KAFKA_HEARTBEAT_MS: count(500),
    KAFKA_FETCH_MAX_WAIT_MS: count(100),
    KAFKA_FETCH_PARTITION_BYTES: count(128 * 1024),
    SCHEMA_REGISTRY_URL: z.url(),
    SCHEMA_REGISTRY_USERNAME: z.string().optional(),
    SCHEMA_REGISTRY_PASSWORD: z.string().optional(),
    SCHEMA_REGISTRY_TIMEOUT_MS: count(3000),
    SCHEMA_REGISTRY_RETRY_AFTER_MS: milliseconds(1000),
    HOST: z.string().default('127.0.0.1'),
    HEALTH_HOST: z.string().optional(),
    HEALTH_PORT: z.coerce.number().int().min(0).max(65535).default(0),
    INSTANCE_ID: z.string().min(1).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    BLOB_DIR: z.string().optional(),
    INLINE_MAX_BYTES: count(512 * 1024),

    SESSION_TIMEOUT_MS: count(6000),
    WINDOW: count(64),
    PARKED_WINDOWS: count(4),
    BUFFER_RECORDS: count(5000),
    BUFFER_BYTES: count(16 * 1024 * 1024),
    PROGRESS_AFTER_MS: milliseconds(300),
    TRANSACTION_TIMEOUT_MS: count(10_000),
    BATCH_RECORDS: count(2000),
    BATCH_BYTES: count(4 * 1024 * 1024),
    REPEAT_HORIZON: milliseconds(500),
    DRAIN_MS: milliseconds(25_000),

    TRY_TIMEOUT_MS: count(300_000),
    RETRY_BASE_MS: count(200),
    RETRY_MAX_MS: count(10_000),
    RETRY_DEADLINE_MS: count(120_000),
    UNKNOWN_TRIES: count(3),
    BREAKER_FAILURES: count(5),
    BREAKER_PROBE_MS: count(1000),
    BREAKER_PROBE_MAX_MS: count(15_000),

    PRODUCE_QUEUE_RECORDS: count(5000),
    PRODUCE_QUEUE_BYTES: count(64 * 1024 * 1024),
    PRODUCE_BATCH_BYTES: count(4 * 1024 * 1024),
    PRODUCE_RETRY_MS: count(50),
    PRODUCE_TIMEOUT_MS: count(5000),
  })
  .refine((env) => env.KAFKA_SASL_MECHANISM === undefined || env.KAFKA_SASL_USERNAME !== undefined, {
    path: ['KAFKA_SASL_USERNAME'],
    message: 'is needed where KAFKA_SASL_MECHANISM is set',
  });

/** Names the variables that are missing or wrong; never shows their values. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads a flat schema of variables; other services use it for their own. */
export function readEnvironment<T>(schema: z.ZodType<T>, env: NodeJS.ProcessEnv): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`Bad configuration: ${complaints.join('; ')}`);
}

/** The environment as a tree, read once. Tests pass plain objects instead. */
export function runtimeConfig(env: NodeJS.ProcessEnv) {
  const e = readEnvironment(Environment, env);
  const sasl =
    e.KAFKA_SASL_MECHANISM === undefined
      ? null
      : {
          mechanism: e.KAFKA_SASL_MECHANISM,
          username: e.KAFKA_SASL_USERNAME ?? '',
          password: e.KAFKA_SASL_PASSWORD ?? '',
        };
  return {
    /** Stable over restarts where the operator can say so: a dead predecessor of the same name is waited out. */
    instance: e.INSTANCE_ID ?? `${hostname()}-${randomUUID().slice(0, 8)}`,
    logLevel: e.LOG_LEVEL,
    kafka: {
      brokers: e.KAFKA_BROKERS,
      ssl: e.KAFKA_SSL ? { caFile: e.KAFKA_SSL_CA_FILE ?? null } : null,
      sasl,
      connectionTimeoutMs: e.KAFKA_CONNECTION_TIMEOUT_MS,
      requestTimeoutMs: e.KAFKA_REQUEST_TIMEOUT_MS,
      /** Before a client that ended is replaced by a new one. */
      reconnectMs: e.KAFKA_RECONNECT_MS,
      /** At most; a short session has heartbeats more often. */
      heartbeatMs: e.KAFKA_HEARTBEAT_MS,
      /** How long the broker keeps a fetch that finds nothing: what pausing and leaving can have to wait for. */
      fetchMaxWaitMs: e.KAFKA_FETCH_MAX_WAIT_MS,
      fetchPartitionBytes: e.KAFKA_FETCH_PARTITION_BYTES,
      sessionTimeoutMs: e.SESSION_TIMEOUT_MS,
      transactionTimeoutMs: e.TRANSACTION_TIMEOUT_MS,
    },
    registry: {
      url: e.SCHEMA_REGISTRY_URL,
      auth:
        e.SCHEMA_REGISTRY_USERNAME === undefined
          ? null
          : { username: e.SCHEMA_REGISTRY_USERNAME, password: e.SCHEMA_REGISTRY_PASSWORD ?? '' },
      timeoutMs: e.SCHEMA_REGISTRY_TIMEOUT_MS,
      /** How long a failed look-up is believed before the registry is asked again. */
      retryAfterMs: e.SCHEMA_REGISTRY_RETRY_AFTER_MS,
    },
    health: { host: e.HEALTH_HOST ?? e.HOST, port: e.HEALTH_PORT },
    blobs: { folder: e.BLOB_DIR ?? null, inlineMaxBytes: e.INLINE_MAX_BYTES },
    stage: {
      /** Records in the hands of handlers, per process. */
      window: e.WINDOW,
      /** How many windows' worth of records may wait for dependencies before the intake stops. */
      parkedWindows: e.PARKED_WINDOWS,
      /** Records and bytes fetched but not yet begun, per partition. */
      bufferRecords: e.BUFFER_RECORDS,
      bufferBytes: e.BUFFER_BYTES,
      progressAfterMs: e.PROGRESS_AFTER_MS,
      batchRecords: e.BATCH_RECORDS,
      batchBytes: e.BATCH_BYTES,
      /** Offsets over which a repeated (job, attempt) is recognised, where a stage asks for it. */
      repeatHorizon: e.REPEAT_HORIZON,
      drainMs: e.DRAIN_MS,
    },
    retry: {
      tryTimeoutMs: e.TRY_TIMEOUT_MS,
      baseMs: e.RETRY_BASE_MS,
      maxMs: e.RETRY_MAX_MS,
      deadlineMs: e.RETRY_DEADLINE_MS,
      unknownTries: e.UNKNOWN_TRIES,
    },
    breaker: { failures: e.BREAKER_FAILURES, probeMs: e.BREAKER_PROBE_MS, probeMaxMs: e.BREAKER_PROBE_MAX_MS },
    produce: {
      queueRecords: e.PRODUCE_QUEUE_RECORDS,
      queueBytes: e.PRODUCE_QUEUE_BYTES,
      batchBytes: e.PRODUCE_BATCH_BYTES,
      retryMs: e.PRODUCE_RETRY_MS,
      timeoutMs: e.PRODUCE_TIMEOUT_MS,
    },
  };
}

export type RuntimeConfig = ReturnType<typeof runtimeConfig>;
