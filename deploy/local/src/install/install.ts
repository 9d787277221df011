import { findProgram } from '../process/command.ts';
import { isInstalled, type Report } from './cache.ts';
import { needsJava } from './java.ts';
import { installKafka, type KafkaInstallation } from './kafka.ts';
import { kafkaEntry, registryEntry } from './pins.ts';
import { assertObtainable, ensurePrograms, type ProgramName } from './programs.ts';
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
  const needed = await programsNeeded(scope);
  assertObtainable(needed);
  const programs = ensurePrograms(needed, report);
  const [kafka, registry] = await Promise.all([
    scope.kafka ? installKafka(report) : undefined,
    scope.registry ? installRegistry(report) : undefined,
    programs,
  ]);
  return { kafka, registry, redisServer: scope.redis ? findProgram('redis-server') : undefined };
}

/** What has to be on PATH: to run, and to fetch what is not in the cache yet. */
async function programsNeeded({ kafka, registry, redis, services }: InstallScope): Promise<ProgramName[]> {
  const needed: ProgramName[] = [];
  if (redis) needed.push('redis-server');
  if (services) needed.push('ffmpeg');
  if ((kafka && !isInstalled(kafkaEntry)) || (registry && !isInstalled(registryEntry))) needed.push('mvn');
  if ((kafka || registry) && (await needsJava())) needed.push('pip3');
  return needed;
}
