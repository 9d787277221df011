/** A model's mistakes, injected into good drafts: what verification lets through. Figures for both languages. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCorpora } from '../../evaluation/src/corpora.ts';
import { draftOf } from '../../services/summarizer/src/embedded/engine.ts';
import type { DraftFact } from '../../services/summarizer/src/engine.ts';
import { verify } from '../../services/summarizer/src/verify/verify.ts';
import { transcriptOf } from '../inference/models/conversation.ts';
import { CONSULTATIONS, linesOf, WRONG } from './consultations.ts';
import { type Mutation, mutations } from './mutate.ts';

type Verified = ReturnType<typeof verify>;
type Tally = Record<Mutation['kind'], { caught: number; all: number; through: string[] }>;
const SEEDS = 5;

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

function tally(
  transcripts: ReturnType<typeof transcriptOf>[],
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

describe.each(['es', 'en'] as const)('our own consultations, %s', (language) => {
  const {
    tally: count,
    kept,
    drafted,
  } = tally(
    CONSULTATIONS[language].map((turns) => transcriptOf(linesOf(turns), language)),
    language,
    SEEDS,
  );

  test.each(['invention', 'number', 'foreign_quote'] as const)('every %s is rejected', (kind) => {
    expect(count[kind].all).toBeGreaterThan(20);
    expect(count[kind].through).toEqual([]);
  });

  test('at least 98% of flipped polarities are rejected or lowered', () => {
    expect(count.polarity.all).toBeGreaterThan(100);
    expect(count.polarity.caught / count.polarity.all, count.polarity.through.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test('at least 97% of true facts survive', () => {
    expect(drafted).toBeGreaterThan(40);
    expect(kept / drafted).toBeGreaterThanOrEqual(0.97);
  });
});

const folder = process.env.CORPORA_DIR;

/** The same on corpora, where a folder of them is given. */
if (folder !== undefined && existsSync(folder)) {
  describe('corpora', () => {
    test.each([
      ['aci-bench', 'en'],
      ['primock57', 'en'],
      ['cases', 'es'],
    ] as const)('%s', { timeout: 600_000 }, (name, language) => {
      const [corpus] = readCorpora(folder, [name], { limit: Number(process.env.MUTATION_RECORDS ?? 10), half: null });
      const { tally: count } = tally(
        corpus!.records.map(({ transcript }) => transcript),
        language,
        1,
      );
      for (const kind of ['invention', 'number', 'foreign_quote'] as const)
        expect(count[kind].through, kind).toEqual([]);
      expect(count.polarity.caught / count.polarity.all, count.polarity.through.join('\n')).toBeGreaterThanOrEqual(
        0.98,
      );
    });
  });
}
