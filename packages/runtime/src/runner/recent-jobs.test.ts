import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecentJobs } from './recent-jobs.ts';

const HORIZON = 10;

/** What the definition says, from the whole log. */
const repeatsOf = (log: readonly string[]) =>
  log.map((job, offset) => log.slice(Math.max(0, offset - HORIZON + 1), offset).includes(job));

describe('Repetitions', () => {
  it('are those that stand at a lower offset', () => {
    const recent = new RecentJobs(HORIZON);
    expect(recent.isRepeat('a', 1, 0)).toBe(false);
    expect(recent.isRepeat('b', 1, 1)).toBe(false);
    expect(recent.isRepeat('a', 1, 2)).toBe(true);
    expect(recent.isRepeat('a', 2, 3)).toBe(false);
  });

  it('are not made by delivering the same record again', () => {
    const recent = new RecentJobs(HORIZON);
    expect(recent.isRepeat('a', 1, 4)).toBe(false);
    expect(recent.isRepeat('a', 1, 4)).toBe(false);
  });

  it('are judged alike by every owner that reads a horizon back, and as the definition says', () => {
    const log = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(log, fc.nat(60), (jobs, start) => {
        const base = Math.min(start, jobs.length - 1);
        const owner = new RecentJobs(HORIZON);
        const expected = repeatsOf(jobs);
        for (let offset = Math.max(0, base - HORIZON); offset < jobs.length; offset += 1) {
          const judged = owner.isRepeat(jobs[offset]!, 1, offset);
          if (offset >= base) expect(judged).toBe(expected[offset]);
        }
      }),
    );
  });
});
