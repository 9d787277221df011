import { hitAt, type Line, wordAt } from './reading.ts';

/** An amount of time: `3 días`, `a couple of weeks`. Tokens `from`..`to`. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

const LINKS = new Set(['o', 'or', 'to', 'a', '-', 'y', 'and']);
const LOOSE = new Set(['more', 'mas', 'full', 'good', 'whole', 'últimos', 'past', 'last', 'or', 'so']);

function numberEndingAt(line: Line, end: number): number {
  let from = end;
  for (const hit of line.words) {
    if ((hit.as === 'number' || hit.as === 'vague') && hit.to === end && hit.from < from) from = hit.from;
  }
  if (from === end && line.tokens[end - 1]?.kind === 'number') from = end - 1;
  return from;
}

/** Every amount of time in the line, leftmost first. */
export function quantitiesIn(line: Line): Quantity[] {
  const out: Quantity[] = [];
  for (const unit of line.words) {
    if (unit.as !== 'time') continue;
    let at = unit.from;
    if (LOOSE.has(wordAt(line, at - 1)) && numberEndingAt(line, at) === at) at -= 1;
    let from = numberEndingAt(line, at);
    if (from === at || from < line.from) continue;
    while (from - 2 >= line.from && LINKS.has(wordAt(line, from - 1))) {
      const before = numberEndingAt(line, from - 1);
      if (before === from - 1 || before < line.from || hitAt(line, 'vague', before) !== undefined) break;
      from = before;
    }
    for (
      let more = numberEndingAt(line, from);
      more < from && more >= line.from && line.tokens[from]?.kind !== 'number';
      more = numberEndingAt(line, from)
    )
      from = more;
    let to = unit.to;
    if ((wordAt(line, to) === 'y' && /^medi[oa]$/.test(wordAt(line, to + 1))) || wordAt(line, to) === 'and') {
      if (wordAt(line, to) === 'y') to += 2;
      else if (wordAt(line, to + 1) === 'a' && wordAt(line, to + 2) === 'half') to += 3;
    }
    out.push({ from, to, unit: unit.value });
  }
  return out;
}
