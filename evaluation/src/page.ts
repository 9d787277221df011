import { met, percent, type Report } from './report.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);

const WIDTH = 420;
const x = (value: number): number => Math.round(10 + Math.min(1, Math.max(0, value)) * (WIDTH - 20));

/** One score: its interval as a bar, its value as a dot, target and accepted value as marks. */
function plot({ figure, accepted }: Report['comparisons'][number]): string {
  const colour = { true: '#1a7f37', false: '#b42318', null: '#475467' }[
    String(met(figure)) as 'true' | 'false' | 'null'
  ];
  const target =
    figure.target === null
      ? ''
      : `<line x1="${x(figure.target)}" x2="${x(figure.target)}" y1="2" y2="22" stroke="#667085" stroke-dasharray="3 2"/>`;
  const before = accepted === null ? '' : `<path d="M${x(accepted) - 4} 23 l4 -5 l4 5 z" fill="#98a2b3"/>`;
  return `<svg width="${WIDTH}" height="24" role="img" aria-label="${percent(figure.value)}"><line x1="10" x2="${WIDTH - 10}" y1="12" y2="12" stroke="#eaecf0"/>
<rect x="${x(figure.low)}" width="${Math.max(1, x(figure.high) - x(figure.low))}" y="8" height="8" rx="4" fill="${colour}" opacity=".25"/>
<circle cx="${x(figure.value)}" cy="12" r="4.5" fill="${colour}"/>${target}${before}</svg>`;
}

/** The report as one page with plots, no script and nothing from elsewhere. */
export function page(report: Report): string {
  const groups = [...Map.groupBy(report.comparisons, ({ figure }) => figure.corpus)].map(([corpus, list]) => {
    const rows = list.map(
      (one) =>
        `<tr><td>${escaped(one.figure.name)}</td><td>${one.figure.language}</td><td class="n">${percent(one.figure.value)}</td><td>${plot(one)}</td><td class="n">${one.figure.n}</td><td>${one.fell ? 'fell' : ''}</td></tr>`,
    );
    return `<h2>${escaped(corpus)}</h2><table><tr><th>score</th><th></th><th>value</th><th>0 to 100%</th><th>n</th><th></th></tr>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Evaluation: ${escaped(report.engine)}</title>
<style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#101828}td,th{padding:.15rem .6rem;text-align:left}.n{text-align:right;font-variant-numeric:tabular-nums}h2{margin-top:2rem}</style>
<h1>Evaluation: ${escaped(report.engine)} ${escaped(report.version)}</h1>
<p>Dot: value; bar: 95% interval; dashed line: target; triangle: last accepted value. Green meets its target, red misses it.</p>
${groups.join('\n')}</html>
`;
}
