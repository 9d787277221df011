import type { Summary, Transcript } from '@clinical/contracts';
import { DependencyDownError, TransientError } from '@clinical/runtime';
import type { DraftCache } from './draft-cache.ts';
import type { SummarizerEngine } from './engine.ts';
import { inTurns } from './steps.ts';
import { assembling } from './summary/assemble.ts';

export interface Engines {
  readonly main: SummarizerEngine;
  /** Answers, marked as degraded, while the main one is away; null = jobs wait instead. */
  readonly fallback: SummarizerEngine | null;
  readonly cache: DraftCache | null;
}

/** A transcript's summary by the engine that can be reached. */
export async function summarize(transcript: Transcript, engines: Engines, signal: AbortSignal): Promise<Summary> {
  const { main, fallback, cache } = engines;
  const known = cache?.get(transcript, main.engine) ?? null;
  if (known !== null) {
    const told = { engine: main.engine, degraded: false, usage: null, warnings: known.warnings };
    return inTurns(assembling(transcript, known.draft, told), signal);
  }
  try {
    const result = await main.draft(transcript, { signal });
    cache?.put(transcript, main.engine, result);
    const { draft, usage, warnings } = result;
    const told = { engine: main.engine, degraded: false, usage, warnings };
    return await inTurns(assembling(transcript, draft, told), signal);
  } catch (error) {
    const away = error instanceof DependencyDownError || error instanceof TransientError;
    if (!away || fallback === null || signal.aborted) throw error;
    const { draft, warnings } = await fallback.draft(transcript, { signal });
    const told = {
      code: 'model_unavailable',
      detail: 'The configured model could not be reached; the embedded engine answered.',
    };
    const drafting = { engine: fallback.engine, degraded: true, usage: null, warnings: [...warnings, told] };
    return inTurns(assembling(transcript, draft, drafting), signal);
  }
}
