import { join } from 'node:path';
import type { Program } from '../process/program.ts';
import { javaOptions } from './java-options.ts';
import { httpProbe } from './probes.ts';

export interface RegistryPorts {
  readonly http: number;
  readonly management: number;
}

/** Path of the Confluent-compatible interface under the registry's address. */
export const confluentPath = '/apis/ccompat/v7';

/** Apicurio over an H2 file: ids and compatibility levels outlive a kill. */
export function registryProgram(java: string, application: string, dataRoot: string, ports: RegistryPorts): Program {
  const settings = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': ports.http,
    'quarkus.http.access-log.enabled': false,
    'quarkus.management.host': '127.0.0.1',
    'quarkus.management.port': ports.management,
    'apicurio.storage.kind': 'sql',
    'apicurio.storage.sql.kind': 'h2',
    'apicurio.datasource.url': `jdbc:h2:file:${join(dataRoot, 'registry', 'schemas')}`,
  };
  const properties = Object.entries(settings).map(([key, value]) => `-D${key}=${value}`);
  return {
    name: 'registry',
    command: java,
    args: [...javaOptions(128), ...properties, '-jar', join(application, 'quarkus-run.jar')],
    env: {},
    cwd: dataRoot,
    probe: httpProbe(`http://127.0.0.1:${ports.management}/health/ready`),
    startTimeoutMs: 120_000,
    stopGraceMs: 15_000,
    withholdMs: 0,
  };
}
