import type { Found } from './findings.ts';
import { measureAt } from './measures.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const MEASURING =
  /^(?:determinacion|determinaciones|cuantificacion|medicion|mediciones|aclaramiento|excrecion|dosificacion)$/;
const ORDERED = /^(?:solicit|determin|midi|medi|cuantific|analiz|extra)\p{L}+$/u;
const LISTED =
  /^(?:,|y|e|de|del|la|el|los|las|en|orina|sangre|suero|plasma|niveles|unos|cifras|seric[oa]s?|urinari[oa]s?|plasmatic[oa]s?)$/;
const MOST = 20;

/** Laboratory tests that a note says were made or asked for, by what they measure: `determinación de catecolaminas`. */
export function testsOrdered(line: Line, taken: readonly { from: number; to: number }[]): Found[] {
  const out: Found[] = [];
  if (!spanish(line) || line.segment.speaker !== 'unknown' || line.question) return out;
  for (let i = line.from; i < line.to; i += 1) {
    const noun = MEASURING.test(wordAt(line, i)) && /^de(?:l)?$/.test(wordAt(line, i + 1));
    const verb = wordAt(line, i - 1) === 'se' && ORDERED.test(wordAt(line, i));
    if (!noun && !verb) continue;
    const list = measuresAfter(line, i + 1);
    if (list === null) continue;
    const from = noun ? i : list.from;
    if (taken.some((one) => one.from < list.to && one.to > from)) continue;
    out.push({ from, to: list.to, mention: null, kind: 'procedure', name: said(line, from, list.to) });
    i = list.to - 1;
  }
  return out;
}

function measuresAfter(line: Line, start: number): { from: number; to: number } | null {
  let from = -1;
  let to = start;
  for (let i = start; i < line.to && i < start + MOST; ) {
    const measure = measureAt(line, i);
    if (measure?.lab === true) {
      if (from < 0) from = i;
      to = measure.to;
      i = measure.to;
    } else if (LISTED.test(wordAt(line, i))) i += 1;
    else break;
  }
  return from < 0 ? null : { from, to };
}
