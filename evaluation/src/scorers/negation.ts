import type { Fact, Segment } from '@clinical/contracts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { cuesIn } from '../../../services/summarizer/src/language/triggers.ts';
import { because, type Cause } from '../errors/cause.ts';
import { type Span, whyMissedAt } from '../errors/missed.ts';
import { spansIn } from '../matching.ts';
import { ratio } from '../statistics.ts';
import type { Scored, Scorer } from './scorer.ts';

interface Entity extends Span {
  readonly assertion: readonly string[];
  /** NUBes: DISO, PROC, SUBS, OTHER, NegMorMarker. Where a corpus doesn't tell, all are findings. */
  readonly type?: string;
}

type Kinds = ReadonlySet<Fact['kind']>;
type Count = [hit: number, of: number];

const FINDINGS: Kinds = new Set(['symptom', 'condition', 'allergy', 'risk_factor']);

/** What may stand for an entity of each label: a negated drug is no finding that was denied. */
const LABELS: readonly { readonly label: string; readonly score: string; readonly kinds: Kinds }[] = [
  { label: 'PROC', score: 'negated procedures recall', kinds: new Set(['procedure', 'measurement', 'plan']) },
  { label: 'SUBS', score: 'negated substances recall', kinds: new Set(['medication', 'allergy', 'plan']) },
  { label: 'OTHER', score: 'other negated entities recall', kinds: FINDINGS },
  { label: 'NegMorMarker', score: 'negated by their own form recall', kinds: FINDINGS },
];

const NEGATED = 'negated findings recall';
const PRESENT = 'negated findings reported present';
const OF_FOUND = 'of those found, reported present';
const UNCERTAIN = 'uncertain findings recall';
const CONFUSED = 'uncertain called negated';
const ALL_NEGATED = 'all labels: negated recall';
const ALL_PRESENT = 'all labels: negated reported present';
const ALL_UNCERTAIN = 'all labels: uncertain recall';

const ungated = (name: string, better: Scored['better']): Scored => ({
  name,
  better,
  target: null,
  gated: false,
  figure: ratio,
});

/**
 * Annotated entities by their spans. Findings (DISO) are what the targets are about: negated ones found as negated,
 * never as present; uncertain ones as possible. What is both is uncertain. The other labels are told beside them.
 */
export const negation: Scorer = {
  scores: [
    { name: NEGATED, better: 'higher', target: 0.8, gated: true, figure: ratio },
    { name: PRESENT, better: 'lower', target: 0.02, gated: true, figure: ratio },
    { ...ungated(OF_FOUND, 'lower'), explainedBy: [PRESENT] },
    { name: UNCERTAIN, better: 'higher', target: null, gated: true, figure: ratio },
    ungated(CONFUSED, 'lower'),
    ungated(ALL_NEGATED, 'higher'),
    ungated(ALL_PRESENT, 'lower'),
    ungated(ALL_UNCERTAIN, 'higher'),
    ...LABELS.map(({ score }) => ungated(score, 'higher')),
  ],
  count({ record, summary }, note) {
    const entities: Entity[] | undefined = record.row.entities;
    const segment = record.transcript.segments[0];
    if (!Array.isArray(entities) || segment === undefined) return null;
    const counts = new Map<string, Count>(this.scores.map(({ name }) => [name, [0, 0]]));
    const add = (score: string, hit: boolean): void => {
      const count = counts.get(score)!;
      count[0] += Number(hit);
      count[1] += 1;
    };
    const facts = summary.facts.map((fact) => ({ fact, spans: spansIn(fact, segment) }));
    for (const entity of entities) {
      const { start, end, text, assertion, type = 'DISO' } = entity;
      const here = facts.filter(({ spans }) => spans.some((span) => span.start < end && start < span.end));
      const said = (wanted: Fact['assertion'], kinds: Kinds): boolean =>
        here.some(({ fact }) => fact.assertion === wanted && kinds.has(fact.kind));
      const line = `${text} | ${segment.text}`;
      const miss = (score: string, wanted: Fact['assertion']): void =>
        note(score, whyMissedAt(entity, segment, summary, leftOut(wanted)), line);
      const negated = said('negated', FINDINGS);
      const wrong = said('present', FINDINGS) && !negated;
      const possible = said('possible', FINDINGS);
      if (assertion.includes('negated')) {
        add(ALL_NEGATED, negated);
        add(ALL_PRESENT, wrong);
        const own = LABELS.find(({ label }) => label === type);
        if (own !== undefined) add(own.score, said('negated', own.kinds));
      } else if (assertion.includes('uncertain')) add(ALL_UNCERTAIN, possible);
      if (type !== 'DISO') continue;
      if (assertion.includes('uncertain')) {
        add(UNCERTAIN, possible);
        add(CONFUSED, negated);
        if (!possible) miss(UNCERTAIN, 'possible');
        if (negated) note(CONFUSED, because('assertion', 'negated'), line);
      } else if (assertion.includes('negated')) {
        add(NEGATED, negated);
        add(PRESENT, wrong);
        if (here.some(({ fact }) => FINDINGS.has(fact.kind))) add(OF_FOUND, wrong);
        if (wrong) note(PRESENT, unreached(segment, 'negation'), line);
        if (!negated) miss(NEGATED, 'negated');
      }
    }
    return Object.fromEntries(counts);
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
