import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from '@clinical/local';
import { type RuntimeConfig, runtimeConfig } from '@clinical/runtime';

/** A broker and a registry: those that the environment names, else a stack of the test's own. */
export interface TestStack extends AsyncDisposable {
  readonly env: NodeJS.ProcessEnv;
  readonly config: RuntimeConfig;
}

const SETTINGS = { SESSION_TIMEOUT_MS: '2000', TRANSACTION_TIMEOUT_MS: '5000', HOST: '127.0.0.1', LOG_LEVEL: 'warn' };

export async function testStack(): Promise<TestStack> {
  if (process.env.KAFKA_BROKERS !== undefined && process.env.SCHEMA_REGISTRY_URL !== undefined) {
    const env = { ...process.env, ...SETTINGS };
    return { env, config: runtimeConfig(env), [Symbol.asyncDispose]: async () => {} };
  }
  return ownStack();
}

export interface OwnStack extends TestStack {
  readonly stack: Stack;
}

/** A stack whose parts the test may kill. */
export async function ownStack(): Promise<OwnStack> {
  const folder = await mkdtemp(join(tmpdir(), 'clinical-test-'));
  const stack = await Stack.start({ folder, services: false });
  const env = {
    ...process.env,
    ...SETTINGS,
    KAFKA_BROKERS: stack.addresses.kafka.join(','),
    SCHEMA_REGISTRY_URL: stack.addresses.registry,
  };
  return {
    env,
    config: runtimeConfig(env),
    stack,
    async [Symbol.asyncDispose]() {
      await stack[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
