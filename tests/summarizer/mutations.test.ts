/** A model's mistakes, injected into good drafts: what verification lets through. Figures: `npm run mutations`. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCorpora } from '../../evaluation/src/corpora.ts';
import { transcriptOf } from '../inference/models/conversation.ts';
import { CONSULTATIONS, linesOf } from './consultations.ts';
import { tally } from './tally.ts';

const SEEDS = 5;

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
