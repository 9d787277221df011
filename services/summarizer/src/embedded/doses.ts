import type { Said } from './attributes.ts';
import { type Line, said, wordAt } from './reading.ts';

const TIMES = new Set(['times', 'time', 'veces', 'vez', 'twice', 'once']);
const PER = new Set(['a', 'per', 'al', 'por', 'each', 'every', 'la', 'cada', 'daily', 'diarias', 'diaria']);

function numberStart(line: Line, end: number): number {
  const token = line.tokens[end - 1];
  if (token === undefined || end - 1 < line.from) return end;
  let from = token.kind === 'number' ? end - 1 : end;
  for (const hit of line.words) {
    if (
      hit.to === end &&
      (hit.as === 'number' || (hit.as === 'vague' && /^(a|an|un|una)$/.test(wordAt(line, hit.from))))
    ) {
      from = Math.min(from, hit.from);
    }
  }
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

/** `500 mg`, `one tablet`, `2 puffs`; and how often: `twice a day`, `3 veces al día`, `cada 8 horas`. */
export function dosesIn(line: Line): Said[] {
  const out: Said[] = [];
  for (const hit of line.words) {
    if (hit.as === 'unit') {
      const from = numberStart(line, hit.from);
      if (from < hit.from) out.push({ name: 'dose', value: said(line, from, hit.to), from, to: hit.to });
    } else if (hit.as === 'frequency') {
      out.push({ name: 'frequency', value: said(line, hit.from, hit.to), from: hit.from, to: hit.to });
    } else if (hit.as === 'route') {
      out.push({ name: 'route', value: said(line, hit.from, hit.to), from: hit.from, to: hit.to });
    } else if (hit.as === 'time' && PER.has(wordAt(line, hit.from - 1))) {
      let i = hit.from - 2;
      if (PER.has(wordAt(line, i))) i -= 1;
      if (!TIMES.has(wordAt(line, i))) continue;
      const from = /^(twice|once)$/.test(wordAt(line, i)) ? i : numberStart(line, i);
      out.push({ name: 'frequency', value: said(line, from, hit.to), from, to: hit.to });
    }
  }
  return out;
}
