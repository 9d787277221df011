import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaCommand } from '../parts/kafka.ts';
import { kafkaClusterId, kafkaProperties } from '../parts/kafka-properties.ts';
import { kafkaProbe } from '../parts/probes.ts';
import { freePort } from '../ports.ts';
import { run } from '../process/command.ts';
import { Part } from '../process/part.ts';
import { installOnce, type Report } from './cache.ts';
import { installJava } from './java.ts';
import { copyKafkaJars } from './maven.ts';
import { kafkaEntry } from './pins.ts';

export interface KafkaInstallation {
  readonly java: string;
  /** Folder of jars. */
  readonly jars: string;
  /** A freshly formatted data folder, to be copied. */
  readonly formatted: string;
  /** Class-data archive for the JVM: first accept after about 3 s instead of 9. */
  readonly classArchive: string;
}

/** The broker, ready to run: jars, a formatted data folder and the JVM's class archive. */
export async function installKafka(report: Report): Promise<KafkaInstallation> {
  const [java, jars] = await Promise.all([
    installJava(report),
    installOnce(kafkaEntry, (staging) => copyKafkaJars(staging, report), report),
  ]);
  const prepared = await installOnce(
    `${kafkaEntry}-prepared-${java.build}`,
    (staging) => prepare(java.command, jars, staging),
    report,
  );
  return {
    java: java.command,
    jars,
    formatted: join(prepared, 'formatted'),
    classArchive: join(prepared, 'classes.jsa'),
  };
}

/** Formats a data folder once, and lets a broker start and end once to archive the classes it loads. */
async function prepare(java: string, jars: string, staging: string): Promise<void> {
  const formatted = join(staging, 'formatted');
  await mkdir(formatted);
  const ports = { client: await freePort(), controller: await freePort() };
  const work = await mkdtemp(join(tmpdir(), 'clinical-kafka-'));
  try {
    const properties = join(work, 'server.properties');
    await writeFile(properties, kafkaProperties(ports, formatted));
    const format = ['format', '-t', kafkaClusterId, '-c', properties];
    await run(java, kafkaCommand(jars, [], 'kafka.tools.StorageTool', format));

    const data = join(work, 'data');
    await mkdir(data);
    await writeFile(properties, kafkaProperties(ports, data));
    await run(java, kafkaCommand(jars, [], 'kafka.tools.StorageTool', format));
    const archive = `-XX:ArchiveClassesAtExit=${join(staging, 'classes.jsa')}`;
    await using broker = new Part(
      {
        name: 'kafka-archive',
        command: java,
        args: kafkaCommand(jars, [archive], 'kafka.Kafka', [properties]),
        env: {},
        cwd: work,
        probe: kafkaProbe(ports.client),
        startTimeoutMs: 120_000,
        stopGraceMs: 120_000,
        withholdMs: 0,
      },
      { logFolder: work, supervise: false },
    );
    broker.launch();
    await broker.healthy();
    await broker.stop();
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
