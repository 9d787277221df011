import { expect, test } from 'vitest';
import { atOnce, inTurns, type Steps } from './steps.ts';

function* count(steps: number): Steps<number> {
  let done = 0;
  while (done < steps) {
    yield;
    done += 1;
  }
  return done;
}

function* endless(): Steps<never> {
  for (;;) yield;
}

test('the same comes out with pauses and without', async () => {
  expect(atOnce(count(1000))).toBe(1000);
  expect(await inTurns(count(1000), new AbortController().signal)).toBe(1000);
});

test('others get their turn, and an abort from outside ends the work with its own reason', async () => {
  const cancelled = new Error('cancelled');
  const controller = new AbortController();
  const working = inTurns(endless(), controller.signal);
  setImmediate(() => controller.abort(cancelled));
  await expect(working).rejects.toBe(cancelled);
});
