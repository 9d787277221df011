import type { Comparison } from './accepted.ts';
import type { Explained } from './score.ts';
import type { Mistake } from './scorers/scorer.ts';
import type { Figure } from './statistics.ts';

export interface Report {
  readonly engine: string;
  readonly version: string;
  readonly comparisons: readonly Comparison<Explained>[];
  readonly mistakes: readonly Mistake[];
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

/** Kinds of error that a table shows; the rest is in figures.json. */
const SHOWN = 12;

/** The report for reading. Examples of errors are in mistakes.jsonl alone: they quote the corpora. */
export function markdown({ engine, version, comparisons, corpora }: Report): string {
  const lines = [`# Evaluation: ${engine} ${version}`, ''];
  lines.push('| corpus | records | without summary | records a second |', '|---|---|---|---|');
  for (const { name, records, failures, seconds } of corpora)
    lines.push(`| ${name} | ${records} | ${failures} | ${(records / seconds).toFixed(0)} |`);
  lines.push(
    '',
    '| corpus | language | score | value | 95% interval | n | target | accepted |',
    '|---|---|---|---|---|---|---|---|',
  );
  for (const { figure, accepted, fell } of comparisons) {
    const before = accepted === null ? '' : `${percent(accepted)}${fell ? ' **fell**' : ''}`;
    lines.push(
      `| ${figure.corpus} | ${figure.language} | ${figure.name} | ${percent(figure.value)} | ${percent(figure.low)} to ${percent(figure.high)} | ${figure.n} | ${targetOf(figure)} | ${before} |`,
    );
  }
  const figures = comparisons.map(({ figure }) => figure).filter(({ errors }) => errors.length > 0);
  const missed = figures.filter((figure) => met(figure) === false);
  const others = figures.filter((figure) => met(figure) !== false);
  if (missed.length > 0) lines.push('', '## Targets missed: by which errors, and what would close them');
  lines.push(...missed.flatMap(errorTable));
  if (others.length > 0) lines.push('', '## Errors of the other scores');
  lines.push(...others.flatMap(errorTable));
  return `${lines.join('\n')}\n`;
}

function targetOf(figure: Figure): string {
  if (figure.target === null) return '';
  return `${figure.better === 'higher' ? '≥' : '≤'} ${percent(figure.target)} ${met(figure) === true ? 'met' : '**missed**'}`;
}

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
