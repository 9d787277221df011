import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { LockFile } from './lock.ts';

let path: string;

beforeEach(() => {
  path = join(temporaryFolder(), 'a.lock');
});

test('one holder at a time, named while it holds', () => {
  {
    using lock = LockFile.tryAcquire(path);
    expect(lock).toBeDefined();
    expect(LockFile.holder(path)?.pid).toBe(process.pid);
    expect(LockFile.tryAcquire(path)).toBeUndefined();
  }
  expect(LockFile.holder(path)).toBeUndefined();
  using again = LockFile.tryAcquire(path);
  expect(again).toBeDefined();
});

test.each([
  '',
  '{"pid": 1, "started": "long ago"}',
  'null',
])('a dead or half-written lock (%j) is taken over', (left) => {
  writeFileSync(path, left);
  using lock = LockFile.tryAcquire(path);
  expect(lock).toBeDefined();
});

test('a waiter gets the lock when its holder releases it', async () => {
  const first = LockFile.tryAcquire(path)!;
  const told = Promise.withResolvers<number>();
  const second = LockFile.acquire(path, ({ pid }) => told.resolve(pid));
  expect(await told.promise).toBe(process.pid);
  first[Symbol.dispose]();
  using lock = await second;
  expect(lock).toBeDefined();
});
