import type { Fact, Segment } from '@clinical/contracts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { cuesIn } from '../../../services/summarizer/src/language/triggers.ts';
import { because, type Cause } from '../errors/cause.ts';
import { type Span, whyMissedAt } from '../errors/missed.ts';
import { spansIn } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scorer } from './scorer.ts';

interface Entity extends Span {
  readonly assertion: readonly string[];
}

const FINDINGS = new Set<Fact['kind']>(['symptom', 'condition', 'allergy', 'risk_factor']);

/** Annotated findings by their spans: negated ones found as negated, never as present; uncertain ones as possible. */
export const negation: Scorer = {
  scores: [
    { name: 'negated findings recall', better: 'higher', target: 0.8, gated: true, figure: ratio },
    { name: 'negated findings reported present', better: 'lower', target: 0.02, gated: true, figure: ratio },
    {
      name: 'of those found, reported present',
      better: 'lower',
      target: null,
      gated: false,
      figure: ratio,
      explainedBy: ['negated findings reported present'],
    },
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
    for (const entity of entities) {
      const { start, end, text, assertion } = entity;
      const here = facts
        .filter(({ spans }) => spans.some((span) => span.start < end && start < span.end))
        .map(({ fact }) => fact);
      const said = (wanted: Fact['assertion']): boolean => here.some((fact) => fact.assertion === wanted);
      const line = `${text} | ${segment.text}`;
      const miss = (score: string, wanted: Fact['assertion']): void =>
        note(score, whyMissedAt(entity, segment, summary, leftOut(wanted)), line);
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
        if (wrong) note('negated findings reported present', unreached(segment, 'negation'), line);
        if (!said('negated')) miss('negated findings recall', 'negated');
      } else if (assertion.includes('uncertain')) {
        counts.uncertain[0]! += Number(said('possible'));
        counts.uncertain[1]! += 1;
        counts.confused[0]! += Number(said('negated'));
        counts.confused[1]! += 1;
        if (!said('possible')) miss('uncertain findings recall', 'possible');
        if (said('negated')) note('uncertain called negated', because('assertion', 'negated'), line);
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

const leftOut =
  (wanted: Fact['assertion']) =>
  ({ kind, assertion }: Fact): Cause | null => {
    if (!FINDINGS.has(kind)) return because('other_kind', kind);
    return assertion === wanted ? null : because('assertion', assertion);
  };

/** A trigger that stands in the sentence but did not steer the finding, or none at all. */
function unreached({ text, language }: Segment, category: 'negation'): Cause {
  const tokens = tokenise(text);
  const cues = cuesIn(text, tokens, 0, tokens.length, language === 'en' ? ['en'] : ['es']);
  const stands = cues.some(({ triggers }) => triggers.some((trigger) => trigger.category === category));
  return because(stands ? 'scope' : 'no_trigger', category);
}
