import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, lost, readAccepted, writeAccepted } from './accepted.ts';
import { readCorpora } from './corpora.ts';
import { because, titleOf } from './errors/cause.ts';
import type { Options } from './options.ts';
import { page } from './page/page.ts';
import { gapOf, markdown, met, percent, points, type Report } from './report.ts';
import { runCorpus } from './run.ts';
import { type Explained, score } from './score.ts';
import type { Mistake } from './scorers/scorer.ts';

/** Runs the corpora, writes the report, and says whether the gate holds. */
export async function evaluate(options: Options, print: (line: string) => void): Promise<boolean> {
  const corpora = readCorpora(options.folder, options.corpora, options);
  const figures: Explained[] = [];
  const mistakes: Mistake[] = [];
  const ran: Report['corpora'][number][] = [];
  let version = '';
  const summaries = join(options.out, 'summaries');
  rmSync(summaries, { recursive: true, force: true });
  mkdirSync(summaries, { recursive: true });
  for (const corpus of corpora) {
    const { name, records } = corpus;
    const { outcomes, failures, seconds } = await runCorpus(corpus, options);
    const published = outcomes.map(({ summary }) => `${JSON.stringify(summary)}\n`);
    writeFileSync(join(summaries, `${name}.jsonl`), published.join(''));
    const scored = score(name, outcomes);
    figures.push(...scored.figures);
    mistakes.push(...scored.mistakes);
    for (const { id, language, code } of failures) {
      const cause = because('no_summary', code);
      mistakes.push({ corpus: name, language, record: id, score: 'no summary', cause, text: code });
    }
    ran.push({ name, records: records.length, failures: failures.length, seconds });
    const engine = outcomes[0]?.summary.engine;
    if (engine !== undefined)
      version = [engine.model, engine.version, engine.prompt_version].filter((one) => one !== null).join(' ');
    print(`${name}: ${outcomes.length} of ${records.length} records in ${seconds.toFixed(1)} s`);
  }
  const accepted = readAccepted(options.accepted);
  const comparisons = compare(figures, accepted);
  const gone = options.half === null ? lost(figures, accepted) : [];
  const { engine, half } = options;
  const report: Report = { engine, version, half, comparisons, lost: gone, corpora: ran };
  const write = (name: string, text: string): void => writeFileSync(join(options.out, name), text);
  write('report.md', markdown(report));
  write('report.html', page(report));
  write('figures.json', `${JSON.stringify({ engine, version, half, figures }, null, 1)}\n`);
  write('mistakes.jsonl', listed(mistakes));
  for (const line of comparisons.map(lineOf)) print(line);
  if (options.accept) writeAccepted(options.accepted, engine, version, figures);
  const known = new Set(accepted?.figures.map(({ corpus }) => corpus));
  return verdict(report, known, options, print);
}

/** `negation.es [es] negated findings recall: 61.3% (target 80.0% missed), accepted 60.5%, halves 62.0% and 60.6%` */
function lineOf({ figure, accepted, fell }: Report['comparisons'][number]): string {
  const { corpus, language, name, value, target, halves } = figure;
  const ok = met(figure);
  const goal = ok === null ? '' : ok ? ' (target met)' : ` (target ${percent(target!)} missed)`;
  const before = accepted === null ? '' : `, accepted ${percent(accepted)}${fell ? ' FELL' : ''}`;
  const gap = gapOf(figure);
  const parts =
    halves === null || gap === null
      ? ''
      : `, halves ${percent(halves[0])} and ${percent(halves[1])}${gap.wide ? ` GAP ${points(gap.value)}` : ''}`;
  return `${corpus} [${language}] ${name}: ${percent(value)}${goal}${before}${parts}`;
}

/** `known`: corpora of the accepted report; what has no summary can't be compared, and must not pass for that. */
function verdict(
  { comparisons, lost: gone, corpora }: Report,
  known: ReadonlySet<string>,
  options: Options,
  print: (line: string) => void,
): boolean {
  const wide = comparisons.filter(({ figure }) => gapOf(figure)?.wide === true);
  if (wide.length > 0) print(`${wide.length} score(s) differ by more than 5 points between the halves of their corpus`);
  const reasons = gone.map(({ corpus, language, name }) => `${corpus} [${language}] ${name} is gone`);
  const fell = comparisons.filter((one) => one.fell);
  if (fell.length > 0) reasons.push(`${fell.length} gated score(s) fell below the accepted report`);
  for (const { name, records, failures } of corpora) {
    if (failures === 0) continue;
    const line = `${failures} record(s) of ${name} ended without a summary`;
    if (known.has(name) || failures === records) reasons.push(line);
    else print(line);
  }
  for (const reason of reasons) print(`Gate: ${reason}`);
  return options.accept || !options.gate || reasons.length === 0;
}

/** A line each, those of one kind together. */
function listed(all: readonly Mistake[]): string {
  const lines = all.map((one) => ({ ...one, cause: titleOf(one.cause) }));
  const order = ({ corpus, score: name, cause }: (typeof lines)[number]): string => `${corpus} ${name} ${cause}`;
  return lines
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
