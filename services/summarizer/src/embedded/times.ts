import type { Said } from './attributes.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { type Line, said, wordAt } from './reading.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));

const ABOUT = words(
  'about around almost nearly roughly approximately like maybe over at least probably only just aproximadamente unos unas casi como mas menos alrededor de the past last recent these those los las ultimos ultimas el este ultimo ultima this que approx aprox ya good more than',
);
const SPAN = words(
  'for during over within been x durante por llevo lleva llevaba llevamos llevan through since past last ultimos ultimas',
);
const BEGAN = words(
  'empezo empece comenzo comence inicio inicia aparecio surgio fue started began begun start onset happened came ocurrio paso noto note arranco debuto desperto',
);
const ONSET_AFTER = words('ago back atras');
const EVERY = words('every cada each');

const before = (line: Line, at: number): number => {
  let i = at - 1;
  while (i >= line.from && ABOUT.has(wordAt(line, i)) && !SPAN.has(wordAt(line, i))) i -= 1;
  return i;
};

function began(line: Line, at: number): boolean {
  for (let i = at - 1; i >= line.from && i >= at - 5; i -= 1) if (BEGAN.has(wordAt(line, i))) return true;
  return false;
}

function ofQuantity(line: Line, q: Quantity): Said | null {
  const value = said(line, q.from, q.to);
  const i = before(line, q.from);
  const word = wordAt(line, i);
  if (EVERY.has(word) || EVERY.has(wordAt(line, q.from - 1))) {
    return { name: 'frequency', value: said(line, i, q.to), from: i, to: q.to };
  }
  if (wordAt(line, q.to) === 'old' || (wordAt(line, q.to) === 'of' && wordAt(line, q.to + 1) === 'age')) return null;
  if (ONSET_AFTER.has(wordAt(line, q.to))) {
    return { name: 'onset', value: said(line, q.from, q.to + 1), from: q.from, to: q.to + 1 };
  }
  if (word === 'hace' || word === 'hara') {
    if (wordAt(line, i - 1) === 'desde') return { name: 'duration', value, from: i - 1, to: q.to };
    if (began(line, i)) return { name: 'onset', value: said(line, i, q.to), from: i, to: q.to };
    return { name: 'duration', value, from: i, to: q.to };
  }
  if (SPAN.has(word)) return { name: 'duration', value, from: i, to: q.to };
  const after = wordAt(line, q.to);
  if (word === 'de' && after === 'de' && /^(evolucion|duracion|curso)$/.test(wordAt(line, q.to + 1))) {
    return { name: 'duration', value, from: i, to: q.to + 2 };
  }
  if (after === 'history' || after === 'hx' || after === 'duration')
    return { name: 'duration', value, from: q.from, to: q.to + 1 };
  if ((after === 'de' || after === 'of') && q.unit !== 'a') return { name: 'duration', value, from: q.from, to: q.to };
  if (after === 'now' || after === 'ya') return { name: 'duration', value, from: q.from, to: q.to + 1 };
  return null;
}

const SINCE = words('since desde');
const YEAR = /^(19|20)\d\d$/;

/** When it began, how long it lasts, how often: every time expression of the line that says so by its own words. */
export function timesIn(line: Line): Said[] {
  const out: Said[] = [];
  for (const quantity of quantitiesIn(line)) {
    const found = ofQuantity(line, quantity);
    if (found !== null) out.push(found);
  }
  for (const hit of line.words) {
    if (hit.as !== 'moment' || out.some((other) => other.from < hit.to && other.to > hit.from)) continue;
    const i = before(line, hit.from);
    if (SINCE.has(wordAt(line, i))) {
      out.push({ name: 'onset', value: said(line, i, hit.to), from: i, to: hit.to });
    } else if (began(line, hit.from)) {
      out.push({ name: 'onset', value: said(line, hit.from, hit.to), from: hit.from, to: hit.to });
    }
  }
  for (let i = line.from; i < line.to; i += 1) {
    if (!YEAR.test(wordAt(line, i)) || !/^(in|en|since|desde|de|del|ano)$/.test(wordAt(line, i - 1))) continue;
    const start = wordAt(line, i - 1) === 'ano' ? i - 2 : i - 1;
    out.push({
      name: 'onset',
      value: said(line, Math.max(line.from, start), i + 1),
      from: Math.max(line.from, start),
      to: i + 1,
    });
  }
  return out;
}
