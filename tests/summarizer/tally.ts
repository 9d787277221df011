/** What verification lets through of the mistakes that `mutate.ts` injects into good drafts. */
import type { Transcript } from '@clinical/contracts';
import { draftOf } from '../../services/summarizer/src/embedded/engine.ts';
import type { DraftFact } from '../../services/summarizer/src/engine.ts';
import { verify } from '../../services/summarizer/src/verify/verify.ts';
import { WRONG } from './consultations.ts';
import { type Mutation, mutations } from './mutate.ts';

type Verified = ReturnType<typeof verify>;
export type Tally = Record<Mutation['kind'], { caught: number; all: number; through: string[] }>;
const same = (a: { name: string; text: string }, b: DraftFact): boolean => a.name === b.name || a.text === b.text;

/** Whether the mutation's lie is published. */
function published({ kind, fact, original }: Mutation, verified: Verified): boolean {
  const like = verified.facts.filter((one) => one.kind === fact.kind && same(one, fact));
  switch (kind) {
    case 'invention':
      return like.length > 0;
    case 'foreign_quote':
      return like.some(({ evidence }) => evidence.some(({ quote }) => quote === fact.quotes[0]!.quote));
    case 'number':
      return like.some(({ attributes }) =>
        (Object.keys(attributes) as (keyof typeof attributes)[]).some(
          (name) => fact.attributes[name] !== original!.attributes[name] && attributes[name] === fact.attributes[name],
        ),
      );
    case 'polarity': {
      const there = new Set(fact.quotes.map(({ segment_id, start }) => `${segment_id}:${start}`));
      return like.some(
        ({ assertion, evidence }) =>
          assertion === fact.assertion && evidence.some(({ segment_id, start }) => there.has(`${segment_id}:${start}`)),
      );
    }
  }
}

/** Mutations of the drafts of some conversations: how many were caught, and how many true facts stayed. */
export function tally(
  transcripts: readonly Transcript[],
  language: 'es' | 'en',
  seeds: number,
): { tally: Tally; kept: number; drafted: number } {
  const count: Tally = {
    invention: { caught: 0, all: 0, through: [] },
    number: { caught: 0, all: 0, through: [] },
    foreign_quote: { caught: 0, all: 0, through: [] },
    polarity: { caught: 0, all: 0, through: [] },
  };
  let kept = 0;
  let drafted = 0;
  for (const transcript of transcripts) {
    const draft = draftOf(transcript);
    const good = verify(draft, transcript);
    const right = draft.facts.map(
      ({ assertion, quotes }) => assertion !== 'present' || !WRONG.includes(quotes[0]!.quote),
    );
    drafted += right.filter(Boolean).length;
    kept += good.became.filter((at, i) => at !== null && right[i]).length;
    const sound = { ...draft, facts: draft.facts.filter((_, i) => good.became[i] !== null), narrative: [] };
    const texts = new Map(transcript.segments.map(({ id, text }) => [id, text]));
    for (let seed = 1; seed <= seeds; seed += 1) {
      for (const mutation of mutations(sound, language, texts, seed)) {
        const one = count[mutation.kind];
        one.all += 1;
        if (!published(mutation, verify(mutation.draft, transcript))) one.caught += 1;
        else
          one.through.push(
            `${mutation.fact.name} ${mutation.fact.assertion} | ${mutation.fact.quotes[0]!.quote.slice(0, 80)}`,
          );
      }
    }
  }
  return { tally: count, kept, drafted };
}
