import type { SummarizerConfig } from './config.ts';
import { DraftCache } from './draft-cache.ts';
import { createEmbeddedEngine } from './embedded/engine.ts';
import { createOpenAiEngine } from './openai/engine.ts';
import type { Engines } from './summarize.ts';

/** The engine that is configured, what stands in for it, and the memory of its drafts. */
export function createEngines(config: SummarizerConfig): Engines {
  const embedded = createEmbeddedEngine();
  if (config.engine === 'embedded') return { main: embedded, fallback: null, cache: null };
  return {
    main: createOpenAiEngine(config.model),
    fallback: config.unavailable === 'degrade' ? embedded : null,
    cache: config.cache === null ? null : new DraftCache(config.cache),
  };
}
