import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../process/command.ts';
import { installOnce, type Report } from './cache.ts';
import { installJava } from './java.ts';
import { copyRegistryArchive } from './maven.ts';
import { registryEntry } from './pins.ts';

/** The schema registry: a Java that runs it and its application's folder. */
export async function installRegistry(report: Report): Promise<{ java: string; application: string }> {
  const [java, application] = await Promise.all([installJava(report), installApplication(report)]);
  return { java: java.command, application };
}

function installApplication(report: Report): Promise<string> {
  return installOnce(
    registryEntry,
    async (staging) => {
      const download = join(staging, 'download');
      await copyRegistryArchive(download, report);
      const [archive] = await readdir(download);
      await run('tar', ['-xzf', join(download, archive ?? ''), '-C', staging]);
      await rm(download, { recursive: true });
    },
    report,
  );
}
