import type { Said } from './attributes.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const TIMES = new Set(['times', 'time', 'veces', 'vez', 'twice', 'once']);
const PER = new Set(['a', 'per', 'al', 'por', 'each', 'every', 'la', 'cada', 'daily', 'diarias', 'diaria']);

function numberStart(line: Line, end: number): number {
  const token = line.tokens[end - 1];
  if (token === undefined || end - 1 < line.from) return end;
  let from = token.kind === 'number' ? end - 1 : end;
  for (const hit of line.words) {
    if (
      hit.to === end &&
      (hit.as === 'number' ||
        (hit.as === 'vague' &&
          /^(a|an|un|una|couple|several|few|varias|unas|algunas|un par)$/.test(wordAt(line, hit.from))))
    ) {
      from = Math.min(from, hit.from);
    }
  }
  if (/^medi[oa]$/.test(wordAt(line, end - 1)) && wordAt(line, end - 2) === 'y' && from === end - 1)
    from = numberStart(line, end - 2);
  for (let before = partBefore(line, from); before < from; before = partBefore(line, from)) from = before;
  return from;
}

/** `Seventy five`, `ciento cincuenta`, `setenta y cinco`: where the word begins that the number goes on from. */
function partBefore(line: Line, from: number): number {
  if (line.tokens[from]?.kind !== 'word') return from;
  const value = valueAt(line, from);
  const joined = /^(y|and)$/.test(wordAt(line, from - 1)) ? from - 1 : from;
  const hit = line.words.find((one) => one.as === 'number' && one.to === joined && one.to === one.from + 1);
  const part = hit === undefined ? 0 : Number(hit.value);
  const goesOn =
    (part >= 20 && part % 10 === 0 && value < 10) || (part >= 100 && value < 100) || (value >= 100 && part >= 1);
  return hit !== undefined && goesOn ? hit.from : from;
}

const valueAt = (line: Line, at: number): number =>
  Number(line.words.find((one) => one.as === 'number' && one.from === at && one.to === at + 1)?.value ?? 1);

const COUNTED =
  /^(cigarros?|cigarrillos?|pitillos?|paquetes?|cajetillas?|copas?|copitas?|cervezas?|vinos?|canas?|vasos?|pastillas?|comprimidos?|de|vino|cerveza)$/;

/** `Uno por la mañana`, `quince al día`, `una copa de vino por la noche`: in Spanish talk the count goes with how often. */
function amountStart(line: Line, at: number): number {
  if (line.segment.speaker === 'unknown') return at;
  if (!spanish(line)) return /^(one|two|three|four|half)$/.test(wordAt(line, at - 1)) ? at - 1 : at;
  let end = at;
  while (end > line.from && COUNTED.test(wordAt(line, end - 1))) end -= 1;
  let from = numberStart(line, end);
  if (from === end || wordAt(line, from - 1) === 'de') return at;
  if (wordAt(line, from - 1) === 'o') from = Math.min(from, numberStart(line, from - 1));
  return from === end || line.words.some((hit) => hit.as === 'time' && hit.from >= from && hit.to <= at) ? at : from;
}

/** `Three times` before `a day`: the whole is how often. */
const isCounted = (line: Line, to: number): boolean =>
  TIMES.has(wordAt(line, to - 1)) &&
  PER.has(wordAt(line, to)) &&
  line.words.some((hit) => hit.as === 'time' && hit.from === to + 1);

/** `A lot worse` tells how much, not how often. */
const gradesATrend = (line: Line, { from, to }: { from: number; to: number }): boolean =>
  line.words.some((hit) => hit.as === 'trend' && hit.from <= to && hit.to > to && from <= hit.from + 2);

/** `Three or four times`: where the first of the two numbers begins. */
function rangeStart(line: Line, first: number): number {
  if (!/^(o|or|to)$/.test(wordAt(line, first - 1))) return first;
  const from = numberStart(line, first - 1);
  return from < first - 1 ? from : first;
}

/** `Up to four times a day`, `hasta tres veces al día`: a limit is part of what was said. */
function upTo(line: Line, from: number): number {
  if (/^(hasta|maximum|maximo)$/.test(wordAt(line, from - 1))) return from - 1;
  return wordAt(line, from - 1) === 'to' && wordAt(line, from - 2) === 'up' ? from - 2 : from;
}

