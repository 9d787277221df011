import type { LogRecord } from '../kafka/records.ts';
import type { Slot } from './ownership.ts';
import type { StoppedError, Work } from './work.ts';

export interface WindowOptions {
  /** Records in the hands of handlers, at most. */
  readonly size: number;
  /** How many beside them may wait for dependencies. */
  readonly parked: number;
  /** Partitions to take records from. */
  readonly slots: () => readonly Slot[];
  /** Whether new records may begin. */
  readonly admits: () => boolean;
  readonly work: (slot: Slot, record: LogRecord) => Work<unknown>;
  readonly done: (slot: Slot) => void;
}

/**
 * What this process has in hand, over all its partitions: so many records and no more, begun in the order of their
 * partition, finished in any. Those that wait for a dependency give their place to others.
 */
export class Window {
  readonly #options: WindowOptions;
  readonly #running = new Map<Work<unknown>, Slot>();
  readonly #returning: (() => void)[] = [];
  #parked = 0;
  #turn = 0;
  #scheduled = false;
  #idle: (() => void) | null = null;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** Begins what may be begun, soon. Partitions take turns; within one the order is that of the log. */
  fill(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const slots = this.#options.slots();
      let refused = 0;
      while (refused < slots.length && this.#mayBegin()) {
        const slot = slots[this.#turn++ % slots.length]!;
        const record = slot.owned?.take() ?? null;
        if (record === null) refused += 1;
        else {
          refused = 0;
          this.#begin(slot, record);
        }
      }
    });
  }

  /** Stops the work of a partition that is no longer ours. */
  abandon(slot: Slot): void {
    for (const [work, at] of this.#running) if (at === slot) work.stop('lost');
  }

  /** Stops a job's work for the reason that the judge gives, if it gives one. */
  stop(job: string, reason: (attempt: number) => StoppedError['reason'] | null): void {
    for (const work of this.#running.keys()) {
      if (work.identity.job_id !== job) continue;
      const why = reason(work.identity.attempt);
      if (why !== null) work.stop(why);
    }
  }

  /** Those who come back from waiting go before those who have not begun. */
  async park(waiting: Promise<void>): Promise<void> {
    this.#parked += 1;
    this.fill();
    try {
      await waiting;
      while (this.#running.size - this.#parked >= this.#options.size) {
        await new Promise<void>((resolve) => this.#returning.push(resolve));
      }
    } finally {
      this.#parked -= 1;
    }
  }

  /** Where nothing more is admitted: hands back what waits, and after `drainMs` what is not finished. */
  async drain(drainMs: number): Promise<void> {
    if (this.#running.size === 0) return;
    const idle = new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
    for (const work of this.#running.keys()) if (work.waiting) work.stop('stopping');
    const late = setTimeout(() => {
      for (const work of this.#running.keys()) work.stop('stopping');
    }, drainMs);
    await idle;
    clearTimeout(late);
  }

  #mayBegin(): boolean {
    const { size, parked, admits } = this.#options;
    return this.#running.size - this.#parked < size && this.#parked < parked && admits();
  }

  #begin(slot: Slot, record: LogRecord): void {
    const work = this.#options.work(slot, record);
    this.#running.set(work, slot);
    work.run().finally(() => {
      this.#running.delete(work);
      this.#returning.shift()?.();
      if (this.#running.size === 0) this.#idle?.();
      this.#options.done(slot);
    });
  }
}
