import type { TestProject } from 'vitest/node';
import { givenInfrastructure } from './infrastructure.ts';
import type {} from './provided.ts';
import { startTemporaryStack, stopTemporaryStack } from './temporary-stack.ts';

/** Global set-up of the broker tests: Kafka, registry and Redis with topics and schemas, no services. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = await givenInfrastructure(process.env);
  const stack = await startTemporaryStack('broker', { services: false, external: given.external });
  project.provide('stack', { ...stack.addresses, folder: stack.folder });
  return async () => {
    await stopTemporaryStack('broker', stack);
    await given[Symbol.asyncDispose]();
  };
}
