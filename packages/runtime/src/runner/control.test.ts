import { describe, expect, it } from 'vitest';
import { ControlState } from './control.ts';

const job = '3f2b8a52-5f0c-4d8e-9a53-0d6c2f1b7a10';

describe('What clients have asked to stop', () => {
  it('is nothing at first', () => {
    expect(new ControlState().fate(job, 1)).toBe('live');
  });

  it('stops the attempt that was meant and those before, not a later one', () => {
    const state = new ControlState();
    state.apply({ job_id: job, attempt: 2, action: 'cancel' });
    state.apply({ job_id: job, attempt: 1, action: 'cancel' });
    expect([1, 2, 3].map((attempt) => state.fate(job, attempt))).toEqual(['cancelled', 'cancelled', 'live']);
  });

  it('is erased for ever, whatever comes before or after', () => {
    const state = new ControlState();
    state.apply({ job_id: job, attempt: 1, action: 'erase' });
    state.apply({ job_id: job, attempt: 9, action: 'cancel' });
    expect(state.fate(job, 12)).toBe('erased');
  });
});
