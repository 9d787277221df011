/**
 * Which records of one partition are finished.
 *
 * Records are delivered in the order of their offsets and finish in any. The committed offset is the first unfinished
 * one; what is finished above it is told by the few that are not, so one slow record costs a few bytes however many
 * others overtake it. Offsets that are never delivered (control records, compacted ones) count as finished.
 *
 *   delivered 5 6 8 9, finished 6 9  ->  base 5, high 10, unfinished below high: 5 8
 */
export interface OffsetSnapshot {
  /** The offset to commit: everything below is finished. */
  readonly base: number;
  /** One above the highest finished offset, or base. */
  readonly high: number;
  /** Unfinished offsets in [base, high), ascending. */
  readonly unfinished: readonly number[];
}

export class OffsetMap {
  /** Ascending, as offsets are only ever added in that order. */
  readonly #unfinished: Set<number>;
  /** Unfinished offsets of the snapshot that have not been delivered again yet, ascending. */
  readonly #awaited: Set<number>;
  readonly #restoredHigh: number;
  #high: number;
  #next: number;

  constructor(start: OffsetSnapshot) {
    this.#unfinished = new Set(start.unfinished);
    this.#awaited = new Set(start.unfinished);
    this.#restoredHigh = start.high;
    this.#high = start.high;
    this.#next = start.base;
  }

  /** The offset to be delivered next, or lower than it where there are gaps. */
  get next(): number {
    return this.#next;
  }

  get base(): number {
    for (const first of this.#unfinished) return first;
    return Math.max(this.#next, this.#high);
  }

  /** Whether the record is to be worked on: false where it is finished, or was delivered before. */
  deliver(offset: number): boolean {
    if (offset < this.#next) return false;
    this.#next = offset + 1;
    for (const awaited of this.#awaited) {
      if (awaited > offset) break;
      this.#awaited.delete(awaited);
      // Deleted from the log meanwhile: it will never come.
      if (awaited < offset) this.#unfinished.delete(awaited);
    }
    if (offset < this.#restoredHigh) return this.#unfinished.has(offset);
    this.#unfinished.add(offset);
    return true;
  }

  finish(offset: number): void {
    if (this.#unfinished.delete(offset) && offset >= this.#high) this.#high = offset + 1;
  }

  snapshot(): OffsetSnapshot {
    const base = this.base;
    const high = Math.max(base, this.#high);
    const unfinished: number[] = [];
    for (const offset of this.#unfinished) {
      if (offset >= high) break;
      unfinished.push(offset);
    }
    return { base, high, unfinished };
  }
}
