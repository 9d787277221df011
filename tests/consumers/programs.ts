import { fileURLToPath } from 'node:url';
import { installOnce, type Report } from '../../deploy/local/src/install/cache.ts';
import { installJava } from '../../deploy/local/src/install/java.ts';
import { ensurePrograms } from '../../deploy/local/src/install/programs.ts';
import { run } from '../../deploy/local/src/process/command.ts';
import { buildMavenProgram } from '../../tools/maven/build.ts';

/** What a sample consumer says of a job's bundle. */
export interface ConsumedBundle {
  readonly job_id: string;
  readonly attempt: number;
  readonly ce_id: string;
  readonly resources: number;
  readonly sha256: string;
}

export interface Addresses {
  readonly kafka: readonly string[];
  readonly registry: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const silent: Report = () => {};

async function consumed(
  command: string,
  args: readonly string[],
  { kafka, registry }: Addresses,
  extra: NodeJS.ProcessEnv = {},
): Promise<ConsumedBundle[]> {
  const env = { ...process.env, KAFKA_BROKERS: kafka.join(','), SCHEMA_REGISTRY_URL: registry, ...extra };
  const output = await run(command, args, { env });
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

export const inTypeScript = (topic: string, at: Addresses): Promise<ConsumedBundle[]> =>
  consumed(process.execPath, [here('typescript/consume.ts'), topic], at);

export async function inPython(topic: string, at: Addresses): Promise<ConsumedBundle[]> {
  const packages = await installPythonPackages();
  return consumed('python3', [here('python/consume.py'), topic], at, { PYTHONPATH: packages });
}

export async function inJava(topic: string, at: Addresses): Promise<ConsumedBundle[]> {
  const { command } = await installJava(silent);
  const jar = await buildMavenProgram(here('java/'), 'fhir-consumer');
  return consumed(command, ['-jar', jar, topic], at);
}

/** The packages of requirements.txt, in the user's cache: nothing is installed into the system's Python. */
export async function installPythonPackages(): Promise<string> {
  await ensurePrograms(['pip3']);
  const version = (await run('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])).trim();
  return installOnce(`python-${version}-confluent-kafka-2.13.0`, async (staging) => {
    await run('pip3', ['install', '-q', '--target', staging, '-r', here('python/requirements.txt')]);
  });
}
