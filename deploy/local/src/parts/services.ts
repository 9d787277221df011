import { join } from 'node:path';
import { compileCache } from '../install/cache.ts';
import type { Program } from '../process/program.ts';
import { repositoryRoot } from '../root.ts';
import { httpProbe } from './probes.ts';

/** In the order of the flow. */
export const serviceNames = ['gateway', 'transcriber', 'summarizer', 'fhir-mapper'] as const;

export type ServiceName = (typeof serviceNames)[number];

export interface ServiceInstance {
  readonly service: ServiceName;
  /** Stable over restarts, such as "summarizer-1". */
  readonly id: string;
  /** Where it answers /livez, /readyz and /metrics; the gateway's is also the API's port. */
  readonly port: number;
  readonly blobFolder: string;
  /** Base URL of the API. */
  readonly gateway: string;
  readonly kafka: readonly string[];
  readonly registry: string;
  readonly redis: string;
  /** Laid over everything else; undefined removes a variable. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const defaultSessionTimeoutMs = 6000;

/** One process of a service, on the Node that runs this. */
export function serviceProgram(instance: ServiceInstance): Program {
  const { service, id, port } = instance;
  const env: Record<string, string | undefined> = {
    ...compileCache(),
    KAFKA_BROKERS: instance.kafka.join(','),
    SCHEMA_REGISTRY_URL: instance.registry,
    REDIS_URL: instance.redis,
    BLOB_DIR: instance.blobFolder,
    INSTANCE_ID: id,
    // What bundles name as the place of the transcript; an outer name given by the operator wins.
    PUBLIC_URL: process.env.PUBLIC_URL ?? instance.gateway,
    HOST: '127.0.0.1',
    // The gateway answers its probes on its own port.
    ...(service === 'gateway'
      ? { PORT: String(port), HEALTH_PORT: undefined }
      : { HEALTH_PORT: String(port), PORT: undefined }),
    ...instance.env,
  };
  const sessionTimeoutMs = Number(env.SESSION_TIMEOUT_MS ?? process.env.SESSION_TIMEOUT_MS ?? defaultSessionTimeoutMs);
  return {
    name: id,
    command: process.execPath,
    // kafkajs sets timers of negative length on current versions of Node.
    args: ['--disable-warning=TimeoutNegativeWarning', join(repositoryRoot, 'services', service, 'src', 'main.ts')],
    env,
    cwd: repositoryRoot,
    probe: httpProbe(`http://127.0.0.1:${port}/readyz`),
    metricsUrl: `http://127.0.0.1:${port}/metrics`,
    startTimeoutMs: 60_000,
    stopGraceMs: 35_000,
    withholdMs: sessionTimeoutMs,
  };
}
