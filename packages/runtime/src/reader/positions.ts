/**
 * The next offset of each partition in hand, by `topic/partition`. It counts control records and compacted offsets too,
 * so a partition whose last record is a commit marker is read to its end.
 */
export class Positions {
  #next = new Map<string, number>();

  /** Forgets the partitions of an earlier assignment. */
  assign(): void {
    this.#next = new Map();
  }

  reached(topic: string, partition: number, next: number): void {
    this.#next.set(`${topic}/${partition}`, next);
  }

  all(): ReadonlyMap<string, number> {
    return this.#next;
  }
}
