import type { Turn } from './turn.ts';

/** A sentence's end: its mark and closing quotes, before white space. "Dr. García" and "2.5 mg" are none. */
const SENTENCE_END =
  /(?<!\b(?:dr|dra|sr|sra|srta|mr|mrs|ms|st|vs|aprox|approx|etc|p|ej|e|g|i)\.?)[.?!…]+["'»”)\]]*(?=\s)|\n/giu;

/**
 * Cuts turns that are longer than `maxChars` (UTF-16 code units) at sentence ends, else at white space, else between
 * two code points. Only white space at the cuts is lost. Times are shared out by length.
 */
export function splitLongTurns(turns: readonly Turn[], maxChars: number): Turn[] {
  return turns.flatMap((one) => {
    if (one.text.length <= maxChars) return [one];
    const { startMs, endMs, text } = one;
    const at = (offset: number): number | null =>
      startMs === null || endMs === null ? null : Math.round(startMs + ((endMs - startMs) * offset) / text.length);
    return pieces(text, maxChars).map(({ from, to }, index, all) => ({
      ...one,
      text: text.slice(from, to),
      startMs: index === 0 ? startMs : at(from),
      endMs: index === all.length - 1 ? endMs : at(to),
    }));
  });
}

/** Ranges of at most `max` code units that cover everything of `text` but white space at their edges. */
export function pieces(text: string, max: number): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  let from = skipSpace(text, 0);
  while (from < text.length) {
    const cut = text.length - from <= max ? text.length : from + cutWithin(text.slice(from, from + max));
    let to = cut;
    while (to > from && /\s/.test(text[to - 1]!)) to -= 1;
    if (to > from) out.push({ from, to });
    from = skipSpace(text, cut);
  }
  return out;
}

/** Where to cut a window: after its last sentence in the second half, else at its last white space, else at its end. */
function cutWithin(window: string): number {
  let best = 0;
  for (const match of window.matchAll(SENTENCE_END)) best = match.index + match[0].length;
  if (best >= window.length / 2) return best;
  const space = window.search(/\s\S*$/);
  if (space > window.length / 2) return space + 1;
  if (best > 0) return best;
  if (space > 0) return space + 1;
  const last = window.charCodeAt(window.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? window.length - 1 : window.length;
}

function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && /\s/.test(text[to]!)) to += 1;
  return to;
}
