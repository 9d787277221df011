import type { Fact } from '@clinical/contracts';
import { spansIn } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly assertion: readonly string[];
}

const FINDINGS = new Set<Fact['kind']>(['symptom', 'condition', 'allergy', 'risk_factor']);

/** Annotated findings by their spans: negated ones found as negated, never as present; uncertain ones as possible. */
export const negation: Scorer = {
  scores: [
    { name: 'negated findings recall', better: 'higher', target: 0.8, gated: true, figure: ratio },
    { name: 'negated findings reported present', better: 'lower', target: 0.02, gated: true, figure: ratio },
    { name: 'of those found, reported present', better: 'lower', target: null, gated: false, figure: ratio },
    { name: 'uncertain findings recall', better: 'higher', target: null, gated: true, figure: ratio },
    { name: 'uncertain called negated', better: 'lower', target: null, gated: false, figure: ratio },
  ],
  count({ record, summary }, note) {
    const entities: Entity[] | undefined = record.row.entities;
    const segment = record.transcript.segments[0];
    if (!Array.isArray(entities) || segment === undefined) return null;
    const counts = { negated: [0, 0], present: [0, 0], found: [0, 0], uncertain: [0, 0], confused: [0, 0] };
    const facts = summary.facts
      .filter(({ kind }) => FINDINGS.has(kind))
      .map((fact) => ({ fact, spans: spansIn(fact, segment) }));
    for (const { start, end, text, assertion } of entities) {
      const here = facts
        .filter(({ spans }) => spans.some((span) => span.start < end && start < span.end))
        .map(({ fact }) => fact);
      const said = (wanted: Fact['assertion']): boolean => here.some((fact) => fact.assertion === wanted);
      if (assertion.includes('negated')) {
        const wrong = said('present') && !said('negated');
        counts.negated[0]! += Number(said('negated'));
        counts.negated[1]! += 1;
        counts.present[0]! += Number(wrong);
        counts.present[1]! += 1;
        if (here.length > 0) {
          counts.found[0]! += Number(wrong);
          counts.found[1]! += 1;
        }
        if (wrong) note('negated findings reported present', `${text} | ${segment.text}`);
        else if (!said('negated')) note('negated findings recall', `${text} | ${segment.text}`);
      } else if (assertion.includes('uncertain')) {
        counts.uncertain[0]! += Number(said('possible'));
        counts.uncertain[1]! += 1;
        counts.confused[0]! += Number(said('negated'));
        counts.confused[1]! += 1;
        if (!said('possible')) note('uncertain findings recall', `${text} | ${segment.text}`);
      }
    }
    return {
      'negated findings recall': counts.negated,
      'negated findings reported present': counts.present,
      'of those found, reported present': counts.found,
      'uncertain findings recall': counts.uncertain,
      'uncertain called negated': counts.confused,
    };
  },
};
