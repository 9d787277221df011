/**
 * The (job, attempt) of the last records of a partition, by offset. A record is a repetition if the same pair stands at
 * a lower offset within the horizon: a property of the log alone, so every owner decides alike, whatever happened to
 * the earlier one. An owner reads a horizon back before its first record.
 */
export class RecentJobs {
  readonly #horizon: number;
  readonly #first = new Map<string, number>();

  constructor(horizon: number) {
    this.#horizon = horizon;
  }

  /** Called with every record in the order of offsets, also with those that are finished already. */
  isRepeat(job: string, attempt: number, offset: number): boolean {
    for (const [pair, seen] of this.#first) {
      if (seen >= offset - this.#horizon) break;
      this.#first.delete(pair);
    }
    const pair = `${job}/${attempt}`;
    const first = this.#first.get(pair);
    if (first !== undefined && first !== offset) return first < offset;
    this.#first.set(pair, offset);
    return false;
  }
}
