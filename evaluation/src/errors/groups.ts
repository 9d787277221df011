import type { Mistake, Scored } from '../scorers/scorer.ts';
import { type Cause, remedyOf, titleOf } from './cause.ts';

/** The errors of one cause behind a figure. */
export interface ErrorGroup {
  readonly cause: Cause;
  readonly title: string;
  readonly remedy: string;
  readonly count: number;
  /** Of all errors of the figure. */
  readonly share: number;
  /** What the figure would be without them; null where that cannot be said. */
  readonly would: number | null;
}

/** A figure's errors by their cause, most first. */
export function groupErrors(score: Scored, sums: readonly number[], mistakes: readonly Mistake[]): ErrorGroup[] {
  const groups = Map.groupBy(mistakes, ({ cause }) => titleOf(cause));
  return [...groups]
    .map(([title, list]) => {
      const { cause } = list[0]!;
      let after = sums;
      for (const [noted, some] of Map.groupBy(list, (one) => one.score))
        after = (score.mended ?? mendedRatio(score))(after, noted, some.length);
      const would = score.figure(after);
      return {
        cause,
        title,
        remedy: remedyOf(cause),
        count: list.length,
        share: list.length / mistakes.length,
        would: Number.isFinite(would) ? would : null,
      };
    })
    .sort((a, b) => b.count - a.count);
}

const mendedRatio =
  ({ better }: Scored) =>
  ([hits = 0, cases = 0]: readonly number[], _: string, count: number): readonly number[] =>
    better === 'higher' ? [Math.min(cases, hits + count), cases] : [Math.max(0, hits - count), cases];
