import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { fold } from '../matching.ts';
import { f1, ratio } from '../statistics.ts';
import type { Scored, Scorer } from './scorer.ts';
import { isNoMedicine, isOutside, medicinesIn, substancesIn } from './substances.ts';

type Spans = ReadonlySet<string>;

/** F1, precision and recall of exact spans under one name. */
function family(name: string, target: number | null): Scored[] {
  const mended: Scored['mended'] = ([hits = 0, said = 0, gold = 0], noted, count) =>
    noted === `${name} recall` ? [hits + count, said + count, gold] : [hits, said - count, gold];
  const shared = { better: 'higher', mended } as const;
  const both = [`${name} recall`, `${name} precision`];
  return [
    { ...shared, name: `${name} F1`, target, gated: true, figure: f1, explainedBy: both },
    { ...shared, name: `${name} precision`, target: null, gated: false, figure: ([hit = 0, said = 0]) => hit / said },
    { ...shared, name: `${name} recall`, target: null, gated: false, figure: ([hit = 0, , gold = 0]) => hit / gold },
  ];
}

/**
 * Mentions of substances as written, each once a record, by three measures: published as medicine or allergy against all
 * of the gold; named by any fact against all of it; and medicines alone, without what is measured or a material.
 */
export const drugs: Scorer = {
  scores: [
    ...family('drug spans', 0.8),
    { name: 'drug recall with overlap', better: 'higher', target: null, gated: false, figure: ratio },
    ...family('substances of any fact', 0.8),
    ...family('medicines alone', null),
  ],
  count({ record, summary }, note) {
    const { drugs: listed, text } = record.row;
    if (!Array.isArray(listed)) return null;
    const gold = new Set<string>(listed.map((one: string) => fold(one)));
    const given = summary.facts.filter((fact) => leftOut(fact) === null);
    const published = new Set(given.map((fact) => fold(fact.text)));
    const spoken = new Set([...published, ...given.flatMap(inEvidence)]);
    const named = new Set([...spoken, ...summary.facts.filter((fact) => leftOut(fact) !== null).flatMap(inText)]);
    const near = [...gold].filter((one) => [...published].some((other) => other.includes(one) || one.includes(other)));
    const compare = (name: string, said: Spans, wanted: Spans, judge: (fact: Fact) => Cause | null): number[] => {
      const hits = [...said].filter((one) => wanted.has(one)).length;
      const line = (one: string): string => `${one} | ${text}`;
      for (const one of wanted) if (!said.has(one)) note(`${name} recall`, whyMissed(one, summary, judge), line(one));
      for (const one of said) if (!wanted.has(one)) note(`${name} precision`, extra(one, wanted), line(one));
      return [hits, said.size, wanted.size];
    };
    const all = compare('drug spans', published, gold, leftOut);
    const any = compare('substances of any fact', judged(named, gold, isOutside), gold, () => null);
    const medicine = (one: string): boolean => isNoMedicine(one);
    const medicines = new Set([...gold].filter((one) => !medicine(one)));
    const alone = compare(
      'medicines alone',
      judged(spoken, medicines, (one) => isOutside(one) || medicine(one)),
      medicines,
      leftOut,
    );
    return {
      ...sums('drug spans', all),
      'drug recall with overlap': [near.length, gold.size],
      ...sums('substances of any fact', any),
      ...sums('medicines alone', alone),
    };
  },
};

const sums = (name: string, counts: readonly number[]): { [score: string]: readonly number[] } => ({
  [`${name} F1`]: counts,
  [`${name} precision`]: counts,
  [`${name} recall`]: counts,
});

/** What the gold can judge: spans that it names, and others but those it leaves out by its own rules. */
const judged = (said: Spans, gold: Spans, outside: (one: string) => boolean): Spans =>
  new Set([...said].filter((one) => gold.has(one) || !outside(one)));

const leftOut = ({ kind }: Fact): Cause | null =>
  kind === 'medication' || kind === 'allergy' ? null : because('other_kind', kind);

const inText = (fact: Fact): string[] => substancesIn(fact.text).map(fold);

/** A fact names its substance as often as its evidence does: by substance, brand and abbreviation. */
const inEvidence = (fact: Fact): string[] =>
  medicinesIn(fact.text).flatMap(({ key }) =>
    fact.evidence.flatMap(({ quote }) =>
      medicinesIn(quote)
        .filter((one) => one.key === key && !fact.text.includes(one.span) && !one.span.includes(fact.text))
        .map(({ span }) => fold(span)),
    ),
  );

const extra = (one: string, wanted: Spans): Cause =>
  because([...wanted].some((other) => other.includes(one) || one.includes(other)) ? 'boundary' : 'not_gold');
