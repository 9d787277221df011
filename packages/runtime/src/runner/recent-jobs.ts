/**
 * The (job, attempt) of the last records of a partition. A record is a repetition if the same pair stands at a lower
 * offset less than a horizon away: a property of the log alone, so every owner decides alike, whatever happened to the
 * earlier one. An owner reads a horizon back before its first record.
 */
export class RecentJobs {
  readonly #horizon: number;
  /** Latest offset of each pair, ascending. */
  readonly #latest = new Map<string, number>();

  constructor(horizon: number) {
    this.#horizon = horizon;
  }

  /** Called with every record in the order of offsets, also with those that are finished already. */
  isRepeat(job: string, attempt: number, offset: number): boolean {
    for (const [pair, seen] of this.#latest) {
      if (seen > offset - this.#horizon) break;
      this.#latest.delete(pair);
    }
    const pair = `${job}/${attempt}`;
    const seen = this.#latest.get(pair);
    this.#latest.delete(pair);
    this.#latest.set(pair, offset);
    return seen !== undefined && seen !== offset;
  }
}
