import { join } from 'node:path';
import { compileCache } from './install/cache.ts';
import { run } from './process/command.ts';
import { repositoryRoot } from './root.ts';
import type { Addresses } from './stack-record.ts';

/** Brings topics, configurations, schemas and compatibility levels to what the contracts say; idempotent. */
export async function applyTopicsAndSchemas({ kafka, registry }: Pick<Addresses, 'kafka' | 'registry'>): Promise<void> {
  const command = join(repositoryRoot, 'tools', 'src', 'apply.ts');
  const env = { ...process.env, ...compileCache(), KAFKA_BROKERS: kafka.join(','), SCHEMA_REGISTRY_URL: registry };
  await run(process.execPath, ['--disable-warning=TimeoutNegativeWarning', command], { cwd: repositoryRoot, env });
}