/** `Una por la mañana y otra por la noche`, `one in the morning and one at night`: the whole is how it is taken. */
function andAnother(line: Line, end: number): number {
  let at = end;
  if (wordAt(line, at) === ',') at += 1;
  if (/^(y|e|and)$/.test(wordAt(line, at))) at += 1;
  if (at === end) return end;
  const next = at;
  while (
    at < next + 2 &&
    /^(otr[oa]s?|un[oa]?|medi[oa]|dos|tres|one|two|another|half|three|\d+)$/.test(wordAt(line, at))
  )
    at += 1;
  const hit = line.words.find((one) => one.as === 'frequency' && one.from === at);
  return hit === undefined || at === next ? end : andAnother(line, hit.to);
}

/** `A lot of pain` tells how much. */
const isAmount = (line: Line, { from, to }: { from: number; to: number }): boolean =>
  wordAt(line, to - 1) === 'lot' && wordAt(line, from) === 'a' && wordAt(line, to) === 'of';

/** `I always forget that one`: how often something else is done. */
const ofAnotherVerb = (line: Line, { to }: { to: number }): boolean =>
  /^(forget|forgot|say|said|thought|think|wanted|wondered|olvido|digo|pienso|olvida|dice|dicen)$/.test(
    wordAt(line, to),
  ) || /^(olvido|olvida)$/.test(wordAt(line, to + 1));

/** `500 mg`, `one tablet`, `2 puffs`; and how often: `twice a day`, `3 veces al día`, `cada 8 horas`. */
export function dosesIn(line: Line): Said[] {
  const out: Said[] = [];
  for (const hit of line.words) {
    if (hit.as === 'unit') {
      const from = numberStart(line, hit.from);
      if (from < hit.from) out.push({ name: 'dose', value: said(line, from, hit.to), from, to: hit.to });
    } else if (
      hit.as === 'frequency' &&
      !isCounted(line, hit.to) &&
      !gradesATrend(line, hit) &&
      !isAmount(line, hit) &&
      !ofAnotherVerb(line, hit)
    ) {
      const from = amountStart(line, hit.from);
      const to = andAnother(line, hit.to);
      if (out.some((one) => one.name === 'frequency' && one.from < to && one.to > from)) continue;
      out.push({ name: 'frequency', value: said(line, from, to), from, to });
    } else if (hit.as === 'route') {
      out.push({ name: 'route', value: said(line, hit.from, hit.to), from: hit.from, to: hit.to });
    } else if (hit.as === 'time' && PER.has(wordAt(line, hit.from - 1))) {
      let i = hit.from - 2;
      if (PER.has(wordAt(line, i))) i -= 1;
      if (!TIMES.has(wordAt(line, i))) continue;
      const first = /^(twice|once)$/.test(wordAt(line, i)) ? i : numberStart(line, i);
      const from = upTo(line, rangeStart(line, first));
      out.push({ name: 'frequency', value: said(line, from, hit.to), from, to: hit.to });
    }
  }
  return out;
}

/** Numbers that are a strength by themselves begin here: `Eutirox de cincuenta`, never `uno`. */
const STRENGTH = 5;

/** `Losartán de cincuenta`, `metformina 850`: the strength without its unit, right after a medicine that ends at `end`. */
export function bareStrength(line: Line, end: number): Said | null {
  if (!spanish(line) || line.segment.speaker === 'unknown') return null;
  let from = end;
  while (from < end + 2 && /^(de|del|la|el|,)$/.test(wordAt(line, from))) from += 1;
  const token = line.tokens[from];
  if (token === undefined || from >= line.to) return null;
  let to = from;
  while (
    to < line.to &&
    (line.words.some((hit) => hit.as === 'number' && hit.from === to) || (to > from && wordAt(line, to) === 'y'))
  )
    to += 1;
  if (token.kind === 'number') to = from + 1;
  const value = token.kind === 'number' ? Number(token.text) : valueAt(line, from);
  if (to === from || value < STRENGTH || /^(y|de|anos?|dias?|semanas?|meses|veces|horas?|%)$/.test(wordAt(line, to)))
    return null;
  if (line.words.some((hit) => (hit.as === 'unit' || hit.as === 'time') && hit.from === to)) return null;
  return { name: 'dose', value: said(line, from, to), from, to };
}
