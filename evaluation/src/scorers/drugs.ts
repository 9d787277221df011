import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { fold } from '../matching.ts';
import { f1, ratio } from '../statistics.ts';
import type { Scored, Scorer } from './scorer.ts';

const spans = (name: string): Pick<Scored, 'name' | 'better' | 'explainedBy' | 'mended'> => ({
  name,
  better: 'higher',
  mended: ([hits = 0, said = 0, gold = 0], noted, count) =>
    noted === 'drug spans recall' ? [hits + count, said + count, gold] : [hits, said - count, gold],
});

/** Drug mentions as written, each once a record: exact words, and with overlap. */
export const drugs: Scorer = {
  scores: [
    {
      ...spans('drug spans F1'),
      target: 0.8,
      gated: true,
      figure: f1,
      explainedBy: ['drug spans recall', 'drug spans precision'],
    },
    {
      ...spans('drug spans precision'),
      target: null,
      gated: false,
      figure: ([hit = 0, predicted = 0]) => hit / predicted,
    },
    { ...spans('drug spans recall'), target: null, gated: false, figure: ([hit = 0, , gold = 0]) => hit / gold },
    { name: 'drug recall with overlap', better: 'higher', target: null, gated: false, figure: ratio },
  ],
  count({ record, summary }, note) {
    const { drugs: listed } = record.row;
    if (!Array.isArray(listed)) return null;
    const gold = new Set<string>(listed.map((one: string) => fold(one)));
    const named = summary.facts
      .filter(({ kind }) => kind === 'medication' || kind === 'allergy')
      .map(({ text }) => fold(text));
    const predicted = new Set(named);
    const hits = [...predicted].filter((one) => gold.has(one)).length;
    const near = [...gold].filter((one) => named.some((other) => other.includes(one) || one.includes(other))).length;
    for (const one of gold)
      if (!predicted.has(one))
        note('drug spans recall', whyMissed(one, summary, leftOut), `${one} | ${record.row.text}`);
    for (const one of predicted)
      if (!gold.has(one)) note('drug spans precision', because('not_gold'), `${one} | ${record.row.text}`);
    const sums = [hits, predicted.size, gold.size];
    return {
      'drug spans F1': sums,
      'drug spans precision': sums,
      'drug spans recall': sums,
      'drug recall with overlap': [near, gold.size],
    };
  },
};

const leftOut = ({ kind }: Fact): Cause | null =>
  kind === 'medication' || kind === 'allergy' ? null : because('other_kind', kind);
