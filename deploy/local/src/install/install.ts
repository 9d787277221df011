import { findProgram } from '../process/command.ts';
import type { Report } from './cache.ts';
import { installKafka, type KafkaInstallation } from './kafka.ts';
import { ensurePrograms } from './programs.ts';
import { installRegistry } from './registry.ts';

/** What of the infrastructure is to be run here (the rest was given by address), and whether the services are. */
export interface InstallScope {
  readonly kafka: boolean;
  readonly registry: boolean;
  readonly redis: boolean;
  readonly services: boolean;
}

export interface Installation {
  readonly kafka: KafkaInstallation | undefined;
  readonly registry: { readonly java: string; readonly application: string } | undefined;
  readonly redisServer: string | undefined;
}

/** Installs what is missing, side by side; nothing to do takes milliseconds. */
export async function install(scope: InstallScope, report: Report = () => {}): Promise<Installation> {
  const programs = ensurePrograms(
    [...(scope.redis ? (['redis-server'] as const) : []), ...(scope.services ? (['ffmpeg'] as const) : [])],
    report,
  );
  const [kafka, registry] = await Promise.all([
    scope.kafka ? installKafka(report) : undefined,
    scope.registry ? installRegistry(report) : undefined,
    programs,
  ]);
  return { kafka, registry, redisServer: scope.redis ? findProgram('redis-server') : undefined };
}
