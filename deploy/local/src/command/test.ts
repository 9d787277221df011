import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { install } from '../install/install.ts';
import { ensurePrograms } from '../install/programs.ts';
import { readJson } from '../process/files.ts';
import { repositoryRoot } from '../root.ts';

const Tally = z.object({ passed: z.int(), failed: z.int() });

/** `npm test`: installs what the tests need and runs them all; the last line is "N passed, N failed". */
export async function test(args: readonly string[]): Promise<void> {
  const say = (line: string) => console.log(line);
  await Promise.all([
    ensurePrograms(['ffmpeg', 'redis-server', 'espeak-ng', 'chromium'], say),
    install({ kafka: true, registry: true, redis: true, services: true }, say),
  ]);
  const tallyFile = join(tmpdir(), `clinical-tally-${process.pid}.json`);
  const vitest = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--root', repositoryRoot, ...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CLINICAL_TALLY_FILE: tallyFile },
  });
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => child.kill(name));
  const [code] = (await once(child, 'exit')) as [number | null];
  const tally = Tally.safeParse(readJson(tallyFile));
  rmSync(tallyFile, { force: true });
  // A run that ends without its tally, or with an exit code that the tally does not explain, has failed.
  const { passed, failed } = tally.success ? tally.data : { passed: 0, failed: 1 };
  const allFailed = code !== 0 && failed === 0 ? 1 : failed;
  process.exitCode = allFailed === 0 && passed > 0 ? 0 : 1;
  console.log(`${passed} passed, ${allFailed} failed`);
}
