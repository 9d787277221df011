import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Installation } from './install/install.ts';
import { LocalStackError } from './local-error.ts';
import { kafkaProgram } from './parts/kafka.ts';
import { redisProgram } from './parts/redis.ts';
import { confluentPath, registryProgram } from './parts/registry.ts';
import type { PortBook } from './port-book.ts';
import type { Program } from './process/program.ts';
import type { StackOptions } from './stack-options.ts';
import type { Addresses } from './stack-record.ts';

export interface Infrastructure {
  /** What has to be run here; a part given by address is not among them. */
  readonly programs: readonly Program[];
  readonly addresses: Omit<Addresses, 'gateway'>;
}

/** Ports, folders and configurations of Kafka, registry and Redis, ready to be launched in any order. */
export async function layOut(
  installation: Installation,
  ports: PortBook,
  { folder, external = {}, proxied }: Pick<StackOptions, 'folder' | 'external' | 'proxied'>,
): Promise<Infrastructure> {
  const data = join(folder, 'data');
  await mkdir(data, { recursive: true });
  const programs: Program[] = [];
  let { kafka, registry, redis } = external;
  if (installation.redisServer) {
    const port = await ports.port('redis');
    programs.push(await redisProgram(installation.redisServer, data, port));
    redis = `redis://127.0.0.1:${port}`;
  }
  if (installation.kafka) {
    const client = await ports.port('kafka');
    const controller = await ports.port('kafka-controller');
    programs.push(await kafkaProgram(installation.kafka, data, { client, controller }, proxied));
    kafka = [`127.0.0.1:${client}`];
  }
  if (installation.registry) {
    const { java, application } = installation.registry;
    const http = await ports.port('registry');
    const management = await ports.port('registry-management');
    programs.push(registryProgram(java, application, data, { http, management }));
    registry = `http://127.0.0.1:${http}${confluentPath}`;
  }
  if (!kafka || !registry || !redis) throw new LocalStackError('start', 'An address of the infrastructure is empty.');
  return { programs, addresses: { kafka, registry, redis } };
}
