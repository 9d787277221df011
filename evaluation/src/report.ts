import type { Comparison } from './accepted.ts';
import type { Explained } from './score.ts';
import type { Figure } from './statistics.ts';

export interface Report {
  readonly engine: string;
  readonly version: string;
  readonly half: 1 | 2 | null;
  readonly comparisons: readonly Comparison<Explained>[];
  /** Gated scores that this run has no more. */
  readonly lost: readonly Pick<Figure, 'corpus' | 'language' | 'name'>[];
  readonly corpora: readonly {
    readonly name: string;
    readonly records: number;
    readonly failures: number;
    readonly seconds: number;
  }[];
}

export const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

export const met = ({ better, target, value }: Figure): boolean | null =>
  target === null ? null : better === 'higher' ? value >= target : value <= target;

export const points = (value: number): string => `${(100 * value).toFixed(1)} points`;

/** A difference between seen and unseen from which on it is a defect. */
const WIDE = 0.05;

/** How much better the first half of a corpus is than the second; `chance` while it stays inside the figure's interval. */
export function gapOf({
  halves,
  better,
  low,
  high,
}: Explained): { value: number; wide: boolean; chance: boolean } | null {
  if (halves === null) return null;
  const value = better === 'higher' ? halves[0] - halves[1] : halves[1] - halves[0];
  // The halves' difference scatters twice as much as the whole: its 95% reaches as far as the whole interval is wide.
  return { value, wide: value > WIDE, chance: Math.abs(value) <= high - low };
}

/** Kinds of error that a table shows; the rest is in figures.json. */
const SHOWN = 12;

/** The report for reading. Examples of errors are in mistakes.jsonl alone: they quote the corpora. */
export function markdown({ engine, version, half, comparisons, lost, corpora }: Report): string {
  const lines = [`# Evaluation: ${engine} ${version}`, ''];
  if (half !== null) lines.push(`Half ${half} of each file.`, '');
  lines.push('| corpus | records | without summary | records a second |', '|---|---|---|---|');
  for (const { name, records, failures, seconds } of corpora)
    lines.push(`| ${name} | ${records} | ${failures} | ${records === 0 ? '' : (records / seconds).toFixed(0)} |`);
  lines.push(
    '',
    '| corpus | language | score | value | 95% interval | n | target | accepted | first half | second half |',
    '|---|---|---|---|---|---|---|---|---|---|',
  );
  for (const { figure, accepted, fell } of comparisons) {
    const ok = met(figure);
    const goal = ok === null ? '' : `${targetOf(figure)} ${ok ? 'met' : '**missed**'}`;
    const before = accepted === null ? '' : `${percent(accepted)}${fell ? ' **fell**' : ''}`;
    lines.push(
      `| ${figure.corpus} | ${figure.language} | ${figure.name} | ${percent(figure.value)} | ${percent(figure.low)} to ${percent(figure.high)} | ${figure.n} | ${goal} | ${before} | ${halvesOf(figure)} |`,
    );
  }
  for (const { corpus, language, name } of lost) lines.push('', `**Gone**: ${corpus} [${language}] ${name}`);
  const figures = comparisons.map(({ figure }) => figure).filter(({ errors }) => errors.length > 0);
  const missed = figures.filter((figure) => met(figure) === false);
  const others = figures.filter((figure) => met(figure) !== false);
  if (missed.length > 0) lines.push('', '## Targets missed: by which errors, and what would close them');
  lines.push(...missed.flatMap(errorTable));
  if (others.length > 0) lines.push('', '## Errors of the other scores');
  lines.push(...others.flatMap(errorTable));
  return `${lines.join('\n')}\n`;
}

function halvesOf(figure: Explained): string {
  const gap = gapOf(figure);
  if (figure.halves === null || gap === null) return '|';
  const mark = gap.wide ? ` **gap ${points(gap.value)}**${gap.chance ? ' (may be chance)' : ''}` : '';
  return `${percent(figure.halves[0])} | ${percent(figure.halves[1])}${mark}`;
}

/** `≥ 80.0%` */
export const targetOf = ({ better, target }: Figure): string =>
  target === null ? '' : `${better === 'higher' ? '≥' : '≤'} ${percent(target)}`;

function errorTable(figure: Explained): string[] {
  const { corpus, language, name, value, errors } = figure;
  const total = errors.reduce((sum, { count }) => sum + count, 0);
  const target = figure.target === null ? '' : `, target ${percent(figure.target)}`;
  const rest = errors.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  return [
    '',
    `### ${corpus} [${language}] ${name}: ${percent(value)}${target}, ${total} errors`,
    '',
    '| kind of error | errors | share | the score without them | what would close it |',
    '|---|---|---|---|---|',
    ...errors
      .slice(0, SHOWN)
      .map(
        ({ title, count, share, would, remedy }) =>
          `| ${title} | ${count} | ${percent(share)} | ${would === null ? '' : percent(would)} | ${remedy} |`,
      ),
    ...(rest > 0 ? [`| others | ${rest} | ${percent(rest / total)} | | |`] : []),
  ];
}
