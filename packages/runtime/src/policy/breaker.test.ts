import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Breaker, type BreakerState } from './breaker.ts';

const limits = { failures: 3, probeMs: 100, probeMaxMs: 400 };
const never = new AbortController().signal;

describe('A breaker', () => {
  let states: BreakerState[];
  let breaker: Breaker;
  let through: string[];
  const wait = (name: string, signal = never) =>
    breaker.pass(signal).then(
      () => through.push(name),
      () => through.push(`${name} left`),
    );

  beforeEach(() => {
    vi.useFakeTimers();
    states = [];
    through = [];
    breaker = new Breaker(limits, (state) => states.push(state));
  });
  afterEach(() => {
    breaker.close();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('lets everyone through while it is closed', async () => {
    await wait('a');
    expect(through).toEqual(['a']);
  });

  it('opens after failures in a row, not before, and not over a success', () => {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    expect(breaker.state).toBe('closed');
    breaker.failed();
    expect(breaker.state).toBe('open');
    expect(breaker.admits).toBe(false);
  });

  it('opens at once where the dependency is known to be away', () => {
    breaker.down();
    expect(breaker.state).toBe('open');
  });

  it('sends one ahead as a probe, and the rest when that one is through', async () => {
    breaker.down();
    void wait('a');
    void wait('b');
    await vi.advanceTimersByTimeAsync(99);
    expect(through).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(through).toEqual(['a']);
    breaker.succeeded();
    await vi.advanceTimersByTimeAsync(0);
    expect(through).toEqual(['a', 'b']);
    expect(states).toEqual(['open', 'half_open', 'closed']);
  });

  it('waits longer after each probe that fails, up to a limit', async () => {
    breaker.down();
    for (const pause of [100, 200, 400, 400]) {
      void wait('probe');
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(breaker.state).toBe('open');
      await vi.advanceTimersByTimeAsync(1);
      expect(breaker.state).toBe('half_open');
      breaker.failed();
    }
  });

  it('sends another probe where the first never answers', async () => {
    breaker.down();
    void wait('a');
    void wait('b');
    await vi.advanceTimersByTimeAsync(100 + limits.probeMaxMs);
    expect(through).toEqual(['a', 'b']);
  });

  it('lets a new record be the probe where nobody waits', async () => {
    breaker.down();
    await vi.advanceTimersByTimeAsync(100);
    expect(breaker.admits).toBe(true);
  });

  it('lets go of those who give up', async () => {
    const patience = new AbortController();
    breaker.down();
    void wait('a', patience.signal);
    patience.abort();
    await vi.advanceTimersByTimeAsync(100);
    expect(through).toEqual(['a left']);
  });
});
