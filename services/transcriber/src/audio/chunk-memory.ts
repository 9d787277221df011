import type { Recognised } from '../engines/engine.ts';

export interface ChunkMemoryLimits {
  readonly recordings: number;
  readonly keepMs: number;
}

interface Entry {
  readonly chunks: Map<string, readonly Recognised[]>;
  usedAt: number;
}

/**
 * What was recognised of recordings that are not done yet: after a 429 in the ninth chunk of ten, the next try asks for
 * the ninth and tenth. Bounded in number and time, and only in memory: it holds what was said.
 */
export class ChunkMemory {
  readonly #limits: ChunkMemoryLimits;
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(limits: ChunkMemoryLimits, now: () => number = Date.now) {
    this.#limits = limits;
    this.#now = now;
  }

  /** The chunks of one recording, by what identifies a chunk and how it was asked for. */
  of(recording: string): Map<string, readonly Recognised[]> {
    this.#forgetOld();
    const entry = this.#entries.get(recording) ?? { chunks: new Map(), usedAt: 0 };
    entry.usedAt = this.#now();
    // The order of the map is that of the last use.
    this.#entries.delete(recording);
    this.#entries.set(recording, entry);
    return entry.chunks;
  }

  forget(recording: string): void {
    this.#entries.delete(recording);
  }

  get size(): number {
    this.#forgetOld();
    return this.#entries.size;
  }

  #forgetOld(): void {
    const oldest = this.#now() - this.#limits.keepMs;
    for (const [recording, { usedAt }] of this.#entries) {
      if (usedAt >= oldest && this.#entries.size <= this.#limits.recordings) break;
      this.#entries.delete(recording);
    }
  }
}
