import { describe, expect, it, vi } from 'vitest';
import type { LogRecord } from '../kafka/records.ts';
import type { Slot } from './ownership.ts';
import { Window, type WindowOptions } from './window.ts';
import type { StoppedError, Work } from './work.ts';

/** A partition with so many records, and work that ends when it is told to. */
function bench(size: number, queues: readonly (readonly string[])[], parked = 10) {
  const left = queues.map((queue) => [...queue]);
  const begun: string[] = [];
  const running = new Map<string, { end(): void; reason: string | null }>();
  const slots = left.map(
    (queue, partition) =>
      ({ partition, owned: { take: () => (queue.length > 0 ? { key: queue.shift() } : null) } }) as unknown as Slot,
  );
  const work: WindowOptions['work'] = (_slot, record: LogRecord) => {
    const job = record.key as unknown as string;
    const { promise, resolve } = Promise.withResolvers<void>();
    begun.push(job);
    running.set(job, { end: resolve, reason: null });
    return {
      identity: { job_id: job, attempt: 1 },
      waiting: job.startsWith('waiting'),
      run: () => promise,
      stop: (reason: StoppedError['reason']) => {
        running.get(job)!.reason = reason;
        resolve();
      },
    } as unknown as Work<unknown>;
  };
  const window: Window = new Window({
    size,
    parked,
    slots: () => slots,
    admits: () => true,
    work,
    done: () => window.fill(),
  });
  const end = async (job: string): Promise<void> => {
    running.get(job)!.end();
    await settled();
  };
  return { window, begun, running, slots, end };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('A window of two', () => {
  it('holds two records and no more, by turns from each partition, each in its order', async () => {
    const { window, begun, end } = bench(2, [
      ['a1', 'a2'],
      ['b1', 'b2'],
    ]);
    window.fill();
    await settled();
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'a2', 'b2']);
  });

  it('lets others in while one waits for a dependency, which comes back before those that have not begun', async () => {
    const { window, begun, end } = bench(2, [['a1', 'a2', 'a3', 'a4']]);
    window.fill();
    await settled();
    const dependency = Promise.withResolvers<void>();
    const back = vi.fn();
    const waiting = window.park(dependency.promise).then(back);
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'a3']);
    dependency.resolve();
    await settled();
    expect(back, 'two others are in hand').not.toHaveBeenCalled();
    await end('a2');
    await waiting;
    expect(begun, 'its place was taken by the one that came back').toEqual(['a1', 'a2', 'a3']);
  });

  it('begins nothing more where too many wait', async () => {
    const { window, begun } = bench(2, [['a1', 'a2', 'a3']], 1);
    window.fill();
    await settled();
    window.park(new Promise(() => {}));
    await settled();
    expect(begun).toEqual(['a1', 'a2']);
  });

  it('stops the work of a lost partition, and of a job that is cancelled', async () => {
    const { window, running, slots } = bench(2, [['a1'], ['b1']]);
    window.fill();
    await settled();
    window.abandon(slots[0]!);
    window.stop('b1', () => 'cancelled');
    expect([running.get('a1')!.reason, running.get('b1')!.reason]).toEqual(['lost', 'cancelled']);
  });

  it('is drained once nothing is in hand: what waits is handed back at once, the rest after its time', async () => {
    const { window, running } = bench(2, [['waiting 1', 'busy 1']]);
    window.fill();
    await settled();
    const drained = window.drain(20);
    expect([running.get('waiting 1')!.reason, running.get('busy 1')!.reason]).toEqual(['stopping', null]);
    await drained;
    expect(running.get('busy 1')!.reason).toBe('stopping');
  });
});
