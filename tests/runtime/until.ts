import { setTimeout as delay } from 'node:timers/promises';

/** Waits for a condition; throws with its name where it does not come. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, timeoutMs = 30_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    await delay(10);
  }
}
