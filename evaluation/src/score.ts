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
import { type Figure, toFigure } from './statistics.ts';

const SCORERS: readonly Scorer[] = [patient, complaints, checklist, negation, drugs, symptoms, notes, traps, evidence];

/** All scores that a corpus has gold for, as figures with intervals, and the mistakes behind them. */
export function score(corpus: string, outcomes: readonly Outcome[]): { figures: Figure[]; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const figures: Figure[] = [];
  const languages = new Set(outcomes.map(({ record }) => record.language));
  for (const scorer of SCORERS) {
    const counted = outcomes.flatMap((outcome) => {
      const counts = scorer.count(outcome, (name, text) => {
        mistakes.push({ record: outcome.record.id, score: name, text });
      });
      return counts === null ? [] : [{ language: outcome.record.language, counts }];
    });
    for (const one of scorer.scores) {
      const groups = languages.size > 1 ? (['es', 'en', 'all'] as const) : ([...languages] as ('es' | 'en')[]);
      for (const language of groups) {
        const counts = counted
          .filter((each) => language === 'all' || each.language === language)
          .flatMap((each) => (each.counts[one.name] === undefined ? [] : [each.counts[one.name]!]));
        if (counts.length > 0) figures.push(toFigure({ ...one, corpus, language, counts }));
      }
    }
  }
  return { figures: figures.filter(({ value }) => Number.isFinite(value)), mistakes };
}
