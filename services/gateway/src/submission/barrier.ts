/** A pass took longer than a caller may wait. */
export class BarrierTimeoutError extends Error {
  override readonly name = 'BarrierTimeoutError';
}

/** Joins callers: all who call while a pass is under way share the next one, which begins after their call. */
export class Barrier {
  readonly #pass: (signal: AbortSignal) => Promise<void>;
  readonly #timeoutMs: number;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(pass: (signal: AbortSignal) => Promise<void>, timeoutMs: number) {
    this.#pass = pass;
    this.#timeoutMs = timeoutMs;
  }

  /** Resolves after a pass that began after this call; rejects where that took too long. */
  wait(): Promise<void> {
    if (this.#running === null) return this.#start();
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = null;
        return this.#start();
      });
    return this.#next;
  }

  #start(): Promise<void> {
    const pass = this.#limited().finally(() => {
      if (this.#running === pass) this.#running = null;
    });
    this.#running = pass;
    return pass;
  }

  /** The limit holds also where the pass does not heed its signal at once. */
  async #limited(): Promise<void> {
    const limit = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        limit.abort();
        reject(new BarrierTimeoutError('The fold is behind, or the broker silent'));
      }, this.#timeoutMs);
    });
    try {
      await Promise.race([this.#pass(limit.signal), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
