import { existsSync, mkdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LockFile } from '../process/lock.ts';

/** Per-user folder for what is installed once and shared by all clones. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'clinical-summarizer');
}

/** Lets Node keep compiled and type-stripped code between starts: less than half of the time to import a service. */
export function compileCache(env: NodeJS.ProcessEnv = process.env): { readonly NODE_COMPILE_CACHE: string } {
  return { NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE || join(cacheFolder(env), 'compile-cache') };
}

export type Report = (line: string) => void;

export function isInstalled(entry: string): boolean {
  return existsSync(join(cacheFolder(), entry));
}

/**
 * Folder of an installed entry, filled at first use. The filling happens in a staging folder that gets its
 * name only when it is whole: a killed install leaves nothing that looks installed, and a lock per entry
 * makes a second installer wait for the first.
 */
export async function installOnce(
  entry: string,
  fill: (staging: string) => Promise<void>,
  report: Report = () => {},
): Promise<string> {
  const folder = join(cacheFolder(), entry);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder(), { recursive: true });
  using _lock = await LockFile.acquire(`${folder}.lock`, ({ pid }) => {
    if (pid !== process.pid) report(`waiting for process ${pid}, which is installing ${entry}`);
  });
  if (existsSync(folder)) return folder;
  const staging = `${folder}.staging`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging);
  report(`installing ${entry}`);
  await fill(staging);
  await rename(staging, folder);
  return folder;
}
