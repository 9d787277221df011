import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, readAccepted, writeAccepted } from './accepted.ts';
import { readCorpora } from './corpora.ts';
import { because, titleOf } from './errors/cause.ts';
import { readOptions, USAGE } from './options.ts';
import { page } from './page.ts';
import { markdown, met, percent, type Report } from './report.ts';
import { runCorpus } from './run.ts';
import { type Explained, score } from './score.ts';
import type { Mistake } from './scorers/scorer.ts';

if (process.argv.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const options = readOptions(process.argv.slice(2), process.env);
const figures: Explained[] = [];
const mistakes: Mistake[] = [];
const corpora: Report['corpora'][number][] = [];
let version = '';
const summaries = join(options.out, 'summaries');
rmSync(summaries, { recursive: true, force: true });
mkdirSync(summaries, { recursive: true });
for (const corpus of readCorpora(options.folder, options.corpora, options.limit)) {
  const { outcomes, failures, seconds } = await runCorpus(corpus, options);
  const scored = score(corpus.name, outcomes);
  const published = outcomes.map(({ summary }) => `${JSON.stringify(summary)}\n`);
  writeFileSync(join(summaries, `${corpus.name}.jsonl`), published.join(''));
  figures.push(...scored.figures);
  mistakes.push(
    ...scored.mistakes,
    ...failures.map(({ id, language, code }) => ({
      corpus: corpus.name,
      language,
      record: id,
      score: 'no summary',
      cause: because('no_summary', code),
      text: code,
    })),
  );
  corpora.push({ name: corpus.name, records: corpus.records.length, failures: failures.length, seconds });
  const engine = outcomes[0]?.summary.engine;
  version = [engine?.model, engine?.version, engine?.prompt_version].filter((one) => one != null).join(' ');
  console.log(`${corpus.name}: ${outcomes.length} of ${corpus.records.length} records in ${seconds.toFixed(1)} s`);
}
const comparisons = compare(figures, readAccepted(options.engine));
const report: Report = { engine: options.engine, version, comparisons, mistakes, corpora };
writeFileSync(join(options.out, 'report.md'), markdown(report));
writeFileSync(join(options.out, 'report.html'), page(report));
writeFileSync(join(options.out, 'figures.json'), JSON.stringify({ engine: options.engine, version, figures }, null, 1));
writeFileSync(join(options.out, 'mistakes.jsonl'), listed(mistakes));
for (const { figure, accepted, fell } of comparisons) {
  const ok = met(figure);
  const target = ok === null ? '' : ok ? ' (target met)' : ` (target ${percent(figure.target!)} missed)`;
  const before = accepted === null ? '' : `, accepted ${percent(accepted)}${fell ? ' FELL' : ''}`;
  console.log(`${figure.corpus} [${figure.language}] ${figure.name}: ${percent(figure.value)}${target}${before}`);
}
if (options.accept) writeAccepted(options.engine, version, figures);
const fell = comparisons.filter((one) => one.fell);
if (fell.length > 0 && options.gate && !options.accept) {
  console.error(`Gate: ${fell.length} gated score(s) fell below the accepted report`);
  process.exitCode = 1;
}

/** A line each, those of one kind together. */
function listed(all: readonly Mistake[]): string {
  const lines = all.map((one) => ({ ...one, cause: titleOf(one.cause) }));
  const order = ({ corpus, score, cause }: (typeof lines)[number]): string => `${corpus} ${score} ${cause}`;
  return lines
    .toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
