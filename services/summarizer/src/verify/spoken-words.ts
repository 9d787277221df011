import type { Token } from '../language/tokens.ts';
import type { Reading, ReadSegment, Span } from './reading.ts';

/** A word in its segment: the index of its token. */
interface Place {
  readonly read: ReadSegment;
  readonly at: number;
}

const indices = new WeakMap<Reading, ReadonlyMap<string, readonly Place[]>>();

/** Decimals are written with a comma or a point. */
const spelling = ({ kind, text }: Token): string => (kind === 'number' ? text.replace(',', '.') : text);

function indexOf(reading: Reading): ReadonlyMap<string, readonly Place[]> {
  const known = indices.get(reading);
  if (known !== undefined) return known;
  const index = new Map<string, Place[]>();
  for (const read of reading.segments) {
    read.tokens.forEach((token, at) => {
      if (token.kind === 'mark') return;
      const places = index.get(spelling(token));
      if (places === undefined) index.set(spelling(token), [{ read, at }]);
      else places.push({ read, at });
    });
  }
  indices.set(reading, index);
  return index;
}

/** Where these words follow one another, marks aside: by the places of the rarest of them, not by reading all again. */
export function placesOfWords(wanted: readonly Token[], reading: Reading): { read: ReadSegment; span: Span }[] {
  const index = indexOf(reading);
  let rarest: readonly Place[] | null = null;
  let offset = 0;
  for (const [i, token] of wanted.entries()) {
    const places = index.get(spelling(token)) ?? [];
    if (rarest === null || places.length < rarest.length) [rarest, offset] = [places, i];
  }
  return (rarest ?? []).flatMap(({ read, at }) => {
    const first = reach(read.tokens, at, wanted.slice(0, offset).reverse(), -1);
    const last = first === null ? null : reach(read.tokens, at, wanted.slice(offset + 1), 1);
    if (first === null || last === null) return [];
    return [{ read, span: { start: read.tokens[first]!.start, end: read.tokens[last]!.end } }];
  });
}

/** The token to which the words go on from `at`, forwards or backwards; null where they don't. */
function reach(tokens: readonly Token[], at: number, wanted: readonly Token[], step: 1 | -1): number | null {
  let i = at;
  for (const token of wanted) {
    i += step;
    while (tokens[i]?.kind === 'mark') i += step;
    const said = tokens[i];
    if (said === undefined || spelling(said) !== spelling(token)) return null;
  }
  return i;
}
