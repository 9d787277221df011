import { readConfig } from '../../deploy/local/src/config.ts';
import type { StackOptions } from '../../deploy/local/src/stack-options.ts';
import { engineAnswers, startContainers } from './containers.ts';

/** Addresses of parts that a test run does not start as processes of its own, and how to end them. */
export interface GivenInfrastructure extends AsyncDisposable {
  readonly external: NonNullable<StackOptions['external']>;
}

/**
 * Where the tests' Kafka, registry and Redis come from, first match wins: addresses in the environment
 * (KAFKA_BROKERS, SCHEMA_REGISTRY_URL, REDIS_URL), containers where a Docker engine answers, processes of the
 * local stack. TEST_STACK=local or TEST_STACK=docker decides instead of looking for an engine.
 */
export async function givenInfrastructure(env: NodeJS.ProcessEnv): Promise<GivenInfrastructure> {
  const { external } = readConfig({ ...env, PORT: undefined });
  if (Object.values(external).some((address) => address !== undefined)) {
    return { external, async [Symbol.asyncDispose]() {} };
  }
  const wanted = env.TEST_STACK;
  if (wanted === 'docker' || (wanted !== 'local' && (await engineAnswers()))) return startContainers();
  return { external: {}, async [Symbol.asyncDispose]() {} };
}
