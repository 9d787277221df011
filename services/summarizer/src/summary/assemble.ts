import type { Engine, Fact, Summary, TokenUsage, Transcript, Warning } from '@clinical/contracts';
import type { Draft } from '../engine.ts';
import { atOnce, type Steps } from '../steps.ts';
import { verifying } from '../verify/verify.ts';
import { narrate } from './narrative.ts';
import { possibleOmissions } from './omissions.ts';
import { project } from './projection.ts';
import { tongueFor } from './wording.ts';

/** Who drafted, and what there is to tell of the drafting. */
export interface Drafting {
  readonly engine: Engine;
  readonly degraded: boolean;
  readonly usage: TokenUsage | null;
  readonly warnings: readonly Warning[];
}

const NOTHING_FOUND = {
  es: 'No se identificaron hallazgos clínicos en la conversación.',
  en: 'No clinical findings were identified in the conversation.',
} as const;

/** Draft in, summary out: verified facts, a narrative of them alone, what may be missing, and the flat projection. Pure. */
export const assemble = (transcript: Transcript, draft: Draft, drafting: Drafting): Summary =>
  atOnce(assembling(transcript, draft, drafting));

export function* assembling(transcript: Transcript, draft: Draft, drafting: Drafting): Steps<Summary> {
  const verified = yield* verifying(draft, transcript);
  const tongue = tongueFor(transcript);
  const facts: Fact[] = verified.facts.map((fact, i) => ({ id: `f${i + 1}`, ...fact }));
  const patient = { age: verified.age, gender: verified.gender };
  const told = yield* narrate(draft.narrative, verified.became, patient, facts, verified.reading, tongue);
  const text = told.narrative.map((sentence) => sentence.text).join(' ');
  const possible_omissions = yield* possibleOmissions(verified.reading, verified.facts);
  return {
    job_id: transcript.job_id,
    tenant: transcript.tenant,
    submitted_at: transcript.submitted_at,
    language: transcript.language,
    patient,
    facts,
    narrative: told.narrative,
    rejected: [...verified.rejected, ...told.rejected],
    possible_omissions,
    clinical_summary: project(patient, facts, verified.reading, tongue, text === '' ? NOTHING_FOUND[tongue] : text),
    engine: drafting.engine,
    degraded: drafting.degraded,
    usage: drafting.usage,
    warnings: [...transcript.warnings, ...drafting.warnings],
    transcript,
  };
}
