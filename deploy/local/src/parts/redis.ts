import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Program } from '../process/program.ts';
import { redisProbe } from './probes.ts';

/** Redis with an append-only file, never evicting: it is a view, but one that should survive a restart. */
export async function redisProgram(command: string, dataRoot: string, port: number): Promise<Program> {
  const folder = join(dataRoot, 'redis');
  await mkdir(folder, { recursive: true });
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'everysec',
    save: '',
    'maxmemory-policy': 'noeviction',
    // An append-only file cut short by a kill is loaded up to the cut.
    'aof-load-truncated': 'yes',
  };
  return {
    name: 'redis',
    command,
    args: Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value]),
    env: {},
    cwd: folder,
    probe: redisProbe(port),
    startTimeoutMs: 30_000,
    stopGraceMs: 10_000,
    withholdMs: 0,
  };
}
