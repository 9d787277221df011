import { join } from 'node:path';
import { run } from '../process/command.ts';
import { localRoot } from '../root.ts';
import type { Report } from './cache.ts';
import { verifyChecksums } from './checksums.ts';
import { versions } from './pins.ts';
import { ensurePrograms } from './programs.ts';

const plugin = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

// Maven's local repository does not stand two writers.
let turn: Promise<unknown> = Promise.resolve();

async function maven(report: Report, goal: string, ...properties: readonly string[]): Promise<void> {
  const mine = turn.then(async () => {
    await ensurePrograms(['mvn'], report);
    const pinned = [`-Dkafka.version=${versions.kafka}`, `-Dlog4j.version=${versions.log4j}`];
    const project = ['-f', join(localRoot, 'pom.xml'), ...pinned];
    await run('mvn', ['-B', '-q', '--strict-checksums', ...project, `${plugin}:${goal}`, ...properties]);
  });
  turn = mine.catch(() => {});
  await mine;
}

/** The broker's jars into a folder, checked against their pins. */
export async function copyKafkaJars(folder: string, report: Report): Promise<void> {
  await maven(report, 'copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${folder}`);
  await verifyChecksums(folder, `kafka-${versions.kafka}.sha256`);
}

/** The registry's distribution (a tar.gz) into a folder, checked against its pin. */
export async function copyRegistryArchive(folder: string, report: Report): Promise<void> {
  const artifact = `io.apicurio:apicurio-registry-app:${versions.apicurio}:tar.gz:all`;
  await maven(report, 'copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`);
  await verifyChecksums(folder, `apicurio-${versions.apicurio}.sha256`);
}
