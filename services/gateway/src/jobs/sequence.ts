import { type JobState, type JobStatus, RANK } from '@clinical/contracts';

/** Nothing outranks `erased`, of whatever attempt; attempts are 32 bit, so no other state reaches this. */
export const ERASED_SEQUENCE = 1_000_000_000_000;

/** Terminal states of one rank, in the lattice's order: the alphabetically first is the highest. */
const TIE: Partial<Record<JobStatus, number>> = { no_speech: 0, failed: 1, completed: 2 };

/**
 * A job's sequence number: the lattice of job-state.ts as a number, so that it is the same whoever computes it, in
 * whatever order events came, also after Redis was lost. Strictly rising with the state, but for the reason of a
 * delay, which is not told apart.
 *
 *   attempt 1: pending 100, pending and delayed 101, transcribing 110, ..., no_speech 140, failed 142, completed 144,
 *   cancelled 150; attempt 2: pending 200, ...
 */
export function sequenceOf({ attempt, status, delayed }: JobState): number {
  if (status === 'erased') return ERASED_SEQUENCE;
  return attempt * 100 + RANK[status] * 10 + (TIE[status] ?? 0) * 2 + (delayed === null ? 0 : 1);
}
