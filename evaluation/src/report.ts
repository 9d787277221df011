import type { Comparison } from './accepted.ts';
import type { Mistake } from './scorers/scorer.ts';
import type { Figure } from './statistics.ts';

export interface Report {
  readonly engine: string;
  readonly version: string;
  readonly comparisons: readonly Comparison[];
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

/** Mistakes of one kind that are listed. */
const LISTED = 40;

/** The report for reading; its list of mistakes quotes the corpora and so stays out of the project. */
export function markdown({ engine, version, comparisons, mistakes, corpora }: Report): string {
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
    const ok = met(figure);
    const target =
      figure.target === null
        ? ''
        : `${figure.better === 'higher' ? '≥' : '≤'} ${percent(figure.target)} ${ok === true ? 'met' : '**missed**'}`;
    const before = accepted === null ? '' : `${percent(accepted)}${fell ? ' **fell**' : ''}`;
    lines.push(
      `| ${figure.corpus} | ${figure.language} | ${figure.name} | ${percent(figure.value)} | ${percent(figure.low)} to ${percent(figure.high)} | ${figure.n} | ${target} | ${before} |`,
    );
  }
  for (const [kind, list] of Map.groupBy(mistakes, ({ score }) => score)) {
    lines.push('', `## ${kind}: ${list.length}`, '');
    for (const { record, text } of list.slice(0, LISTED))
      lines.push(`- ${record}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`);
  }
  return `${lines.join('\n')}\n`;
}
