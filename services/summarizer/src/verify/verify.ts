import type { Age, RejectedDraft, StatedGender, Transcript } from '@clinical/contracts';
import type { Draft } from '../engine.ts';
import { atOnce, type Steps } from '../steps.ts';
import { type VerifiedFact, verifyFact } from './facts.ts';
import { merge } from './merge.ts';
import { verifyPatient } from './patient.ts';
import { type Reading, read } from './reading.ts';

export interface Verified {
  readonly age: Age | null;
  readonly gender: StatedGender | null;
  /** In the order of the conversation. */
  readonly facts: readonly VerifiedFact[];
  /** Where each fact of the draft went in `facts`; null where it was rejected. */
  readonly became: readonly (number | null)[];
  readonly rejected: readonly RejectedDraft[];
  readonly reading: Reading;
}

/**
 * What of a draft stands in the transcript. Pure, the same for every engine: quotes are located, numbers, drugs and sides
 * are looked for in them, polarity and person are read again, and whatever fails is listed under `rejected`.
 */
export const verify = (draft: Draft, transcript: Transcript): Verified => atOnce(verifying(draft, transcript));

export function* verifying(draft: Draft, transcript: Transcript): Steps<Verified> {
  const reading = read(transcript);
  const { age, gender, rejected } = verifyPatient(draft, reading);
  const stood: VerifiedFact[] = [];
  const stoodAt: (number | null)[] = [];
  for (const claim of draft.facts) {
    yield;
    const verdict = verifyFact(claim, reading);
    rejected.push(...verdict.rejected);
    stoodAt.push(verdict.fact === null ? null : stood.push(verdict.fact) - 1);
  }
  const merged = merge(stood);
  const order = merged.facts.map((_, i) => i).sort((a, b) => compare(merged.facts[a]!, merged.facts[b]!, reading));
  const rank = new Map(order.map((from, to) => [from, to]));
  return {
    age,
    gender,
    facts: order.map((i) => merged.facts[i]!),
    became: stoodAt.map((at) => (at === null ? null : rank.get(merged.index[at]!)!)),
    rejected,
    reading,
  };
}

function compare(a: VerifiedFact, b: VerifiedFact, reading: Reading): number {
  const place = ({ evidence }: VerifiedFact): [number, number] => {
    const first = evidence[0]!;
    return [reading.byId.get(first.segment_id)!.index, first.start];
  };
  const [segmentA, startA] = place(a);
  const [segmentB, startB] = place(b);
  return segmentA - segmentB || startA - startB;
}
