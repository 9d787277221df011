import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { factWords, keys, sameThing, stems } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

interface Item {
  readonly text: string;
  readonly criticality: string | null;
}

const NEGATED = /\b(?:no|not|nor|nil|non|never|none|denies|without|nkda|neither)\b/i;

/** Clinicians' checklists: critical items told by some fact, and told with the right polarity. */
export const checklist: Scorer = {
  scores: [
    { name: 'critical items recall', better: 'higher', target: 0.6, gated: true, figure: ratio },
    { name: 'polarity right of those found', better: 'higher', target: 0.97, gated: true, figure: ratio },
    { name: 'all items recall', better: 'higher', target: null, gated: false, figure: ratio },
  ],
  count({ record, summary }, note) {
    const lists = record.row.checklists;
    if (!Array.isArray(lists)) return null;
    const items: Item[] = lists
      .flatMap((list: { checklists: Item[][] }) => list.checklists.flat())
      .filter((item: Item) => item.criticality !== null);
    const facts = summary.facts.filter(({ experiencer }) => experiencer !== 'other');
    const counts = { critical: [0, 0], all: [0, 0], polarity: [0, 0] };
    for (const { text, criticality } of items) {
      const found = facts.filter((fact) => covers(text, fact));
      counts.all[0]! += Number(found.length > 0);
      counts.all[1]! += 1;
      if (found.length === 0) note('all items recall', whyMissed(text, summary, leftOut), text);
      if (criticality === 'critical') {
        counts.critical[0]! += Number(found.length > 0);
        counts.critical[1]! += 1;
        if (found.length === 0) note('critical items recall', whyMissed(text, summary, leftOut), text);
      }
      const clear = found.filter((fact) => comparable(text, fact));
      if (clear.length === 0) continue;
      const right = clear.some(({ assertion }) => (assertion === 'negated') === NEGATED.test(text));
      counts.polarity[0]! += Number(right);
      counts.polarity[1]! += 1;
      if (!right)
        note(
          'polarity right of those found',
          because('assertion', clear[0]!.assertion),
          `${text} <> ${clear.map(({ name, assertion }) => `${name} ${assertion}`).join('; ')}`,
        );
    }
    return {
      'critical items recall': counts.critical,
      'polarity right of those found': counts.polarity,
      'all items recall': counts.all,
    };
  },
};

const leftOut = ({ experiencer }: Fact): Cause | null => (experiencer === 'other' ? because('person') : null);

const covers = (item: string, fact: Fact): boolean => sameThing(item, factWords(fact), 0.6);

/** Polarity is compared where item and fact name one concept and the item says little else. */
const comparable = (item: string, fact: Fact): boolean => {
  const named = keys(item);
  return stems(item).size <= 3 && [...keys(`${fact.name} ${fact.text}`)].some((key) => named.has(key));
};
