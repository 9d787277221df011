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
    }),
  ),
});
export type Accepted = z.infer<typeof Accepted>;

const fileOf = (engine: string): URL => new URL(`../accepted/${engine}.json`, import.meta.url);

export function readAccepted(engine: string): Accepted | null {
  const file = fileOf(engine);
  return existsSync(file) ? Accepted.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

/** Replaces the figures of the corpora that were run; those of others stay. */
export function writeAccepted(engine: string, version: string, figures: readonly Figure[]): void {
  const ran = new Set(figures.map(({ corpus }) => corpus));
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const kept = readAccepted(engine)?.figures.filter(({ corpus }) => !ran.has(corpus)) ?? [];
  const fresh = figures.map(({ corpus, language, name, value, low, high, n, records }) => ({
    corpus,
    language,
    name,
    value: round(value),
    low: round(low),
    high: round(high),
    n,
    records,
  }));
  writeFileSync(fileOf(engine), `${JSON.stringify({ engine, version, figures: [...kept, ...fresh] }, null, 2)}\n`);
}

/** Falls that are noise of rounding or of a handful of records. */
const TOLERANCE = 0.005;

export interface Comparison<F extends Figure = Figure> {
  readonly figure: F;
  readonly accepted: number | null;
  /** Same records as the accepted run: only then the gate judges. */
  readonly same: boolean;
  readonly fell: boolean;
}

export function compare<F extends Figure>(figures: readonly F[], accepted: Accepted | null): Comparison<F>[] {
  return figures.map((figure) => {
    const known = accepted?.figures.find(
      ({ corpus, language, name }) => corpus === figure.corpus && language === figure.language && name === figure.name,
    );
    if (known === undefined) return { figure, accepted: null, same: false, fell: false };
    const same = known.records === figure.records;
    const change = figure.better === 'higher' ? figure.value - known.value : known.value - figure.value;
    return { figure, accepted: known.value, same, fell: figure.gated && same && change < -TOLERANCE };
  });
}
