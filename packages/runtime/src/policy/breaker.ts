export type BreakerState = 'closed' | 'open' | 'half_open';

export interface BreakerLimits {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** Pause before the first probe; doubles with each that fails. */
  readonly probeMs: number;
  readonly probeMaxMs: number;
}

/**
 * Stands before one dependency. Open: everyone waits. After a pause one of those who wait goes ahead as a probe; its
 * success closes the breaker and lets all go, its failure opens it again for longer.
 */
export class Breaker {
  #state: BreakerState = 'closed';
  #failures = 0;
  #pauseMs: number;
  #timer: NodeJS.Timeout | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #limits: BreakerLimits;
  readonly #changed: (state: BreakerState) => void;

  constructor(limits: BreakerLimits, changed: (state: BreakerState) => void = () => {}) {
    this.#limits = limits;
    this.#pauseMs = limits.probeMs;
    this.#changed = changed;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Resolves when the caller may try; at once where the breaker is closed. Rejects with the signal's reason. */
  pass(signal: AbortSignal): Promise<void> {
    if (this.#state === 'closed') return Promise.resolve();
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal.removeEventListener('abort', leave);
        this.#waiting.delete(go);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(go);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.add(go);
    });
  }

  succeeded(): void {
    this.#failures = 0;
    if (this.#state === 'closed') return;
    this.#pauseMs = this.#limits.probeMs;
    this.#turn('closed');
    for (const go of [...this.#waiting]) go();
  }

  failed(): void {
    this.#failures += 1;
    if (this.#state === 'half_open' || this.#failures >= this.#limits.failures) this.#open();
  }

  /** It is away for certain: no need to count. */
  down(): void {
    this.#failures += 1;
    this.#open();
  }

  #open(): void {
    if (this.#state === 'open') return;
    if (this.#state === 'half_open') this.#pauseMs = Math.min(this.#limits.probeMaxMs, this.#pauseMs * 2);
    this.#turn('open');
    this.#timer = setTimeout(() => this.#probe(), this.#pauseMs);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Whether a record that nobody knows to need the dependency may begin. */
  get admits(): boolean {
    return this.#state === 'closed' || (this.#state === 'half_open' && this.#waiting.size === 0);
  }

  /** A probe may be cancelled or take for ever, so another follows while the answer is out. */
  #probe(): void {
    this.#turn('half_open');
    this.#timer = setTimeout(() => this.#probe(), this.#limits.probeMaxMs);
    const [first] = this.#waiting;
    first?.();
  }

  #turn(state: BreakerState): void {
    this.close();
    this.#state = state;
    this.#changed(state);
  }
}
