import type { Assertion, Experiencer } from '@clinical/contracts';
import type { Observed } from './context/observed.ts';

/**
 * What becomes of a claim when verification reads its context for itself. `keep`, another assertion (the claim is
 * lowered to it), or a reason in capitals-free snake case under which it is rejected. A claim is never raised: from
 * possible to present, from hypothetical to possible. docs/verification.md explains each row.
 */
export type Verdict = 'keep' | { readonly lower: Assertion } | { readonly reject: string };

const keep = 'keep' as const;
const lower = (to: Assertion): Verdict => ({ lower: to });
const conflict: Verdict = { reject: 'polarity_conflict' };
const unanswered: Verdict = { reject: 'question_not_answered' };
const figurative: Verdict = { reject: 'figure_of_speech' };
const instruction: Verdict = { reject: 'speaks_to_the_machine' };
const retracted: Verdict = { reject: 'taken_back' };
const named: Verdict = { reject: 'names_something_else' };
const shared = { unanswered, figurative, instruction, retracted, name: named };

export const BY_ASSERTION: Readonly<Record<Assertion, Readonly<Record<Observed, Verdict>>>> = {
  present: {
    affirmed: keep,
    negated: conflict,
    possible: lower('possible'),
    historical: lower('historical'),
    ended: lower('historical'),
    hypothetical: lower('hypothetical'),
    ...shared,
  },
  negated: {
    affirmed: conflict,
    negated: keep,
    possible: lower('possible'),
    historical: conflict,
    ended: keep,
    hypothetical: lower('hypothetical'),
    ...shared,
  },
  possible: {
    affirmed: keep,
    negated: conflict,
    possible: keep,
    historical: keep,
    ended: conflict,
    hypothetical: lower('hypothetical'),
    ...shared,
  },
  historical: {
    affirmed: keep,
    negated: conflict,
    possible: lower('possible'),
    historical: keep,
    ended: keep,
    hypothetical: lower('hypothetical'),
    ...shared,
  },
  family: {
    affirmed: keep,
    negated: conflict,
    possible: lower('possible'),
    historical: keep,
    ended: keep,
    hypothetical: lower('hypothetical'),
    ...shared,
  },
  hypothetical: {
    affirmed: keep,
    negated: keep,
    possible: keep,
    historical: keep,
    ended: keep,
    hypothetical: keep,
    unanswered: keep,
    figurative,
    instruction,
    retracted,
    name: named,
  },
};

/** Whose the engine says it is, against whose the words say it is. */
export const BY_EXPERIENCER: Readonly<Record<Experiencer, Readonly<Record<Experiencer, 'keep' | { reject: string }>>>> =
  {
    patient: { patient: keep, family: { reject: 'experiencer_conflict' }, other: { reject: 'experiencer_conflict' } },
    family: { patient: { reject: 'experiencer_conflict' }, family: keep, other: { reject: 'experiencer_conflict' } },
    other: { patient: { reject: 'experiencer_conflict' }, family: keep, other: keep },
  };
