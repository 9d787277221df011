import type { Comparison } from '../accepted.ts';
import type { ErrorGroup } from '../errors/groups.ts';
import { gapOf, met, percent } from '../report.ts';
import type { Explained } from '../score.ts';
import { escaped } from './markup.ts';

const WIDTH = 300;
const PAD = 8;

/** Of a share in an interval from nothing to `most`, where it stands. */
const scale =
  (most: number) =>
  (value: number): number =>
    Math.round((PAD + (Math.min(most, Math.max(0, value)) / most) * (WIDTH - 2 * PAD)) * 10) / 10;

/** Rates that should be nothing are drawn on a scale of their own, or all of them would be one dot at the edge. */
export const scaleOf = (figures: readonly Explained[]): number => {
  const low = figures.every(({ better }) => better === 'lower');
  const most = Math.max(...figures.flatMap(({ high, target }) => [high, target ?? 0]));
  return low ? ([0.05, 0.1, 0.25, 0.5].find((limit) => most <= limit) ?? 1) : 1;
};

const colourOf = (figure: Explained): string =>
  ({ true: 'var(--good)', false: 'var(--bad)', null: 'var(--plain)' })[
    String(met(figure)) as 'true' | 'false' | 'null'
  ];

/** One score: its interval as a bar, its value as a dot; target, accepted value and both halves as marks. */
export function scorePlot({ figure, accepted }: Comparison<Explained>, most: number): string {
  const x = scale(most);
  const { value, low, high, target, halves } = figure;
  const colour = colourOf(figure);
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = x(share * most);
    return `<line x1="${at}" x2="${at}" y1="3" y2="23" stroke="var(--line)"/>`;
  });
  const goal =
    target === null
      ? ''
      : `<line x1="${x(target)}" x2="${x(target)}" y1="1" y2="25" stroke="var(--mark)" stroke-width="1.5" stroke-dasharray="3 2"/>`;
  const before = accepted === null ? '' : `<path d="M${x(accepted) - 4} 26 l4 -6 l4 6 z" fill="var(--faint)"/>`;
  const parts = (halves ?? []).map((half, i) => tick(x(half), i === 0 ? 3 : 17));
  return `<svg width="${WIDTH}" height="26" viewBox="0 0 ${WIDTH} 26" role="img" aria-label="${percent(value)}, 95% interval ${percent(low)} to ${percent(high)}">${grid.join('')}<rect x="${x(low)}" width="${Math.max(2, x(high) - x(low))}" y="9" height="8" rx="4" fill="${colour}" opacity=".28"/>${parts.join('')}${goal}${before}<circle cx="${x(value)}" cy="13" r="4.5" fill="${colour}"/></svg>`;
}

const tick = (x: number, y: number): string =>
  `<line x1="${x}" x2="${x}" y1="${y}" y2="${y + 6}" stroke="var(--soft)" stroke-width="1.5"/>`;

/** The ends of the scale, for the head of a column. */
export const axis = (most: number): string =>
  `<svg width="${WIDTH}" height="14" viewBox="0 0 ${WIDTH} 14" aria-hidden="true">${[0, 0.5, 1]
    .map(
      (share) =>
        `<text x="${scale(1)(share)}" y="11" text-anchor="${share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}">${Math.round(share * most * 1000) / 10}%</text>`,
    )
    .join('')}</svg>`;

/** How many errors of a kind there are, against the most frequent kind. */
export function countBar({ count, title }: ErrorGroup, most: number): string {
  const width = Math.max(2, Math.round((count / most) * 160));
  return `<svg width="160" height="14" viewBox="0 0 160 14" role="img" aria-label="${count} of ${escaped(title)}"><rect width="${width}" height="10" y="2" rx="2" fill="var(--bar)"/></svg>`;
}

/** Both halves of one score as a dumbbell: filled what was developed on, hollow what was held back. */
export function gapPlot(figure: Explained): string {
  const x = scale(1);
  const [first, second] = figure.halves!;
  const colour = gapOf(figure)?.wide === true ? 'var(--bad)' : 'var(--plain)';
  return `<svg width="${WIDTH}" height="18" viewBox="0 0 ${WIDTH} 18" role="img" aria-label="${percent(first)} and ${percent(second)}"><line x1="${x(0)}" x2="${x(1)}" y1="9" y2="9" stroke="var(--line)"/><line x1="${x(first)}" x2="${x(second)}" y1="9" y2="9" stroke="${colour}" stroke-width="3"/><circle cx="${x(first)}" cy="9" r="4.5" fill="${colour}"/><circle cx="${x(second)}" cy="9" r="4" fill="var(--card)" stroke="${colour}" stroke-width="2"/></svg>`;
}
