import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { identify, isAlive, signal } from './identity.ts';

test('a process is known by pid and start time, and gone when it is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identify(child.pid!)!;
  expect(isAlive(identity)).toBe(true);
  expect(signal(identity, 'SIGTERM')).toBe(true);
  await once(child, 'exit');
  expect(isAlive(identity)).toBe(false);
});

test('a recycled pid is not mistaken for the process that had it', () => {
  const impostor = { pid: process.pid, started: 'long ago' };
  expect(isAlive(impostor)).toBe(false);
  expect(signal(impostor, 'SIGKILL')).toBe(false);
});
