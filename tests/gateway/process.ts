import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { freePort } from '../../deploy/local/src/ports.ts';
import type { GatewayBed } from './gateway.ts';

const MAIN = fileURLToPath(new URL('../../services/gateway/src/main.ts', import.meta.url));

/** A gateway in a process of its own, to be killed or to have its words read. */
export interface GatewayProcess extends AsyncDisposable {
  readonly base: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
}

/** Resolves when it is ready. `imports` are loaded before it: mutations. */
export async function gatewayProcess(
  bed: GatewayBed,
  env: NodeJS.ProcessEnv = {},
  imports: readonly string[] = [],
): Promise<GatewayProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, [...imports.flatMap((path) => ['--import', path]), MAIN], {
    env: { ...process.env, ...bed.environment, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const base = `http://127.0.0.1:${port}`;
  const ready = () =>
    fetch(`${base}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await vi.waitUntil(ready, { timeout: 50_000 });
  return {
    base,
    process: child,
    output: () => output,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
