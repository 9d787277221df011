import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KafkaInstallation } from '../install/kafka.ts';
import type { Program } from '../process/program.ts';
import { localRoot } from '../root.ts';
import { javaOptions } from './java-options.ts';
import { type KafkaPorts, kafkaProperties, type ProxiedListener } from './kafka-properties.ts';
import { kafkaProbe } from './probes.ts';

/** Arguments of the JVM for a class of the broker's jars. */
export function kafkaCommand(
  jars: string,
  options: readonly string[],
  main: string,
  args: readonly string[],
): string[] {
  const log = `-Dlog4j2.configurationFile=${join(localRoot, 'log4j2.xml')}`;
  return [...javaOptions(256), log, ...options, '-cp', `${jars}/*`, main, ...args];
}

/** Lays out the broker's data folder (formatted once) and its configuration; both are kept between starts. */
export async function kafkaProgram(
  installed: KafkaInstallation,
  dataRoot: string,
  ports: KafkaPorts,
  proxied?: ProxiedListener,
): Promise<Program> {
  const data = join(dataRoot, 'kafka');
  if (!existsSync(data)) {
    // Under another name until it is whole, so that a start killed here leaves no half-formatted folder.
    const staging = `${data}.staging`;
    await rm(staging, { recursive: true, force: true });
    await mkdir(dataRoot, { recursive: true });
    await cp(installed.formatted, staging, { recursive: true });
    await rename(staging, data);
  }
  const properties = join(dataRoot, 'server.properties');
  await writeFile(properties, kafkaProperties(ports, data, proxied));
  const archive = ['-Xshare:auto', `-XX:SharedArchiveFile=${installed.classArchive}`];
  return {
    name: 'kafka',
    command: installed.java,
    args: kafkaCommand(installed.jars, archive, 'kafka.Kafka', [properties]),
    env: {},
    cwd: dataRoot,
    probe: kafkaProbe(ports.client),
    startTimeoutMs: 60_000,
    stopGraceMs: 20_000,
    withholdMs: 0,
  };
}
