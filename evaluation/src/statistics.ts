/** A score of one corpus: counts by record, and the figure that they make when added up. */
export interface Score {
  readonly corpus: string;
  readonly language: 'es' | 'en' | 'all';
  readonly name: string;
  readonly better: 'higher' | 'lower';
  readonly target: number | null;
  /** A fall of this score fails the run. */
  readonly gated: boolean;
  readonly counts: readonly (readonly number[])[];
  readonly figure: (sums: readonly number[]) => number;
}

export interface Figure {
  readonly corpus: string;
  readonly language: string;
  readonly name: string;
  readonly better: 'higher' | 'lower';
  readonly target: number | null;
  readonly gated: boolean;
  readonly value: number;
  /** 95% by bootstrap over records. */
  readonly low: number;
  readonly high: number;
  /** Denominator. */
  readonly n: number;
  readonly records: number;
}

/** hits / cases */
export const ratio = (sums: readonly number[]): number => (sums[0] ?? 0) / (sums[1] ?? 0);
/** From true positives, predicted, gold. */
export const f1 = ([hit = 0, predicted = 0, gold = 0]: readonly number[]): number => (2 * hit) / (predicted + gold);

const RESAMPLES = 1000;

export function toFigure(score: Score): Figure {
  const { corpus, language, name, better, target, gated, counts, figure } = score;
  const value = figure(sumsOf(counts));
  const random = mulberry32(20261122);
  const values: number[] = [];
  for (let i = 0; i < RESAMPLES; i += 1) {
    const sums: number[] = [];
    for (let k = 0; k < counts.length; k += 1) add(sums, counts[Math.floor(random() * counts.length)]!);
    const one = figure(sums);
    if (Number.isFinite(one)) values.push(one);
  }
  values.sort((a, b) => a - b);
  const at = (share: number): number =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;
  const n = sumsOf(counts).at(-1) ?? 0;
  return {
    corpus,
    language,
    name,
    better,
    target,
    gated,
    value,
    low: at(0.025),
    high: at(0.975),
    n,
    records: counts.length,
  };
}

export function sumsOf(counts: readonly (readonly number[])[]): number[] {
  const sums: number[] = [];
  for (const one of counts) add(sums, one);
  return sums;
}

function add(sums: number[], counts: readonly number[]): void {
  counts.forEach((count, i) => {
    sums[i] = (sums[i] ?? 0) + count;
  });
}

/** A small seeded generator: the same intervals in every run. */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
