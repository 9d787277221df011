import { type Line, wordAt } from './reading.ts';

/** A whole number said in words or figures at token `at`: `45`, `seventy six`, `cuarenta y cinco`. Null: none there. */
export function numberFrom(line: Line, at: number): { readonly value: number; readonly to: number } | null {
  const token = line.tokens[at];
  if (token === undefined || at >= line.to) return null;
  if (token.kind === 'number') return /^\d{1,4}$/.test(token.text) ? { value: Number(token.text), to: at + 1 } : null;
  const first = wordValue(line, at) ?? (/^an?$/.test(token.text) && wordAt(line, at + 1) === 'hundred' ? 1 : null);
  if (first === null) return null;
  let { value, to } = { value: first, to: at + 1 };
  const next = wordAt(line, at + 1) === 'and' ? at + 2 : at + 1;
  if (value >= 100 && value % 100 === 0 && wordValue(line, next) !== null) {
    const rest = numberFrom(line, next);
    if (rest !== null && rest.value < 100) return { value: value + rest.value, to: rest.to };
  }
  if (value >= 20 && value % 10 === 0 && value < 100) {
    const unit = wordAt(line, to) === 'y' ? to + 1 : to;
    const ones = wordValue(line, unit);
    if (ones !== null && ones > 0 && ones < 10 && Number.isInteger(ones)) {
      value += ones;
      to = unit + 1;
    }
  } else if (wordAt(line, to) === 'hundred') {
    value *= 100;
    to += 1;
    const rest = numberFrom(line, wordAt(line, to) === 'and' ? to + 1 : to);
    if (rest !== null && rest.value < 100) return { value: value + rest.value, to: rest.to };
  }
  return { value, to };
}

function wordValue(line: Line, at: number): number | null {
  const hit = line.words.find((word) => word.as === 'number' && word.from === at && word.to === at + 1);
  return hit === undefined ? null : Number(hit.value);
}
