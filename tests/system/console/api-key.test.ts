import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, inject, test } from 'vitest';
import { freePort } from '../../../deploy/local/src/ports.ts';
import type {} from '../../setup/provided.ts';
import { launchBrowser, openConsole } from './browser.ts';

const MAIN = fileURLToPath(new URL('../../../services/gateway/src/main.ts', import.meta.url));

/** A second gateway on the same stack, which asks for a key. */
async function startGuarded(apiKeys: string, signal: AbortSignal): Promise<AsyncDisposable & { base: string }> {
  const { kafka, registry, redis } = inject('stack');
  const blobs = await mkdtemp(join(tmpdir(), 'guarded-gateway-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    PORT: String(port),
    KAFKA_BROKERS: kafka.join(','),
    SCHEMA_REGISTRY_URL: registry,
    REDIS_URL: redis,
    BLOB_DIR: blobs,
    API_KEYS: apiKeys,
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  const exited = once(child, 'exit');
  const ready = async (): Promise<boolean> =>
    (await fetch(`${base}/readyz`, { signal }).catch(() => null))?.ok ?? false;
  await expect.poll(ready, { timeout: 30_000, interval: 100 }).toBe(true);
  return {
    base,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exited;
      await rm(blobs, { recursive: true, force: true });
    },
  };
}

test('where a key is needed, the console asks for it, and then follows and reads as ever', async ({ signal }) => {
  const key = crypto.randomUUID();
  const sha256 = createHash('sha256').update(key).digest('hex');
  await using guarded = await startGuarded(`${sha256}:clinic-a`, signal);
  await using browser = await launchBrowser();
  await using console = await openConsole(browser, guarded.base);
  const { page } = console;

  await page.goto('/');
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.locator('.problem').waitFor({ state: 'detached' });
  await page.locator('.samples button').last().click();
  await page.getByRole('button', { name: 'Summarize', exact: true }).click();
  await page.locator('.job-head .status[data-status="completed"]').waitFor({ timeout: 60_000 });
  await page.locator('.fact-line').first().waitFor();

  expect(page.url()).not.toContain(key);
});
