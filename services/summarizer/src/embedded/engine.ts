import type { Engine, Transcript } from '@clinical/contracts';
import type { Draft, DraftResult, SummarizerEngine } from '../engine.ts';
import { atOnce, inTurns, type Steps } from '../steps.ts';
import { findAge } from './age.ts';
import { speaksForChild } from './child.ts';
import { type AllCandidates, collect } from './collect.ts';
import { findGender } from './gender.ts';
import { merge, quotesOf, toFact } from './merge.ts';
import { read } from './reading.ts';
import { topicsOf } from './topics.ts';

/** Raised with every change of the rules or tables that can change what comes out. */
export const EMBEDDED_VERSION = '1.8.0';

const ENGINE: Engine = { name: 'embedded', model: null, version: EMBEDDED_VERSION, prompt_version: null };

/** What the rules find in a conversation. Same transcript, same draft, whatever the clock or the machine. */
export const draftOf = (transcript: Transcript): Draft => atOnce(drafting(transcript));

function* drafting(transcript: Transcript): Steps<Draft> {
  const lines = yield* read(transcript);
  const child = speaksForChild(lines);
  const topics = topicsOf(lines, child);
  yield;
  const age = findAge(lines, topics, child);
  yield;
  const gender = findGender(lines, child);
  const candidates: AllCandidates = yield* collect(lines, topics, child);
  return {
    age: age === null ? null : { value: age.value, unit: age.unit, quotes: quotesOf({ at: age.at, grounds: [] }) },
    gender: gender === null ? null : { value: gender.value, quotes: quotesOf({ at: gender.at, grounds: [] }) },
    facts: merge(candidates).map(toFact),
    narrative: [],
  };
}

/** The deterministic engine: Spanish and English by tables and grammar, no key, no network, no clock. */
export function createEmbeddedEngine(): SummarizerEngine {
  return {
    engine: ENGINE,
    async draft(transcript, { signal }): Promise<DraftResult> {
      signal.throwIfAborted();
      return { draft: await inTurns(drafting(transcript), signal), usage: null, warnings: [] };
    },
  };
}
