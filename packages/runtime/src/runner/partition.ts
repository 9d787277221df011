import type { LogRecord } from '../kafka/records.ts';
import { sizeOf } from '../kafka/records.ts';
import type { OutMessage, Transactions } from '../kafka/transactions.ts';
import { encodeMetadata, METADATA_MAX_BYTES, type Note, type OffsetMetadata, snapshotOf } from './metadata.ts';
import { OffsetMap } from './offset-map.ts';

/** Starting new work stops at three quarters of what the broker takes as metadata. */
const METADATA_PRESSURE = METADATA_MAX_BYTES * 0.75;

export interface PartitionLimits {
  readonly batchRecords: number;
  readonly batchBytes: number;
  /** Records in the hands of handlers, at most. */
  readonly window: number;
}

export interface PartitionEvents {
  /** Something may be started, or there is room again. */
  changed(): void;
  committed(records: number, ms: number): void;
  /** What was known of the partition is void: it must be fenced and restored again, or left alone. */
  failed(error: unknown): void;
}

interface Finished {
  readonly offset: number;
  readonly messages: readonly OutMessage[];
  readonly bytes: number;
}

interface Told {
  readonly offset: number;
  readonly note: Note;
  readonly messages: readonly OutMessage[];
}

const NO_NOTE: Note = { started: false, delayed: false, tries: 0 };

/**
 * One input partition while this process owns it: what has been delivered, what is finished, and the transactions that
 * commit it. One transaction at a time; whatever finishes meanwhile goes with the next, so a lone record does not wait
 * and many share one. After `lose` nothing of it is committed any more.
 */
export class Partition {
  readonly topic: string;
  readonly partition: number;
  readonly group: string;
  readonly #transactions: Transactions;
  readonly #limits: PartitionLimits;
  readonly #events: PartitionEvents;
  readonly #map: OffsetMap;
  readonly #notes: Map<number, Note>;
  readonly #suspectsBelow: number;
  #mark = 0;
  /** The mark that is in the log. */
  #marked = 0;
  /** How many more records may only begin under the mark. */
  #cautious: number;
  #dirty = false;
  #opened: 'no' | 'opening' | 'yes' = 'no';
  #queue: LogRecord[] = [];
  #queueBytes = 0;
  #finished: Finished[] = [];
  #finishedBytes = 0;
  #told: Told[] = [];
  #commitWanted = false;
  #committing: Promise<void> | null = null;
  #metadataBytes = 0;
  #lost = false;

  constructor(
    at: { topic: string; partition: number; group: string },
    transactions: Transactions,
    restored: OffsetMetadata & { readonly base: number },
    limits: PartitionLimits,
    events: PartitionEvents,
  ) {
    this.topic = at.topic;
    this.partition = at.partition;
    this.group = at.group;
    this.#transactions = transactions;
    this.#limits = limits;
    this.#events = events;
    this.#map = new OffsetMap(snapshotOf(restored.base, restored));
    this.#notes = new Map(restored.notes);
    this.#cautious = restored.dirty ? 2 * limits.batchRecords + limits.window : 0;
    this.#suspectsBelow = restored.dirty ? restored.mark : 0;
    this.#mark = restored.dirty ? restored.mark : 0;
  }

  /** Where delivery goes on. */
  get next(): number {
    return this.#map.next;
  }

  get base(): number {
    return this.#map.base;
  }

  get lost(): boolean {
    return this.#lost;
  }

