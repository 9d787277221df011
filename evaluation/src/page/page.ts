import type { Comparison } from '../accepted.ts';
import { gapOf, met, percent, points, type Report, targetOf } from '../report.ts';
import type { Explained } from '../score.ts';
import { escaped } from './markup.ts';
import { axis, countBar, gapPlot, scaleOf, scorePlot } from './plots.ts';
import { STYLE } from './style.ts';

type One = Comparison<Explained>;

/** The report as one page with plots, in light or dark, without a script and with nothing from elsewhere. */
export function page(report: Report): string {
  const { engine, version, half, comparisons } = report;
  const aimed = comparisons.filter(({ figure }) => figure.target !== null);
  const figures = comparisons.map(({ figure }) => figure);
  const missed = figures.filter((figure) => met(figure) === false && figure.errors.length > 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Evaluation: ${escaped(engine)} ${escaped(version)}</title><style>${STYLE}</style></head><body><main>
<h1>Evaluation of the ${escaped(engine)} engine</h1>
<p class="soft">${escaped(version)}${half === null ? '' : `, half ${half} of each file`}. What was said, against what clinicians and annotators found in it. Examples of every error are in <code>mistakes.jsonl</code> beside this page.</p>
${tiles(report)}
${aimed.length === 0 ? '' : `<h2>Targets</h2><p class="soft">By how much each is met or missed.</p>${KEY}${byDirection(aimed)}`}
${missed.length === 0 ? '' : `<h2>What keeps the missed targets from being met</h2><p class="soft">Every error has one kind. The score without a kind is what it would be if only those errors were mended.</p>${missed.map((figure) => errors(figure)).join('')}`}
${gaps(figures)}
<h2>All scores</h2>
${report.corpora.map((corpus) => corpusCard(corpus, comparisons)).join('')}
</main></body></html>
`;
}

function tiles({ comparisons, lost, corpora }: Report): string {
  const aimed = comparisons.map(({ figure }) => met(figure)).filter((ok) => ok !== null);
  const reached = aimed.filter((ok) => ok).length;
  const fell = comparisons.filter((one) => one.fell).length + lost.length;
  const compared = comparisons.filter(({ accepted }) => accepted !== null).length;
  const records = corpora.reduce((sum, one) => sum + one.records, 0);
  const failures = corpora.reduce((sum, one) => sum + one.failures, 0);
  const seconds = corpora.reduce((sum, one) => sum + one.seconds, 0);
  const wide = comparisons.filter(({ figure }) => gapOf(figure)?.wide === true).length;
  const tile = (title: string, value: string, note: string, tone = ''): string =>
    `<div class="tile"><dt>${title}</dt><dd class="${tone}">${value}<small>${note}</small></dd></div>`;
  return `<dl class="tiles">${[
    tile(
      'Targets met',
      `${reached} of ${aimed.length}`,
      `${aimed.length - reached} missed`,
      reached === aimed.length ? 'good' : 'bad',
    ),
    tile(
      'Gate',
      fell === 0 ? 'holds' : `${fell} fell`,
      `${compared} scores compared with the accepted report`,
      fell === 0 ? 'good' : 'bad',
    ),
    tile(
      'Seen and unseen',
      wide === 0 ? 'close' : `${wide} apart`,
      'scores over 5 points better in the first half',
      wide === 0 ? 'good' : 'bad',
    ),
    tile(
      'Records',
      records.toLocaleString('en'),
      failures === 0 ? 'all with a summary' : `${failures} without a summary`,
      failures === 0 ? '' : 'bad',
    ),
    tile('Speed', seconds === 0 ? '' : `${Math.round(records / seconds)}/s`, 'records, verification included'),
  ].join('')}</dl>`;
}

const KEY = `<ul class="key">
<li><svg width="30" height="12"><rect x="2" y="2" width="26" height="8" rx="4" fill="var(--plain)" opacity=".28"/><circle cx="15" cy="6" r="4.5" fill="var(--plain)"/></svg>value and 95% interval</li>
<li><svg width="8" height="14"><line x1="4" x2="4" y1="0" y2="14" stroke="var(--mark)" stroke-width="1.5" stroke-dasharray="3 2"/></svg>target</li>
<li><svg width="10" height="10"><path d="M1 9 l4 -6 l4 6 z" fill="var(--faint)"/></svg>accepted before</li>
<li><svg width="8" height="14"><line x1="4" x2="4" y1="0" y2="5" stroke="var(--soft)" stroke-width="1.5"/><line x1="4" x2="4" y1="9" y2="14" stroke="var(--soft)" stroke-width="1.5"/></svg>first half (above), second half (below)</li></ul>`;

const missedFirst = (a: One, b: One): number => Number(met(a.figure)) - Number(met(b.figure));

const byDirection = (list: readonly One[]): string =>
  (['higher', 'lower'] as const)
    .map((better) => list.filter(({ figure }) => figure.better === better).toSorted(missedFirst))
    .filter((some) => some.length > 0)
    .map((some) => `<div class="card">${scoreTable(some, true)}</div>`)
    .join('');

function scoreTable(list: readonly One[], withCorpus: boolean): string {
  const most = scaleOf(list.map(({ figure }) => figure));
  const rows = list.map((one) => {
    const { figure, fell } = one;
    const ok = met(figure);
    const sign = ok === null ? '' : ok ? '<span class="good">✓</span>' : '<span class="bad">✗</span>';
    const name = `${escaped(figure.name)}${withCorpus ? ` <span class="soft">${escaped(figure.corpus)}</span>` : ''}`;
    return `<tr><td>${sign}</td><td>${name}</td><td class="soft">${figure.language}</td><td class="n">${percent(figure.value)}</td><td class="plot">${scorePlot(one, most)}</td><td class="n soft">${figure.target === null ? '' : escaped(targetOf(figure))}</td><td class="n soft">${figure.n.toLocaleString('en')}</td><td class="bad">${fell ? 'fell' : ''}</td></tr>`;
  });
  const sense = list.every(({ figure }) => figure.better === 'lower') ? 'lower is better' : 'score';
  return `<table><thead><tr><th></th><th>${sense}</th><th></th><th class="n">value</th><th class="plot">${axis(most)}</th><th class="n">target</th><th class="n">cases</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Kinds of error that a table shows. */
const SHOWN = 10;

function errors(figure: Explained, open = true): string {
  const { corpus, language, name, value, errors: groups } = figure;
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(...groups.map(({ count }) => count));
  const rows = groups
    .slice(0, SHOWN)
    .map(
      (group) =>
        `<tr><td>${escaped(group.title)}<div class="remedy">${escaped(group.remedy)}</div></td><td>${countBar(group, most)}</td><td class="n">${group.count.toLocaleString('en')}</td><td class="n soft">${percent(group.share)}</td><td class="n">${group.would === null ? '' : percent(group.would)}</td></tr>`,
    );
  const rest = groups.slice(SHOWN).reduce((sum, { count }) => sum + count, 0);
  const others =
    rest === 0 ? '' : `<tr><td class="soft">others</td><td></td><td class="n soft">${rest}</td><td></td><td></td></tr>`;
  const aim = figure.target === null ? '' : ` <span class="aim">wanted ${escaped(targetOf(figure))}</span>`;
  const table = `<table><thead><tr><th>kind of error, and what would close it</th><th></th><th class="n">errors</th><th class="n">share</th><th class="n">score without</th></tr></thead><tbody>${rows.join('')}${others}</tbody></table>`;
  const title = `${escaped(name)} <span class="soft">${escaped(corpus)}, ${language}</span>`;
  if (!open)
    return `<details><summary>${title} <span class="soft">${total.toLocaleString('en')} errors</span></summary>${table}</details>`;
  return `<section class="card"><div class="head"><h3>${title}</h3><span class="big bad">${percent(value)}${aim}</span></div>${table}</section>`;
}

function gaps(figures: readonly Explained[]): string {
  const rows = figures
    .filter(({ gated, halves }) => gated && halves !== null)
    .map((figure) => ({ figure, gap: gapOf(figure)! }))
    .filter(({ gap }) => gap.value !== 0)
    .sort((a, b) => b.gap.value - a.gap.value)
    .map(
      ({ figure, gap }) =>
        `<tr><td>${escaped(figure.name)} <span class="soft">${escaped(figure.corpus)}, ${figure.language}</span></td><td class="plot">${gapPlot(figure)}</td><td class="n ${gap.wide ? 'bad' : ''}">${gap.value > 0 ? '+' : ''}${points(gap.value)}</td><td class="soft">${gap.chance ? 'within chance' : 'beyond chance'}</td></tr>`,
    );
  if (rows.length === 0) return '';
  return `<h2>Seen and unseen</h2><p class="soft">Rules are made from the first half of each file (filled); of the second (hollow) the figures alone are read. Scores that are the same in both are left out. More than 5 points is a defect. Beyond chance: the difference is wider than the whole figure's interval.</p><div class="card"><table><thead><tr><th>gated score</th><th class="plot">${axis(1)}</th><th class="n">first half better by</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function corpusCard({ name, records, failures }: Report['corpora'][number], all: readonly One[]): string {
  const list = all.filter(({ figure }) => figure.corpus === name);
  const higher = list.filter(({ figure }) => figure.better === 'higher');
  const lower = list.filter(({ figure }) => figure.better === 'lower');
  const tables = [higher, lower].filter((some) => some.length > 0).map((some) => scoreTable(some, false));
  const kinds = list.filter(({ figure }) => figure.errors.length > 0).map(({ figure }) => errors(figure, false));
  const without = failures === 0 ? '' : `, <span class="bad">${failures} without a summary</span>`;
  const nothing = list.length === 0 ? '<p class="soft">Nothing in it that a score could be made of.</p>' : '';
  return `<section class="card"><div class="head"><h3>${escaped(name)}</h3><span class="soft">${records.toLocaleString('en')} records${without}</span></div>${nothing}${tables.join('<br>')}<div class="kinds">${kinds.join('')}</div></section>`;
}
