import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { stems } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

const PRECISION = 'symptom findings precision (overlap)';
const NOT_DENIED = 'of those not denied, precision (overlap)';

/**
 * Symptom mentions of case texts: found with overlap by a finding, and findings that overlap a mention. Some golds name
 * what is denied as well, others only what the patient has: the second precision leaves out the facts that deny.
 */
export const symptoms: Scorer = {
  scores: [
    { name: 'symptom mentions recall (overlap)', better: 'higher', target: 0.65, gated: true, figure: ratio },
    { name: PRECISION, better: 'higher', target: 0.7, gated: true, figure: ratio },
    {
      name: NOT_DENIED,
      better: 'higher',
      target: null,
      gated: false,
      figure: ratio,
    },
  ],
  count({ record, summary }, note) {
    const mentions: string[] | undefined = record.row.gold?.symptom_mentions;
    if (!Array.isArray(mentions) || mentions.length === 0) return null;
    const gold = mentions.map((text) => ({ text, words: stems(text) }));
    const found = summary.facts
      .filter((fact) => leftOut(fact) === null)
      .map((fact) => ({ fact, words: stems(fact.text) }));
    const meet = (a: Set<string>, b: Set<string>): boolean => [...a].some((word) => b.has(word));
    const missed = gold.filter(({ words }) => !found.some((one) => meet(words, one.words)));
    const shown = found.filter(({ fact }) => fact.kind === 'symptom');
    const extra = shown.filter(({ words }) => !gold.some((one) => meet(words, one.words)));
    for (const { text } of missed) note('symptom mentions recall (overlap)', whyMissed(text, summary, leftOut), text);
    for (const { fact } of extra)
      note(
        PRECISION,
        because('not_gold', `${fact.assertion}, by ${fact.source}`),
        `${fact.text} | ${fact.evidence[0]?.quote ?? ''}`,
      );
    return {
      'symptom mentions recall (overlap)': [gold.length - missed.length, gold.length],
      [PRECISION]: [shown.length - extra.length, shown.length],
      [NOT_DENIED]: [affirmed(shown) - affirmed(extra), affirmed(shown)],
    };
  },
};

const affirmed = (found: readonly { fact: Fact }[]): number =>
  found.filter(({ fact }) => fact.assertion !== 'negated').length;

const leftOut = ({ kind }: Fact): Cause | null =>
  kind === 'symptom' || kind === 'measurement' || kind === 'condition' ? null : because('other_kind', kind);