  /** Fetched and not begun. */
  get buffered(): { readonly records: number; readonly bytes: number } {
    return { records: this.#queue.length, bytes: this.#queueBytes };
  }

  /** Millisecond timestamp of the oldest record that is not begun, or null. */
  get oldest(): number | null {
    return this.#queue[0]?.timestamp ?? null;
  }

  /** Takes records over; `repeats` are done with at once. Answers how many of those there were. */
  deliver(records: readonly LogRecord[], repeats: ReadonlySet<number> = new Set()): number {
    let repeated = 0;
    for (const record of records) {
      if (!this.#map.deliver(record.offset)) continue;
      if (repeats.has(record.offset)) {
        repeated += 1;
        this.finish(record.offset, []);
        continue;
      }
      this.#queue.push(record);
      this.#queueBytes += sizeOf(record);
    }
    if (this.#queue.length > 0 && this.#opened === 'no') this.#open();
    this.#events.changed();
    return repeated;
  }

  /**
   * Before an owner's first record begins, the log says that there is an owner at work; so its death can be told from
   * its leaving.
   */
  #open(): void {
    this.#opened = 'opening';
    this.#dirty = true;
    if (this.#cautious > 0) this.#extendMark();
    else {
      this.#commitWanted = true;
      this.#commit();
    }
  }

  /**
   * After an unclean takeover as many records as can have been in hand at the death (in flight, or finished and not
   * committed) begin only when the log says that they may have. Those that are still unfinished when this owner dies
   * too are suspects of having killed both.
   */
  #extendMark(): void {
    const last = this.#queue[Math.min(this.#queue.length, this.#limits.window) - 1]!;
    this.#mark = Math.max(this.#mark, last.offset + 1);
    this.#commitWanted = true;
    this.#commit();
  }

  /** The next record to begin, where there is room for what comes of it. */
  take(): LogRecord | null {
    const room =
      this.#finished.length < 2 * this.#limits.batchRecords &&
      this.#finishedBytes < 2 * this.#limits.batchBytes &&
      this.#metadataBytes < METADATA_PRESSURE;
    if (this.#lost || this.#opened !== 'yes' || !room) return null;
    const record = this.#queue[0];
    if (record === undefined) return null;
    if (this.#cautious > 0) {
      if (record.offset >= this.#marked) {
        this.#extendMark();
        return null;
      }
      this.#cautious -= 1;
    }
    this.#queue.shift();
    this.#queueBytes -= sizeOf(record);
    return record;
  }

  /** Whether the record was in flight when two owners in a row died. */
  isSuspect(offset: number): boolean {
    return offset < this.#suspectsBelow;
  }

  noteOf(offset: number): Note {
    return this.#notes.get(offset) ?? NO_NOTE;
  }

  /** Commits what the record has told so far, and that it has. */
  tell(offset: number, change: Partial<Note>, messages: readonly OutMessage[]): void {
    const note = { ...this.noteOf(offset), ...change };
    this.#notes.set(offset, note);
    this.#told.push({ offset, note, messages });
    this.#commit();
  }

  /** The record is done with; its messages are committed together with that. */
  finish(offset: number, messages: readonly OutMessage[]): void {
    if (this.#lost) return;
    const bytes = messages.reduce((sum, message) => sum + (message.value?.length ?? 0) + 500, 0);
    this.#finished.push({ offset, messages, bytes });
    this.#finishedBytes += bytes;
    this.#commit();
  }

  /** Commits everything finished and that the owner takes its hands off; for a stop or before a rebalance. */
  async settle(): Promise<void> {
    if (!this.#dirty || this.#lost) return this.flush();
    this.#dirty = false;
    this.#commitWanted = true;
    this.#commit();
    await this.flush();
  }

  /** The owner goes on after `settle`; the next commit says so. */
  resume(): void {
    if (this.#opened !== 'no') this.#dirty = true;
  }

  async flush(): Promise<void> {
    while (this.#committing !== null) await this.#committing;
  }

  /** Drops everything; work that is still running finds its partition lost. */
  async lose(): Promise<void> {
    if (this.#lost) return;
    this.#lost = true;
    this.#queue = [];
    this.#queueBytes = 0;
    this.#finished = [];
    this.#told = [];
    await this.#transactions.close();
  }

  #commit(): void {
    if (this.#committing !== null || this.#lost) return;
    // In the next turn, so that records that finish together share a transaction.
    this.#committing = new Promise<void>((resolve) => setImmediate(resolve))
      .then(() => this.#commitAll())
      .catch((error: unknown) => {
        if (!this.#lost) this.#events.failed(error);
      })
      .finally(() => {
        this.#committing = null;
        if (this.#pending()) this.#commit();
      });
  }

  #pending(): boolean {
    return !this.#lost && (this.#finished.length > 0 || this.#told.length > 0 || this.#commitWanted);
  }

  async #commitAll(): Promise<void> {
    while (this.#pending()) {
      const began = performance.now();
      this.#commitWanted = false;
      const batch = this.#takeFinished();
      const told = this.#told;
      this.#told = [];
      const done = new Set(batch.map(({ offset }) => offset));
      const messages = told.filter(({ offset }) => !done.has(offset)).flatMap((one) => one.messages);
      for (const one of batch) {
        this.#map.finish(one.offset);
        this.#notes.delete(one.offset);
        messages.push(...one.messages);
      }
      const { base, high, unfinished } = this.#map.snapshot();
      if (this.#mark <= base) this.#mark = 0;
      const mark = this.#mark;
      const metadata = encodeMetadata(base, {
        high,
        unfinished,
        notes: this.#notes,
        dirty: this.#dirty,
        mark: this.#dirty ? mark : 0,
      });
      this.#metadataBytes = metadata.length;
      await this.#transactions.commit(messages, {
        group: this.group,
        topic: this.topic,
        partition: this.partition,
        offset: base,
        metadata,
      });
      this.#marked = Math.max(this.#marked, mark);
      if (this.#opened === 'opening') this.#opened = 'yes';
      this.#events.committed(batch.length, performance.now() - began);
      this.#events.changed();
    }
  }

  #takeFinished(): Finished[] {
    let bytes = 0;
    let count = 0;
    for (const one of this.#finished) {
      if (count > 0 && (count >= this.#limits.batchRecords || bytes + one.bytes > this.#limits.batchBytes)) break;
      bytes += one.bytes;
      count += 1;
    }
    this.#finishedBytes -= bytes;
    return this.#finished.splice(0, count);
  }
}
