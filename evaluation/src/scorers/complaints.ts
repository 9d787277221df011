import type { Fact } from '@clinical/contracts';
import { because, type Cause } from '../errors/cause.ts';
import { whyMissed } from '../errors/missed.ts';
import { factWords, sameThing } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

/** Complaints that the gold lists, found as facts of the patient that are not denied. */
export const complaints: Scorer = {
  scores: [{ name: 'complaints recall', better: 'higher', target: 0.7, gated: true, figure: ratio }],
  count({ record, summary }, note) {
    const { gold } = record.row;
    if (gold === undefined || !('chief_complaint' in gold)) return null;
    const wanted: string[] = [gold.chief_complaint, ...(gold.secondary_complaints ?? [])].filter(
      (one) => typeof one === 'string' && one !== '',
    );
    const facts = summary.facts.filter((fact) => leftOut(fact) === null);
    const missed = wanted.filter((one) => !facts.some((fact) => sameThing(one, factWords(fact))));
    for (const one of missed) note('complaints recall', whyMissed(one, summary, leftOut), one);
    return { 'complaints recall': [wanted.length - missed.length, wanted.length] };
  },
};

function leftOut({ assertion, experiencer }: Fact): Cause | null {
  if (experiencer !== 'patient') return because('person', experiencer);
  return assertion === 'negated' || assertion === 'hypothetical' ? because('assertion', assertion) : null;
}
