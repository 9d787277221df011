import type { TestProject } from 'vitest/node';
import type {} from '../client/gateway.ts';
import { givenInfrastructure } from './infrastructure.ts';
import type {} from './provided.ts';
import { startTemporaryStack, stopTemporaryStack } from './temporary-stack.ts';

/** Global set-up of the whole-system tests: everything up once, the embedded engine, no key of the person's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = await givenInfrastructure(process.env);
  const stack = await startTemporaryStack('system', {
    external: given.external,
    env: { ...withoutInference(process.env), SUMMARIZER_ENGINE: 'embedded' },
  });
  project.provide('stack', { ...stack.addresses, folder: stack.folder });
  project.provide('gateway', stack.addresses.gateway);
  project.provide('metricsUrls', Object.fromEntries(stack.metricsUrls));
  return async () => {
    await stopTemporaryStack('system', stack);
    await given[Symbol.asyncDispose]();
  };
}

/** Unsets whatever in the environment would send a test's words to a real model. */
function withoutInference(env: NodeJS.ProcessEnv): Record<string, undefined> {
  const names = Object.keys(env).filter((name) => /^(LLM|ASR|OPENAI)_/.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}
