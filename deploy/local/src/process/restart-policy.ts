const firstDelayMs = 250;
const longestDelayMs = 30_000;
const steadyAfterMs = 60_000;

/**
 * How long to wait before a dead process is launched again: doubling from 250 ms to 30 s, forgotten once it
 * has lived for a minute. After an unclean death never before `withholdMs`: a member that rejoins its Kafka
 * group while its dead self is still in it stalls the whole group.
 */
export class RestartPolicy {
  readonly #withholdMs: number;
  #deaths = 0;

  constructor(withholdMs: number) {
    this.#withholdMs = withholdMs;
  }

  /** Milliseconds to wait after a death. */
  delayAfter(clean: boolean, livedMs: number): number {
    if (livedMs >= steadyAfterMs) this.#deaths = 0;
    const backOff = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#deaths);
    this.#deaths += 1;
    return clean ? backOff : Math.max(backOff, this.#withholdMs);
  }
}
