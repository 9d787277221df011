import { Breaker, type BreakerLimits, type BreakerState } from './breaker.ts';

/** The breakers of one process, by dependency; and which of them each record in hand has met. */
export class Breakers {
  readonly #breakers = new Map<string, Breaker>();
  readonly #involved = new WeakMap<object, Set<string>>();
  readonly #limits: BreakerLimits;
  readonly #changed: (dependency: string, state: BreakerState) => void;

  constructor(limits: BreakerLimits, changed: (dependency: string, state: BreakerState) => void) {
    this.#limits = limits;
    this.#changed = changed;
  }

  of(dependency: string): Breaker {
    let breaker = this.#breakers.get(dependency);
    if (breaker === undefined) {
      breaker = new Breaker(this.#limits, (state) => this.#changed(dependency, state));
      this.#breakers.set(dependency, breaker);
    }
    return breaker;
  }

  involve(record: object, dependency: string): void {
    const met = this.#involved.get(record) ?? new Set();
    met.add(dependency);
    this.#involved.set(record, met);
  }

  met(record: object, dependency: string): boolean {
    return this.#involved.get(record)?.has(dependency) === true;
  }

  /**
   * A record went through. What it had met before answers again; and failures of the others were not in a row.
   */
  settled(record: object): void {
    const met = this.#involved.get(record);
    for (const [dependency, breaker] of this.#breakers) {
      if (breaker.state === 'closed' || met?.has(dependency)) breaker.succeeded();
    }
  }

  /** Whether a record that has not begun may begin, leaving those out of account that it may not need. */
  admit(except: ReadonlySet<string>): boolean {
    for (const [dependency, breaker] of this.#breakers) {
      if (!except.has(dependency) && !breaker.admits) return false;
    }
    return true;
  }

  close(): void {
    for (const breaker of this.#breakers.values()) breaker.close();
  }
}
