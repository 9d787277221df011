import { needlesOf } from './needles.ts';

/** Letters apart, digits as one, all else as what stands between words: coarse, so that nothing is missed. */
const CLASSES = 32;
const BETWEEN = 0;
const OTHER_LETTER = 27;
const DIGIT = 28;
const classOf = new Uint8Array(65_536);
for (let code = 0; code < classOf.length; code += 1) {
  const unit = String.fromCharCode(code);
  if (unit >= 'a' && unit <= 'z') classOf[code] = code - 96;
  else if (unit >= '0' && unit <= '9') classOf[code] = DIGIT;
  else if (/\p{L}/u.test(unit)) classOf[code] = OTHER_LETTER;
}

/** Of a long needle its beginning is enough. */
const LONGEST = 8;
/** Each list has a bit in one of two words. */
const MOST_LISTS = 64;
const lists = new Map<RegExp, number>();

/** A tree of needles by the classes of their units; once it is read, each node also goes on where it has no branch. */
const next: number[] = Array.from({ length: CLASSES }, () => 0);
const bits: (readonly [low: number, high: number])[] = [[0, 0]];
let automaton: { readonly next: Int32Array; readonly low: Int32Array; readonly high: Int32Array } | null = null;

/**
 * Most of the long lists of phrases have nothing in most sentences, and a regular expression of a hundred phrases takes
 * its time to say so. One walk over a text tells for all lists at once which of them may match there at all: those of
 * which a needle occurs, that is a string that some of its phrases cannot do without. The others need not be asked.
 */
export function enlist(pattern: RegExp, list: string): void {
  const needles = needlesOf(list);
  if (needles === null || lists.size === MOST_LISTS) return;
  const number = lists.size;
  lists.set(pattern, number);
  for (const { text, whole } of needles) plant(whole ? ` ${text} ` : text, number);
  automaton = null;
}

function plant(needle: string, list: number): void {
  let node = 0;
  for (const unit of needle.slice(0, LONGEST)) {
    const branch = node * CLASSES + (classOf[unit.charCodeAt(0)] as number);
    if (next[branch] === 0) {
      next[branch] = bits.push([0, 0]) - 1;
      for (let i = 0; i < CLASSES; i += 1) next.push(0);
    }
    node = next[branch] as number;
  }
  const [low, high] = bits[node] as readonly [number, number];
  bits[node] = list < 32 ? [low | (1 << list), high] : [low, high | (1 << (list - 32))];
}

/** After Aho and Corasick: where no needle goes on, the longest end of what was read with which one begins. */
function grown(): NonNullable<typeof automaton> {
  const to = Int32Array.from(next);
  const low = Int32Array.from(bits, ([one]) => one);
  const high = Int32Array.from(bits, ([, other]) => other);
  const shorter = new Int32Array(bits.length);
  const queue = [0];
  for (const node of queue) {
    for (let i = 0; i < CLASSES; i += 1) {
      const branch = node * CLASSES + i;
      const onward = node === 0 ? 0 : (to[(shorter[node] as number) * CLASSES + i] as number);
      const child = to[branch] as number;
      if (child === 0) to[branch] = onward;
      else {
        shorter[child] = onward;
        low[child] = (low[child] as number) | (low[onward] as number);
        high[child] = (high[child] as number) | (high[onward] as number);
        queue.push(child);
      }
    }
  }
  return { next: to, low, high };
}

/** What a text holds: the bits of the lists. */
interface Sifted {
  readonly text: string;
  readonly low: number;
  readonly high: number;
}

function sift(text: string): Sifted {
  automaton ??= grown();
  const { next: to, low: lows, high: highs } = automaton;
  let node = to[BETWEEN] as number;
  let low = 0;
  let high = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const unit = i < text.length ? (classOf[text.charCodeAt(i)] as number) : BETWEEN;
    node = to[node * CLASSES + unit] as number;
    low |= lows[node] as number;
    high |= highs[node] as number;
  }
  return { text, low, high };
}

/** The lists ask of one text after the other, and of two by turns: a sentence, and what stands before the mention. */
let last: Sifted = { text: '', low: 0, high: 0 };
let lastButOne = last;

/** False where a pattern has nothing in a text; of a pattern that is not enlisted nothing is known. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const list = lists.get(pattern);
  if (list === undefined) return true;
  if (last.text !== text) {
    const before = last;
    last = lastButOne.text === text ? lastButOne : sift(text);
    lastButOne = before;
  }
  return ((list < 32 ? last.low >>> list : last.high >>> (list - 32)) & 1) === 1;
}
