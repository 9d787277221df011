import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorpora } from '../corpora.ts';
import { runCorpus } from '../run.ts';
import { type Explained, score } from '../score.ts';
import type { Mistake } from '../scorers/scorer.ts';

interface Scored {
  readonly figures: Explained[];
  readonly mistakes: Mistake[];
  readonly figure: (name: string) => Explained;
}

/** Invented records, written as a corpus of that name, run through the embedded engine and scored. */
export async function scored(name: string, rows: readonly object[]): Promise<Scored> {
  const folder = mkdtempSync(join(tmpdir(), 'evaluation-'));
  try {
    writeFileSync(join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const [corpus] = readCorpora(folder, [name], { limit: 1000, half: null });
    const { outcomes } = await runCorpus(corpus!, { engine: 'embedded', atOnce: 1 });
    const { figures, mistakes } = score(name, outcomes);
    const figure = (wanted: string): Explained => {
      const found = figures.find((one) => one.name === wanted);
      if (found === undefined) throw new Error(`No figure ${wanted}`);
      return found;
    };
    return { figures, mistakes, figure };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
