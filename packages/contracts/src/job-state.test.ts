import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareStates, fold, isTerminal, type JobState } from './job-state.ts';
import { JobStatus } from './records.ts';

const state = fc.record({
  attempt: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom(...JobStatus.options),
  delayed: fc.option(fc.constantFrom('dependency_unavailable', 'rate_limited')),
});

const foldAll = (events: readonly JobState[]): JobState | null =>
  events.reduce<JobState | null>((current, event) => fold(current, event), null);

/** States that compare equal are one state to everyone who looks. */
const visible = (current: JobState | null) => (current?.status === 'erased' ? { status: 'erased' } : current);

describe('the fold of events into a state', () => {
  test('does not depend on their order or on repetitions', () => {
    fc.assert(
      fc.property(
        fc
          .array(state, { minLength: 1, maxLength: 12 })
          .chain((events) =>
            fc.tuple(
              fc.constant(events),
              fc.shuffledSubarray([...events, ...events], { minLength: events.length, maxLength: events.length * 2 }),
            ),
          ),
        ([events, shuffled]) => {
          const all = [...shuffled, ...events.filter((event) => !shuffled.includes(event))];
          expect(visible(foldAll(all))).toEqual(visible(foldAll(events)));
        },
      ),
    );
  });

  test('never goes down', () => {
    fc.assert(
      fc.property(state, state, (before, event) => {
        expect(compareStates(fold(before, event), before)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is a total order', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        expect(Math.sign(compareStates(a, b))).toBe(-Math.sign(compareStates(b, a)) + 0);
        if (compareStates(a, b) <= 0 && compareStates(b, c) <= 0) expect(compareStates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the ranks', () => {
  const at = (status: JobStatus, attempt = 1, delayed: string | null = null): JobState => ({
    attempt,
    status,
    delayed,
  });

  test('a job moves along the pipeline', () => {
    expect(foldAll([at('mapping'), at('pending'), at('summarizing')])).toEqual(at('mapping'));
  });

  test('cancelled outranks a result that came in the same moment', () => {
    expect(foldAll([at('cancelled'), at('completed')])).toEqual(at('cancelled'));
  });

  test('a retry starts anew above a failure', () => {
    expect(foldAll([at('failed'), at('summarizing', 2)])).toEqual(at('summarizing', 2));
  });

  test('nothing outranks erased, not even a later attempt', () => {
    expect(foldAll([at('erased', 1), at('completed', 2)])).toEqual(at('erased', 1));
  });

  test('delayed shows until the stage is passed', () => {
    const waiting = at('summarizing', 1, 'dependency_unavailable');
    expect(foldAll([at('summarizing'), waiting])).toEqual(waiting);
    expect(foldAll([waiting, at('mapping')])).toEqual(at('mapping'));
  });

  test('terminal states are those that nothing but a retry, a cancel or an erase follows', () => {
    expect(JobStatus.options.filter(isTerminal)).toEqual(['completed', 'failed', 'no_speech', 'cancelled', 'erased']);
  });
});
