import type { JobStatus } from './records.ts';

/**
 * Where a job stands. States are ordered, and folding keeps the highest, so events may come in any order and any
 * number of times: the same state results.
 *
 *   pending < transcribing < summarizing < mapping < completed = failed = no_speech < cancelled < erased
 *
 * A later attempt outranks every state of an earlier one, but for `erased`, which nothing outranks. Between equals the
 * one that says `delayed` is the higher; between equal terminal states the alphabetically first status wins, which
 * only exists to make the order total.
 */
export interface JobState {
  readonly attempt: number;
  readonly status: JobStatus;
  readonly delayed: string | null;
}

export const RANK: Readonly<Record<JobStatus, number>> = {
  pending: 0,
  transcribing: 1,
  summarizing: 2,
  mapping: 3,
  completed: 4,
  failed: 4,
  no_speech: 4,
  cancelled: 5,
  erased: 6,
};

export const isTerminal = (status: JobStatus): boolean => RANK[status] >= RANK.completed;

/** Negative where a is lower than b, positive where higher, 0 where they are the same state. */
export function compareStates(a: JobState, b: JobState): number {
  const erased = Number(a.status === 'erased') - Number(b.status === 'erased');
  if (erased !== 0) return erased;
  if (a.status === 'erased') return 0;
  return (
    a.attempt - b.attempt ||
    RANK[a.status] - RANK[b.status] ||
    compareText(b.status, a.status) ||
    Number(a.delayed !== null) - Number(b.delayed !== null) ||
    compareText(b.delayed ?? '', a.delayed ?? '')
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The join of the lattice: the higher of the two. */
export function fold(state: JobState | null, event: JobState): JobState {
  if (state !== null && compareStates(event, state) <= 0) return state;
  return { attempt: event.attempt, status: event.status, delayed: event.delayed };
}

/** The status words of the service's first version. */
export type PublicStatus = 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled';

/** `no_speech` completes without a summary; `erased` is answered as not found before this is asked. */
export function publicStatus(status: JobStatus): PublicStatus {
  switch (status) {
    case 'pending':
      return 'pending';
    case 'transcribing':
    case 'summarizing':
    case 'mapping':
      return 'processing';
    case 'completed':
    case 'no_speech':
      return 'completed';
    case 'failed':
      return 'failed';
    case 'cancelled':
    case 'erased':
      return 'cancelled';
  }
}
