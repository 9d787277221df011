import { fold } from '../matching.ts';
import { f1, ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

/** Drug mentions as written, each once a record: exact words, and with overlap. */
export const drugs: Scorer = {
  scores: [
    { name: 'drug spans F1', better: 'higher', target: 0.8, gated: true, figure: f1 },
    {
      name: 'drug spans precision',
      better: 'higher',
      target: null,
      gated: false,
      figure: ([hit = 0, predicted = 0]) => hit / predicted,
    },
    {
      name: 'drug spans recall',
      better: 'higher',
      target: null,
      gated: false,
      figure: ([hit = 0, , gold = 0]) => hit / gold,
    },
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
    for (const one of gold) if (!predicted.has(one)) note('drug spans recall', `${one} | ${record.row.text}`);
    for (const one of predicted) if (!gold.has(one)) note('drug spans precision', `${one} | ${record.row.text}`);
    const spans = [hits, predicted.size, gold.size];
    return {
      'drug spans F1': spans,
      'drug spans precision': spans,
      'drug spans recall': spans,
      'drug recall with overlap': [near, gold.size],
    };
  },
};
