import { setImmediate } from 'node:timers/promises';

/** Work that may be interrupted wherever it yields: a long conversation must not keep heartbeats and probes waiting. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** How long the work holds the event loop before others get their turn. */
const TURN_MS = 50;

/** With a pause for everything else that waits, as often as it has run for long; an abort ends it there. */
export async function inTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (performance.now() - since < TURN_MS) continue;
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  }
}
