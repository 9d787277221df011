import { because } from '../errors/cause.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

/** Each quote stands in its segment at its offsets. */
export const evidence: Scorer = {
  scores: [{ name: 'facts whose evidence stands', better: 'higher', target: 1, gated: true, figure: ratio }],
  count({ record, summary }, note) {
    const texts = new Map(record.transcript.segments.map(({ id, text }) => [id, text]));
    const standing = summary.facts.filter(
      (fact) =>
        fact.evidence.length > 0 &&
        fact.evidence.every(
          ({ segment_id, quote, start, end }) => quote !== '' && texts.get(segment_id)?.slice(start, end) === quote,
        ),
    );
    for (const fact of summary.facts)
      if (!standing.includes(fact)) note('facts whose evidence stands', because('evidence'), fact.name);
    return { 'facts whose evidence stands': [standing.length, summary.facts.length] };
  },
};
