import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectRedis } from '../jobs/redis.ts';

export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  /** kill -9, as a crash. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** SIGSTOP and SIGCONT: a server that hangs. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
}

/** A real redis-server of the test's own on a Unix socket, empty and without persistence. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-redis-'));
  const url = join(folder, 'redis.sock');
  const spawnServer = () =>
    spawn('redis-server', ['--port', '0', '--unixsocket', url, '--save', '', '--dir', folder], { stdio: 'ignore' });
  let server = spawnServer();
  const ready = async () => {
    const probe = connectRedis({ url, commandTimeoutMs: 1000 }, 'commands');
    await new Promise((resolve) => probe.once('ready', resolve));
    probe.disconnect();
  };
  await ready();
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  return {
    url,
    kill,
    start: async () => {
      server = spawnServer();
      await ready();
    },
    signal: (signal) => void server.kill(signal),
    [Symbol.asyncDispose]: async () => {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
