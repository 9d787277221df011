import type { Said } from './attributes.ts';
import { lifeTimesIn } from './life-times.ts';
import { type Quantity, quantitiesIn } from './quantities.ts';
import { type Line, said, wordAt } from './reading.ts';
import { words } from './word-set.ts';

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
    if (ENDED.test(wordAt(line, i - 1)) || (word === 'hace' && ENDED.test(wordAt(line, i - 2)))) return null;
    if (wordAt(line, i - 1) === 'desde') return { name: 'duration', value, from: i - 1, to: q.to };
    if (
      began(line, i) ||
      /^(tuve|tuvo|padeci|pase|sufri|operaron|opere|diagnosticaron|quitaron|pusieron)$/.test(firstVerb(line, i))
    )
      return { name: 'onset', value: said(line, i, q.to), from: i, to: q.to };
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

/** `Lo dejé hace seis años`: when it ended tells neither how long it lasted nor when it began. */
const ENDED = /^(deje|dejo|dejado|suspendi|suspendio|suspendieron|abandone|quite|quitaron|retiraron)$/;

/** The word among the five before that tells of the past: `tuve una úlcera hace diez años`. */
function firstVerb(line: Line, at: number): string {
  for (let i = at - 1; i >= line.from && i >= at - 6; i -= 1)
    if (/^(tuve|tuvo|padeci|pase|sufri|operaron|opere|diagnosticaron|quitaron|pusieron)$/.test(wordAt(line, i)))
      return wordAt(line, i);
  return '';
}

const within = (one: Said, other: Said): boolean => one.from >= other.from && one.to <= other.to;

const EVENT = words('after when while during just right straight shortly soon');
const CONNECTS = /^(after|when|while|during)$/;
const EVENT_END = /^([.,;:?!…()]|and|but|so|or|because|which|that)$/;

/** `It started after lunch`, `came on when I was gardening`: a beginning told by what happened then. */
function eventAfter(line: Line): Said | null {
  for (let i = line.from; i < line.to; i += 1) {
    if (!BEGAN.has(wordAt(line, i)) || wordAt(line, i) === 'note') continue;
    let from = i + 1;
    while (from < i + 4 && /^(on|it|off|up|about|all|quite|suddenly)$/.test(wordAt(line, from))) from += 1;
    if (!EVENT.has(wordAt(line, from))) continue;
    let connect = from;
    while (connect < from + 3 && !CONNECTS.test(wordAt(line, connect))) connect += 1;
    if (!CONNECTS.test(wordAt(line, connect))) continue;
    let to = connect + 1;
    while (to < line.to && to < connect + 9 && !EVENT_END.test(wordAt(line, to))) to += 1;
    return to > connect + 1 ? { name: 'onset', value: said(line, from, to), from, to } : null;
  }
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
  const event = eventAfter(line);
  if (event !== null && !out.some((other) => other.name === 'onset' && !within(other, event))) {
    for (let k = out.length - 1; k >= 0; k -= 1) if (within(out[k] as Said, event)) out.splice(k, 1);
    out.push(event);
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
  for (const told of lifeTimesIn(line))
    if (!out.some((other) => other.from < told.to && other.to > told.from)) out.push(told);
  return out;
}
