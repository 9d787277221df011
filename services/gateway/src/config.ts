import { FhirProfile } from '@clinical/contracts';
import { ConfigurationError, readEnvironment, runtimeConfig } from '@clinical/runtime';
import * as z from 'zod';

const MIB = 1024 * 1024;
const positive = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);

const Environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8000),
  REDIS_URL: z.string().min(1).default('redis://127.0.0.1:6379'),
  REDIS_COMMAND_TIMEOUT_MS: positive(2000),
  JOB_TTL_S: positive(30 * 24 * 3600),
  HISTORY_LENGTH: positive(100),
  MAX_JSON_BYTES: positive(8 * MIB),
  MAX_TEXT_BYTES: positive(MIB),
  MAX_AUDIO_BYTES: positive(500 * MIB),
  MAX_BATCH_BYTES: positive(64 * MIB),
  MAX_BATCH_JOBS: positive(1000),
  MAX_WAIT_S: positive(60),
  HEARTBEAT_MS: positive(15_000),
  STREAM_BUFFER_BYTES: positive(256 * 1024),
  STREAM_WRITE_TIMEOUT_MS: positive(10_000),
  CLAIM_LEASE_MS: positive(15_000),
  CLAIM_WAIT_MS: positive(10_000),
  CLAIM_KEEP_MS: positive(24 * 3600 * 1000),
  BARRIER_TIMEOUT_MS: positive(5000),
  ASSERT_AFTER_MS: positive(10_000),
  LINEAGE_POLL_MS: positive(1000),
  SHUTDOWN_GRACE_MS: positive(10_000),
  /** Consumer group of the materializer: one for each Redis. */
  MATERIALIZER_GROUP: z.string().min(1).default('gateway-materializer'),
  ASR_BASE_URL: z.string().optional(),
  ASR_API_KEY: z.string().optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.string().optional(),
  TENANT_FHIR_PROFILES: z
    .string()
    .default('')
    .transform((list, context) => {
      const profiles = new Map<string, FhirProfile>();
      for (const entry of list.split(',').filter((one) => one.trim() !== '')) {
        const [tenant = '', profile] = entry.trim().split(':');
        const known = FhirProfile.safeParse(profile);
        if (tenant === '' || !known.success) {
          context.addIssue({ code: 'custom', message: `is a list of <tenant>:<${FhirProfile.options.join('|')}>` });
          return z.NEVER;
        }
        profiles.set(tenant, known.data);
      }
      return profiles as ReadonlyMap<string, FhirProfile>;
    }),
  API_KEYS: z
    .string()
    .optional()
    .transform((list, context) => {
      if (list === undefined) return null;
      const keys = new Map<string, string>();
      for (const entry of list.split(',')) {
        const match = /^([0-9a-f]{64}):([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/.exec(entry.trim());
        if (match === null) {
          context.addIssue({ code: 'custom', message: 'is a list of <sha256 hex of the key>:<tenant>' });
          return z.NEVER;
        }
        keys.set(match[1]!, match[2]!);
      }
      return keys as ReadonlyMap<string, string>;
    }),
});

/** The gateway's settings, read once. Tests pass plain objects. */
export function gatewayConfig(env: NodeJS.ProcessEnv) {
  const e = readEnvironment(Environment, env);
  const runtime = runtimeConfig(env);
  const blobFolder = runtime.blobs.folder;
  if (blobFolder === null) throw new ConfigurationError('Bad configuration: BLOB_DIR is needed');
  return {
    runtime,
    blobFolder,
    listen: { host: e.HOST, port: e.PORT },
    apiKeys: e.API_KEYS,
    fhirProfiles: e.TENANT_FHIR_PROFILES,
    redis: { url: e.REDIS_URL, commandTimeoutMs: e.REDIS_COMMAND_TIMEOUT_MS },
    fold: { jobTtlS: e.JOB_TTL_S, historyLength: e.HISTORY_LENGTH },
    limits: {
      jsonBytes: e.MAX_JSON_BYTES,
      textBytes: e.MAX_TEXT_BYTES,
      audioBytes: e.MAX_AUDIO_BYTES,
      batchBytes: e.MAX_BATCH_BYTES,
      batchJobs: e.MAX_BATCH_JOBS,
      waitS: e.MAX_WAIT_S,
    },
    /** Whether a speech recogniser stands behind the transcriber, by the same variables as it reads. */
    audio: [e.ASR_BASE_URL, e.ASR_API_KEY, e.OPENAI_API_KEY, e.OPENAI_BASE_URL].some((value) => value !== undefined),
    streams: {
      heartbeatMs: e.HEARTBEAT_MS,
      /** A reader with more than this unread is cut off, and one that takes nothing for so long. */
      bufferBytes: e.STREAM_BUFFER_BYTES,
      writeTimeoutMs: e.STREAM_WRITE_TIMEOUT_MS,
    },
    claims: { leaseMs: e.CLAIM_LEASE_MS, waitMs: e.CLAIM_WAIT_MS, keepMs: e.CLAIM_KEEP_MS },
    /** How long a lower event may stand last on the results topic before the higher one is written again. */
    assertAfterMs: e.ASSERT_AFTER_MS,
    lineagePollMs: e.LINEAGE_POLL_MS,
    materializerGroup: e.MATERIALIZER_GROUP,
    barrierTimeoutMs: e.BARRIER_TIMEOUT_MS,
    shutdownGraceMs: e.SHUTDOWN_GRACE_MS,
  };
}

export type GatewayConfig = ReturnType<typeof gatewayConfig>;
