import * as z from 'zod';
import { LocalStackError } from './local-error.ts';
import { type ServiceName, serviceNames } from './parts/services.ts';

const port = z.coerce.number().int().min(1).max(65_535);
const address = z.string().trim().min(1).optional().catch(undefined);

const Environment = z.object({
  PORT: port.default(8000),
  KAFKA_BROKERS: address.transform((list) => list?.split(',').map((broker) => broker.trim())),
  SCHEMA_REGISTRY_URL: address,
  REDIS_URL: address,
});

export interface LocalConfig {
  readonly gatewayPort: number;
  /** Parts given by address: they are used, not started. */
  readonly external: {
    readonly kafka: readonly string[] | undefined;
    readonly registry: string | undefined;
    readonly redis: string | undefined;
  };
}

/** Reads the stack's own settings; a bad value is named and refused. */
export function readConfig(env: NodeJS.ProcessEnv): LocalConfig {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new LocalStackError('start', `The environment variable ${path.join('.')} is not usable: ${message}`);
  }
  const { PORT, KAFKA_BROKERS, SCHEMA_REGISTRY_URL, REDIS_URL } = parsed.data;
  return { gatewayPort: PORT, external: { kafka: KAFKA_BROKERS, registry: SCHEMA_REGISTRY_URL, redis: REDIS_URL } };
}

const mostInstances = 64;

/** "summarizer=2,fhir-mapper=2" -> { summarizer: 2, 'fhir-mapper': 2 } */
export function parseInstances(text: string): Partial<Record<ServiceName, number>> {
  const counts: Partial<Record<ServiceName, number>> = {};
  for (const item of text.split(',').filter(Boolean)) {
    const [name = '', count = ''] = item.split('=').map((side) => side.trim());
    const service = serviceNames.find((candidate) => candidate === name);
    if (!service || !/^\d+$/.test(count) || Number(count) > mostInstances) {
      const example = '--instances summarizer=2,fhir-mapper=2';
      throw new LocalStackError(
        'start',
        `"${item}" is not a service and a number up to ${mostInstances}, as in ${example}; the services are ${serviceNames.join(', ')}.`,
      );
    }
    counts[service] = Number(count);
  }
  return counts;
}
