import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { installOnce, type Report } from '../../deploy/local/src/install/cache.ts';
import { ensurePrograms } from '../../deploy/local/src/install/programs.ts';
import { run } from '../../deploy/local/src/process/command.ts';

/**
 * Builds a Maven project of this repository on demand, into the user's cache: `<name>.jar` with its class path in `lib/`.
 * The entry is named after the sources' hash, so a change builds anew and nothing else does. Needs Maven and a Java
 * run-time, no JDK: the projects compile with Eclipse's compiler from Maven Central.
 */
export async function buildMavenProgram(project: string, name: string, report: Report = () => {}): Promise<string> {
  const folder = await installOnce(
    `${name}-${await fingerprint(project)}`,
    (staging) => build(project, name, staging),
    report,
  );
  return join(folder, `${name}.jar`);
}

async function build(project: string, name: string, staging: string): Promise<void> {
  await ensurePrograms(['mvn']);
  const work = join(staging, 'work');
  await cp(project, work, { recursive: true, filter: (path) => !relative(project, path).startsWith('target') });
  await run('mvn', ['-B', '-q', '-f', join(work, 'pom.xml'), 'package']);
  await rename(join(work, 'target', `${name}.jar`), join(staging, `${name}.jar`));
  await rename(join(work, 'target', 'lib'), join(staging, 'lib'));
  await rm(work, { recursive: true });
}

async function fingerprint(project: string): Promise<string> {
  const hash = createHash('sha256');
  const files = await readdir(project, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile() && (file.name === 'pom.xml' || file.parentPath.includes('/src')))
    .map((file) => join(file.parentPath, file.name))
    .sort();
  for (const path of paths) hash.update(relative(project, path)).update(await readFile(path));
  return hash.digest('hex').slice(0, 12);
}
