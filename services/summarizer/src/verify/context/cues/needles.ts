interface Piece {
  /** All that it may match; null: more than can be listed. */
  readonly exact: readonly string[] | null;
  /** One of these is part of whatever it matches; null: nothing is known. */
  readonly needles: readonly string[] | null;
  readonly end: number;
}

/** So many spellings of one stretch are told apart. */
const MOST = 96;

const ZERO_WIDTH = /\(\?(?:[=!]|<[=!])|\\[bB]|[\^$]/y;
const GROUP = /\((?:\?:)?/y;
const ESCAPE = /\\(?:[pPu]\{[^}]*\}|.)/sy;
const QUANTIFIER = /(?:[?*+]|\{\d+(?:,\d*)?\})\??/y;

function at(pattern: RegExp, source: string, i: number): string | null {
  pattern.lastIndex = i;
  return pattern.exec(source)?.[0] ?? null;
}

function afterClass(source: string, i: number): number {
  let k = i + 1;
  while (source[k] !== ']') k += source[k] === '\\' ? 2 : 1;
  return k + 1;
}

/** Index after the parenthesis that closes the one at `i`. */
function afterGroup(source: string, i: number): number {
  let depth = 0;
  for (let k = i; ; k += 1) {
    if (source[k] === '\\') k += 1;
    else if (source[k] === '[') k = afterClass(source, k) - 1;
    else if (source[k] === '(') depth += 1;
    else if (source[k] === ')') depth -= 1;
    if (depth === 0) return k + 1;
  }
}

/** The branches of `a|b(?:c|d)`: `a` and `b(?:c|d)`. */
function branchesOf(source: string): string[] {
  const out: string[] = [];
  let from = 0;
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === '\\') i += 1;
    else if (source[i] === '[') i = afterClass(source, i) - 1;
    else if (source[i] === '(') i = afterGroup(source, i) - 1;
    else if (source[i] === '|') {
      out.push(source.slice(from, i));
      from = i + 1;
    }
  }
  return [...out, source.slice(from)];
}

type Known = Omit<Piece, 'end'>;
const UNKNOWN: Known = { exact: null, needles: null };

const union = (all: readonly (readonly string[] | null)[]): string[] | null =>
  all.includes(null) ? null : [...new Set(all.flatMap((one) => one ?? []))];

function quantified({ exact, needles }: Known, quantifier: string | null): Known {
  if (quantifier === null) return { exact, needles };
  if (quantifier.startsWith('?')) return exact === null ? UNKNOWN : { exact: [...exact, ''], needles: null };
  return quantifier.startsWith('*') || quantifier.startsWith('{0') ? UNKNOWN : { exact: null, needles };
}

function pieceAt(source: string, i: number): Piece {
  const zero = at(ZERO_WIDTH, source, i);
  if (zero !== null) {
    return { exact: [''], needles: null, end: zero.startsWith('(') ? afterGroup(source, i) : i + zero.length };
  }
  let known: Known;
  let end: number;
  const escaped = at(ESCAPE, source, i);
  const group = at(GROUP, source, i);
  if (escaped !== null) {
    end = i + escaped.length;
    known = /^\\[^\p{L}\d]$/u.test(escaped) ? of([escaped.slice(1)]) : UNKNOWN;
  } else if (group !== null) {
    end = afterGroup(source, i);
    known = inAlternatives(source.slice(i + group.length, end - 1));
  } else if (source[i] === '[') {
    end = afterClass(source, i);
    const members = source.slice(i + 1, end - 1);
    known = /^\^|[\\-]/.test(members) ? UNKNOWN : of([...members]);
  } else {
    end = i + 1;
    known = source[i] === '.' ? UNKNOWN : of([source[i] as string]);
  }
  const quantifier = at(QUANTIFIER, source, end);
  return { ...quantified(known, quantifier), end: end + (quantifier?.length ?? 0) };
}

const of = (exact: readonly string[]): Known => ({ exact, needles: exact });

function inAlternatives(source: string): Known {
  const all = branchesOf(source).map(inBranch);
  const exact = union(all.map((one) => one.exact));
  return { exact: exact !== null && exact.length > MOST ? null : exact, needles: union(all.map((one) => one.needles)) };
}

const shortest = (all: readonly string[]): number => Math.min(...all.map(({ length }) => length));

/** Of several sets the one whose shortest member is the longest: it is found the least often. */
function inBranch(branch: string): Known {
  const sets: (readonly string[])[] = [];
  let run: readonly string[] = [''];
  let whole = true;
  for (let i = 0; i < branch.length; ) {
    const { exact, needles, end } = pieceAt(branch, i);
    i = end;
    if (exact !== null && run.length * exact.length <= MOST) {
      run = run.flatMap((before) => exact.map((after) => before + after));
      continue;
    }
    whole = false;
    sets.push(run, needles ?? []);
    run = exact ?? [''];
  }
  sets.push(run);
  const told = sets.filter((set) => set.length > 0 && shortest(set) > 0);
  const best = told.toSorted((a, b) => shortest(b) - shortest(a))[0] ?? null;
  return { exact: whole ? run : null, needles: best };
}

interface Needle {
  readonly text: string;
  /** All that its phrase says: a whole word or several. */
  readonly whole: boolean;
}

/**
 * Of a list of phrases, written as alternatives of a regular expression: strings of which each match contains one. Null
 * where some phrase has no such string.
 */
export function needlesOf(list: string): readonly Needle[] | null {
  const out = new Map<string, Needle>();
  for (const { exact, needles } of branchesOf(list).map(inBranch)) {
    if (needles === null) return null;
    for (const text of needles) out.set(text, { text, whole: exact !== null && out.get(text)?.whole !== false });
  }
  return [...out.values()];
}
