import { summarizerConfig } from '../../services/summarizer/src/config.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { createOpenAiEngine } from '../../services/summarizer/src/openai/engine.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';
import type { Corpus } from './corpora.ts';
import type { Options } from './options.ts';
import type { Outcome } from './scorers/scorer.ts';

export interface Failure {
  readonly id: string;
  readonly language: 'es' | 'en';
  readonly code: string;
}

export interface Ran {
  readonly outcomes: readonly Outcome[];
  /** Records that ended without a summary, with the code of their failure. */
  readonly failures: readonly Failure[];
  readonly seconds: number;
}

/** A corpus through an engine and verification, as the service does it. */
export async function runCorpus(corpus: Corpus, options: Pick<Options, 'engine' | 'atOnce'>): Promise<Ran> {
  const main =
    options.engine === 'embedded' ? createEmbeddedEngine() : createOpenAiEngine(summarizerConfig(process.env).model);
  const engines = { main, fallback: null, cache: null };
  const { signal } = new AbortController();
  const outcomes: Outcome[] = [];
  const failures: Failure[] = [];
  const started = performance.now();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < corpus.records.length; i = next++) {
      const record = corpus.records[i]!;
      try {
        outcomes.push({ record, summary: await summarize(record.transcript, engines, signal) });
      } catch (error) {
        failures.push({
          id: record.id,
          language: record.language,
          code: String((error as { code?: unknown }).code ?? 'unknown'),
        });
      }
    }
  };
  const workers = options.engine === 'embedded' ? 1 : options.atOnce;
  await Promise.all(Array.from({ length: workers }, work));
  return { outcomes, failures, seconds: (performance.now() - started) / 1000 };
}
