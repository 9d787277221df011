import { expect, test } from 'vitest';
import { Barrier, BarrierTimeoutError } from './barrier.ts';

test('a pass serves those who called before it began, and no one who called later', async () => {
  const passes: PromiseWithResolvers<void>[] = [];
  const barrier = new Barrier(() => {
    const pass = Promise.withResolvers<void>();
    passes.push(pass);
    return pass.promise;
  }, 10_000);
  const done: string[] = [];
  const call = (name: string) => barrier.wait().then(() => done.push(name));
  const first = call('first');
  const later = [call('second'), call('third')];
  expect(passes).toHaveLength(1);
  passes[0]!.resolve();
  await first;
  await expect.poll(() => passes.length).toBe(2);
  expect(done).toEqual(['first']);
  passes[1]!.resolve();
  await Promise.all(later);
  expect(done).toEqual(['first', 'second', 'third']);
  expect(passes).toHaveLength(2);
});

test('a failed pass fails its callers only', async () => {
  let passes = 0;
  const barrier = new Barrier(async () => {
    passes += 1;
    if (passes === 1) throw new Error('away');
  }, 10_000);
  const failing = barrier.wait();
  const next = barrier.wait();
  await expect(failing).rejects.toThrow('away');
  await next;
});

test('a pass that does not heed its signal is not waited for', async () => {
  const barrier = new Barrier(() => new Promise(() => {}), 20);
  await expect(barrier.wait()).rejects.toBeInstanceOf(BarrierTimeoutError);
});
