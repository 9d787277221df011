import { createHash } from 'node:crypto';
import type { Engine, Transcript } from '@clinical/contracts';
import type { DraftResult } from './engine.ts';

/**
 * Drafts of exactly the same conversation by exactly the same engine, model and prompt, for the same tenant. In memory
 * alone, bounded by entries and bytes, the least recently used go first. Verification runs again on every use.
 */
export class DraftCache {
  readonly #kept = new Map<string, { readonly result: DraftResult; readonly bytes: number }>();
  readonly #limits: { readonly entries: number; readonly bytes: number };
  #bytes = 0;

  constructor(limits: { readonly entries: number; readonly bytes: number }) {
    this.#limits = limits;
  }

  get(transcript: Transcript, engine: Engine): DraftResult | null {
    const key = keyOf(transcript, engine);
    const found = this.#kept.get(key);
    if (found === undefined) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.result;
  }

  put(transcript: Transcript, engine: Engine, result: DraftResult): void {
    const key = keyOf(transcript, engine);
    this.#drop(key);
    const bytes = 2 * JSON.stringify(result.draft).length;
    if (bytes > this.#limits.bytes) return;
    this.#kept.set(key, { result, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limits.entries && this.#bytes <= this.#limits.bytes) break;
      this.#drop(oldest);
    }
  }

  get size(): number {
    return this.#kept.size;
  }

  #drop(key: string): void {
    const found = this.#kept.get(key);
    if (found === undefined) return;
    this.#bytes -= found.bytes;
    this.#kept.delete(key);
  }
}

function keyOf(transcript: Transcript, engine: Engine): string {
  const said = transcript.segments.map(({ id, speaker, language, text }) => [id, speaker, language, text]);
  return createHash('sha256')
    .update(JSON.stringify([transcript.tenant, engine, transcript.language, said]))
    .digest('hex');
}
