import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UndecodableError, UnencodableError } from '../codec/codec.ts';
import { DependencyDownError, PermanentError, TransientError } from '../errors.ts';
import { decorrelatedJitter } from './jitter.ts';
import { judge } from './policy.ts';

const limits = { baseMs: 100, maxMs: 5000, deadlineMs: 60_000, unknownTries: 3 };
const fresh = { spentMs: 0, lastPauseMs: 0, unknownTries: 1 };

describe('The fate of a failure', () => {
  it('that will pass: again after a pause', () => {
    const verdict = judge(new TransientError('llm_429', 'Busy', { dependency: 'llm' }), fresh, limits);
    expect(verdict).toMatchObject({ fate: 'retry', dependency: 'llm', code: 'llm_429' });
  });

  it('whose other side says when: not before that', () => {
    const error = new TransientError('llm_429', 'Busy', { retryAfterMs: 7000 });
    expect(judge(error, fresh, limits)).toMatchObject({ fate: 'retry', afterMs: 7000 });
  });

  it('that has not passed by the deadline: rejected, and a person may retry it', () => {
    const verdict = judge(new TransientError('llm_429', 'Busy'), { ...fresh, spentMs: 59_950 }, limits);
    expect(verdict).toMatchObject({ fate: 'reject', problem: { code: 'llm_429', retryable: true } });
  });

  it('of a dependency that is away: waits, however long it took already', () => {
    const course = { spentMs: 1e9, lastPauseMs: 0, unknownTries: 99 };
    const error = new DependencyDownError('llm', 'Refused');
    expect(judge(error, course, limits)).toEqual({ fate: 'wait', dependency: 'llm', code: 'dependency_unavailable' });
  });

  it('that will never pass: rejected with its own words', () => {
    const verdict = judge(new PermanentError('too_long', 'The audio is too long'), fresh, limits);
    const problem = { code: 'too_long', title: 'The audio is too long', retryable: false };
    expect(verdict).toEqual({ fate: 'reject', problem });
  });

  it('that nobody knows: tried a few times, then rejected without a word of the inside', () => {
    const error = new Error('María García, born 1980');
    expect(judge(error, { ...fresh, unknownTries: 2 }, limits)).toMatchObject({ fate: 'count' });
    const verdict = judge(error, { ...fresh, unknownTries: 3 }, limits);
    expect(verdict).toMatchObject({ fate: 'reject', problem: { code: 'unknown_error' } });
    expect(JSON.stringify(verdict)).not.toContain('García');
  });

  it('of bytes: rejected at once, in either direction', () => {
    const problem = (error: Error) => judge(error, fresh, limits);
    expect(problem(new UndecodableError('Truncated'))).toMatchObject({ problem: { code: 'undecodable_record' } });
    expect(problem(new UnencodableError('Misfit'))).toMatchObject({ problem: { code: 'unknown_error' } });
  });
});

describe('Decorrelated jitter', () => {
  it('stays between the base and the limit, and within three times the pause before', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.double({ min: 0, max: 0.999999, noNaN: true }), (previous, random) => {
        const pause = decorrelatedJitter(previous, limits, () => random);
        expect(pause).toBeGreaterThanOrEqual(limits.baseMs);
        expect(pause).toBeLessThanOrEqual(Math.min(limits.maxMs, Math.max(limits.baseMs, previous * 3)));
      }),
    );
  });
});
