import { type ErrorGroup, groupErrors } from './errors/groups.ts';
import { checklist } from './scorers/checklist.ts';
import { complaints } from './scorers/complaints.ts';
import { drugs } from './scorers/drugs.ts';
import { evidence } from './scorers/evidence.ts';
import { negation } from './scorers/negation.ts';
import { notes } from './scorers/notes.ts';
import { patient } from './scorers/patient.ts';
import type { Mistake, Outcome, Scorer } from './scorers/scorer.ts';
import { symptoms } from './scorers/symptoms.ts';
import { traps } from './scorers/traps.ts';
import { type Figure, sumsOf, toFigure } from './statistics.ts';

const SCORERS: readonly Scorer[] = [patient, complaints, checklist, negation, drugs, symptoms, notes, traps, evidence];

/** A figure, the same in each half of its records, and by kind the errors that keep it from being better. */
export interface Explained extends Figure {
  /** Null where one half has no such gold. */
  readonly halves: readonly [first: number, second: number] | null;
  readonly errors: readonly ErrorGroup[];
}

/** All scores that a corpus has gold for, as figures with intervals, and the mistakes behind them. */
export function score(corpus: string, outcomes: readonly Outcome[]): { figures: Explained[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const figures: Explained[] = [];
  const languages = new Set(outcomes.map(({ record }) => record.language));
  for (const scorer of SCORERS) {
    const counted = outcomes.flatMap((outcome) => {
      const { id, language, half } = outcome.record;
      const counts = scorer.count(outcome, (name, cause, text) => {
        mistakes.push({ corpus, language, record: id, score: name, cause, text });
      });
      return counts === null ? [] : [{ language, half, counts }];
    });
    for (const one of scorer.scores) {
      const noted = one.explainedBy ?? [one.name];
      const groups = languages.size > 1 ? (['es', 'en', 'all'] as const) : ([...languages] as ('es' | 'en')[]);
      for (const language of groups) {
        const mine = (each: { language: string }): boolean => language === 'all' || each.language === language;
        const having = counted.filter((each) => mine(each) && each.counts[one.name] !== undefined);
        const countsOf = (some: typeof counted): (readonly number[])[] => some.map((each) => each.counts[one.name]!);
        const counts = countsOf(having);
        if (counts.length === 0) continue;
        const inHalf = (half: 1 | 2): number =>
          one.figure(sumsOf(countsOf(having.filter((each) => each.half === half))));
        const halves = [inHalf(1), inHalf(2)] as const;
        const figure = toFigure({ ...one, corpus, language, counts });
        const behind = mistakes.filter((mistake) => noted.includes(mistake.score) && mine(mistake));
        figures.push({
          ...figure,
          halves: halves.every(Number.isFinite) ? halves : null,
          errors: groupErrors(one, sumsOf(counts), behind),
        });
      }
    }
  }
  return { figures: figures.filter(({ value }) => Number.isFinite(value)), mistakes };
}
