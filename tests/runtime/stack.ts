import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from '@clinical/local';
import { type RuntimeConfig, runtimeConfig } from '@clinical/runtime';

/** What a test knows of a broker and a registry. */
export interface TestStack {
  readonly env: NodeJS.ProcessEnv;
  readonly config: RuntimeConfig;
}

const SETTINGS = {
  SESSION_TIMEOUT_MS: '2000',
  TRANSACTION_TIMEOUT_MS: '5000',
  RETRY_BASE_MS: '20',
  RETRY_MAX_MS: '200',
  BREAKER_PROBE_MS: '200',
  BREAKER_PROBE_MAX_MS: '400',
  DRAIN_MS: '5000',
  // Only tests about progress want to hear of it.
  PROGRESS_AFTER_MS: '600000',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
};

export function testStack(
  addresses: { readonly kafka: readonly string[]; readonly registry: string },
  settings: NodeJS.ProcessEnv = {},
): TestStack {
  const env = {
    ...process.env,
    ...SETTINGS,
    KAFKA_BROKERS: addresses.kafka.join(','),
    SCHEMA_REGISTRY_URL: addresses.registry,
    ...settings,
  };
  return { env, config: runtimeConfig(env) };
}

/** A stack of the test's own, whose parts it may kill. */
export async function ownStack(): Promise<AsyncDisposable & { readonly stack: Stack }> {
  const folder = await mkdtemp(join(tmpdir(), 'clinical-test-'));
  const stack = await Stack.start({ folder, services: false });
  return {
    stack,
    async [Symbol.asyncDispose]() {
      await stack[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
