import { expect, test } from 'vitest';
import { RestartPolicy } from './restart-policy.ts';

test('waits twice as long each time, up to half a minute', () => {
  const policy = new RestartPolicy(0);
  const delays = Array.from({ length: 9 }, () => policy.delayAfter(false, 10));
  expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

test('forgets earlier deaths after a steady life', () => {
  const policy = new RestartPolicy(0);
  policy.delayAfter(false, 10);
  policy.delayAfter(false, 10);
  expect(policy.delayAfter(false, 61_000)).toBe(250);
});

test('an unclean death is waited out for the session; a clean exit has left the group already', () => {
  expect(new RestartPolicy(6000).delayAfter(false, 10)).toBe(6000);
  expect(new RestartPolicy(6000).delayAfter(true, 10)).toBe(250);
});
