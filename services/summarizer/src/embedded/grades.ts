import type { Said } from './attributes.ts';
import { type Line, said, wordAt } from './reading.ts';

const SCALE = new Set(['de', 'sobre', 'of', 'over', '/', 'out']);
const NOUNS = new Set(['severidad', 'intensidad', 'severity', 'intensity', 'gravedad', 'grado']);

export interface Grade extends Said {
  /**
   * It names its noun (`severidad moderada`, `8 out of 10`) or stands alone between commas (`mareos desde hace dos
   * semanas, leves`), and so needs not stand beside the finding.
   */
  readonly free: boolean;
}

function numberAt(line: Line, i: number): string | null {
  const token = line.tokens[i];
  if (token === undefined || i >= line.to) return null;
  if (token.kind === 'number') return /^\d{1,2}$/.test(token.text) ? token.text : null;
  return line.words.find((hit) => hit.as === 'number' && hit.from === i && hit.to === i + 1)?.value ?? null;
}

/** `8 sobre 10`, `7/10`, `eight out of ten`. */
function scales(line: Line): Grade[] {
  const out: Grade[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const whole = /^(\d{1,2})\/10$/.exec(wordAt(line, i));
    if (whole !== null) out.push({ name: 'severity', value: whole[0], from: i, to: i + 1, free: true });
    if (!SCALE.has(wordAt(line, i))) continue;
    const value = numberAt(line, i - 1);
    const to = wordAt(line, i) === 'out' ? i + 2 : i + 1;
    if (value === null || Number(value) > 10 || numberAt(line, to) !== '10' || wordAt(line, to + 1) === 'mg') continue;
    out.push({ name: 'severity', value: `${value}/10`, from: i - 1, to: to + 1, free: true });
  }
  return out;
}

/** How bad it is: graded words by their grade (leve, moderado, grave; mild, moderate, severe), scales as n/10. */
export function gradesIn(line: Line): Grade[] {
  const out = scales(line);
  for (const hit of line.words) {
    if (hit.as !== 'severity') continue;
    const noun = [hit.from - 1, hit.from - 2, hit.to, hit.to + 1].find((i) => NOUNS.has(wordAt(line, i)));
    const inside = said(line, hit.from, hit.to).split(' ').length > 1 && hasNoun(line, hit.from, hit.to);
    const from = noun !== undefined && noun < hit.from ? noun : hit.from;
    const to = noun !== undefined && noun >= hit.to ? noun + 1 : hit.to;
    out.push({
      name: 'severity',
      value: hit.value,
      from,
      to,
      free: inside || noun !== undefined || isApposed(line, hit.from, hit.to),
    });
  }
  return out;
}

const STOP = new Set([',', '.', ';']);

function isApposed(line: Line, from: number, to: number): boolean {
  return wordAt(line, from - 1) === ',' && (to >= line.to || STOP.has(wordAt(line, to)));
}

function hasNoun(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (NOUNS.has(wordAt(line, i))) return true;
  return false;
}
