import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Figure } from './statistics.ts';

/** Figures alone: no text of any corpus is kept with the project. */
const Accepted = z.strictObject({
  engine: z.string(),
  version: z.string(),
  figures: z.array(
    z.strictObject({
      corpus: z.string(),
      language: z.string(),
      name: z.string(),
      value: z.number(),
      low: z.number(),
      high: z.number(),
      n: z.number(),
      records: z.number(),
      gated: z.boolean().default(true),
    }),
  ),
});
export type Accepted = z.infer<typeof Accepted>;

export function readAccepted(file: string): Accepted | null {
  return existsSync(file) ? Accepted.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Replaces the figures of the corpora that were run; those of others stay. */
export function writeAccepted(file: string, engine: string, version: string, figures: readonly Figure[]): void {
  const ran = new Set(figures.map(({ corpus }) => corpus));
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const kept = readAccepted(file)?.figures.filter(({ corpus }) => !ran.has(corpus)) ?? [];
  const fresh = figures.map(({ corpus, language, name, value, low, high, n, records, gated }) => ({
    corpus,
    language,
    name,
    value: round(value),
    low: round(low),
    high: round(high),
    n,
    records,
    gated,
  }));
  writeFileSync(file, `${JSON.stringify({ engine, version, figures: [...kept, ...fresh] }, null, 2)}\n`);
}

/** Falls that are noise of rounding or of a handful of records. */
const TOLERANCE = 0.005;

export interface Comparison<F extends Figure = Figure> {
  readonly figure: F;
  /** Null: no such figure, or of other records, which compares nothing. */
  readonly accepted: number | null;
  readonly fell: boolean;
}

type Key = Pick<Figure, 'corpus' | 'language' | 'name'>;
const keyOf = ({ corpus, language, name }: Key): string => JSON.stringify([corpus, language, name]);

export function compare<F extends Figure>(figures: readonly F[], accepted: Accepted | null): Comparison<F>[] {
  const known = new Map(accepted?.figures.map((one) => [keyOf(one), one]));
  return figures.map((figure) => {
    const before = known.get(keyOf(figure));
    if (before === undefined || before.records !== figure.records) return { figure, accepted: null, fell: false };
    const change = figure.better === 'higher' ? figure.value - before.value : before.value - figure.value;
    return { figure, accepted: before.value, fell: figure.gated && change < -TOLERANCE };
  });
}

/** Gated scores of corpora that were run whole which this run has no more: as bad as a fall. */
export function lost(figures: readonly Figure[], accepted: Accepted | null): Key[] {
  const there = new Set(figures.map(keyOf));
  const whole = (corpus: string, language: string): boolean => {
    const most = (list: readonly Pick<Figure, 'corpus' | 'language' | 'records'>[]): number =>
      Math.max(
        0,
        ...list.filter((one) => one.corpus === corpus && one.language === language).map(({ records }) => records),
      );
    return most(figures) === most(accepted?.figures ?? []);
  };
  return (accepted?.figures ?? []).filter(
    (one) => one.gated && !there.has(keyOf(one)) && whole(one.corpus, one.language),
  );
}
