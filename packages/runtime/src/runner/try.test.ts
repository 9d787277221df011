import { expect, it, vi } from 'vitest';
import { oneTry } from './try.ts';

const never = (): Promise<never> => new Promise(() => {});
const limits = (more: object = {}) => ({
  signal: new AbortController().signal,
  timeoutMs: 60_000,
  progressAfterMs: 60_000,
  progress: () => {},
  ...more,
});

it('answers what the work answers', async () => {
  expect(await oneTry(async () => 7, limits())).toBe(7);
  await expect(oneTry(() => Promise.reject(new RangeError('no')), limits())).rejects.toBeInstanceOf(RangeError);
});

it('ends at its time limit, also where the work does not listen, and the error may be retried', async () => {
  let heard = false;
  const deaf = (signal: AbortSignal): Promise<never> => {
    signal.addEventListener('abort', () => {
      heard = true;
    });
    return never();
  };
  await expect(oneTry(deaf, limits({ timeoutMs: 5 }))).rejects.toMatchObject({ code: 'try_timeout' });
  expect(heard).toBe(true);
});

it('ends for the reason that came from outside, before it begins or in the middle', async () => {
  const stop = new AbortController();
  const running = oneTry(never, limits({ signal: stop.signal }));
  const reason = new Error('cancelled');
  stop.abort(reason);
  await expect(running).rejects.toBe(reason);
  const begun = vi.fn(never);
  await expect(oneTry(begun, limits({ signal: stop.signal }))).rejects.toBe(reason);
  expect(begun).not.toHaveBeenCalled();
});

it('tells of progress once it takes long enough, and not of what is quick', async () => {
  const progress = vi.fn();
  await oneTry(async () => {}, limits({ progressAfterMs: 5, progress }));
  expect(progress).not.toHaveBeenCalled();
  const told = Promise.withResolvers<void>();
  await oneTry(() => told.promise, limits({ progressAfterMs: 1, progress: () => told.resolve() }));
});
