import { setTimeout as delay } from 'node:timers/promises';
import type { RuntimeConfig } from '../config.ts';
import type { Administration } from '../kafka/administration.ts';
import { Transactions } from '../kafka/transactions.ts';
import { describeError, type Logger } from '../logger.ts';
import type { Intake } from './intake.ts';
import { decodeMetadata } from './metadata.ts';
import type { StageMetrics } from './metrics.ts';
import { Partition } from './partition.ts';
import { RecentJobs } from './recent-jobs.ts';

/** A partition that the group has given to this process. */
export interface Slot {
  readonly partition: number;
  /** Null while it is being acquired. */
  owned: Partition | null;
  readonly recent: RecentJobs | null;
  paused: boolean;
  highWatermark: number;
  readonly abandoned: AbortController;
}

export interface OwnershipOptions {
  readonly config: RuntimeConfig;
  readonly group: string;
  readonly topic: string;
  readonly dropRepeats: boolean;
  /** Topics that its transactions may reach; empty: nothing is swept. */
  readonly reach: readonly string[];
  /** Once aborted, nothing that fails is taken again. */
  readonly stopping: AbortSignal;
}

export interface OwnershipDeps {
  readonly intake: Pick<Intake, 'seek' | 'resume' | 'pause' | 'lastHeartbeat'>;
  readonly administration: Administration;
  readonly metrics: StageMetrics;
  readonly log: Logger;
}

export interface OwnershipEvents {
  /** Something of the partition may be begun, or there is room again. */
  changed(slot: Slot): void;
  /** Nothing of the partition that is in hand can be committed any more. */
  abandoned(slot: Slot): void;
}

const REACQUIRE_MS = 100;

/**
 * From an assignment to an owned partition, and back. Taking one over is fence, read the offsets, seek, in that order;
 * after any failure everything that was known of it is thrown away and it is taken again.
 */
export class Ownership {
  readonly #options: OwnershipOptions;
  readonly #deps: OwnershipDeps;
  readonly #events: OwnershipEvents;
  readonly #slots = new Map<number, Slot>();

  constructor(options: OwnershipOptions, deps: OwnershipDeps, events: OwnershipEvents) {
    this.#options = options;
    this.#deps = deps;
    this.#events = events;
  }

  get slots(): readonly Slot[] {
    return [...this.#slots.values()];
  }

  at(partition: number): Slot | undefined {
    return this.#slots.get(partition);
  }

  /** The group is about to be joined again: what is finished is committed while we are sure to be a member. */
  rebalancing(): void {
    this.settle().catch(() => {});
  }

  /** What we keep goes on where it is, what is new is taken over, of the rest nothing is committed any more. */
  assigned(partitions: readonly number[]): void {
    const mine = new Set(partitions);
    for (const slot of this.slots) if (!mine.has(slot.partition)) this.#abandon(slot);
    for (const partition of partitions) {
      const kept = this.#slots.get(partition);
      if (kept === undefined) this.#acquire(partition);
      else if (kept.owned !== null) {
        kept.owned.resume();
        this.#deps.intake.seek(partition, kept.owned.next);
        if (!kept.paused) this.#deps.intake.resume(partition);
      }
    }
    this.#deps.metrics.partitions.set(partitions.length);
    this.#deps.log.info('Partitions assigned', { count: partitions.length });
  }

  /** Commits what is finished, and that its owner takes its hands off. */
  async settle(): Promise<void> {
    await Promise.all(this.slots.map(({ owned }) => owned?.settle().catch(() => {})));
  }

  /** Lets go of everything. */
  async end(): Promise<void> {
    const owned = this.slots.flatMap((slot) => slot.owned ?? []);
    for (const slot of this.slots) this.#abandon(slot);
    await Promise.all(owned.map((partition) => partition.lose()));
  }

  #acquire(partition: number): void {
    const { config, dropRepeats } = this.#options;
    const slot: Slot = {
      partition,
      owned: null,
      recent: dropRepeats ? new RecentJobs(config.stage.repeatHorizon) : null,
      paused: false,
      highWatermark: 0,
      abandoned: new AbortController(),
    };
    this.#slots.set(partition, slot);
    this.#own(slot).catch((error: unknown) => {
      if (!slot.abandoned.signal.aborted) this.#deps.log.error('A partition was not acquired', describeError(error));
    });
  }

  async #sweep(transactions: Transactions, partition: number): Promise<void> {
    const { group, topic, reach } = this.#options;
    if (reach.length === 0) return;
    const { topics } = await this.#deps.administration.ask((admin) => admin.fetchTopicMetadata({ topics: [...reach] }));
    const places = topics.flatMap(({ name, partitions }) =>
      partitions.map(({ partitionId }) => ({ topic: name, partition: partitionId })),
    );
    await transactions.sweep(places, { group, topic, partition });
  }

  /** Fence, sweep, then read the offsets, then seek: in any other order a predecessor's last commit could be missed. */
  async #own(slot: Slot): Promise<void> {
    const { signal } = slot.abandoned;
    const { config, group, topic } = this.#options;
    const { intake, log } = this.#deps;
    for (;;) {
      signal.throwIfAborted();
      let transactions: Transactions | null = null;
      try {
        transactions = await Transactions.open(config, log, `${group}-${topic}-${slot.partition}`);
        await this.#sweep(transactions, slot.partition);
        const { base, low, metadata } = await this.#committed(slot.partition);
        signal.throwIfAborted();
        const start = Math.max(base, low);
        slot.owned = this.#partition(slot, transactions, start, start === base ? metadata : null);
        intake.seek(slot.partition, Math.max(low, this.#readFrom(slot, start)));
        intake.resume(slot.partition);
        log.info('Partition acquired', { partition: slot.partition, offset: start });
        return;
      } catch (error) {
        await transactions?.close();
        if (signal.aborted) throw error;
        log.warn('Acquiring a partition failed', { partition: slot.partition, ...describeError(error) });
        await this.#heartbeatAfter(Date.now(), signal);
      }
    }
  }

  #partition(slot: Slot, transactions: Transactions, start: number, metadata: string | null): Partition {
    const { config, group, topic } = this.#options;
    const { batchRecords, batchBytes, window } = config.stage;
    return new Partition(
      { topic, partition: slot.partition, group },
      transactions,
      { base: start, ...decodeMetadata(start, metadata) },
      { batchRecords, batchBytes, window },
      {
        changed: () => this.#events.changed(slot),
        committed: (records, ms) => {
          this.#deps.metrics.committed.inc(records);
          this.#deps.metrics.transactions.observe(ms / 1000);
        },
        failed: (error) => this.#failed(slot, error),
      },
    );
  }

  /** A stage that drops repetitions reads one horizon back, to know what came before. */
  #readFrom(slot: Slot, next: number): number {
    return slot.recent === null ? next : Math.max(0, next - this.#options.config.stage.repeatHorizon);
  }

  async #committed(partition: number) {
    const { group, topic } = this.#options;
    const [offsets, ends] = await this.#deps.administration.ask((admin) =>
      Promise.all([admin.fetchOffsets({ groupId: group, topics: [topic] }), admin.fetchTopicOffsets(topic)]),
    );
    const found = offsets[0]?.partitions.find((one) => one.partition === partition);
    const low = Number(ends.find((one) => one.partition === partition)?.low ?? 0);
    const base = Number(found?.offset ?? -1);
    return { base: base < 0 ? low : base, low, metadata: found?.metadata ?? null };
  }

  /**
   * Whoever lost a partition without knowing would fence its new owner by trying again at once. A heartbeat that the
   * coordinator accepted after the failure says that we are still a member.
   */
  async #heartbeatAfter(since: number, signal: AbortSignal): Promise<void> {
    do await delay(REACQUIRE_MS, undefined, { signal });
    while (this.#deps.intake.lastHeartbeat <= since);
  }

  #abandon(slot: Slot): void {
    this.#slots.delete(slot.partition);
    slot.abandoned.abort(new Error('No longer assigned'));
    this.#events.abandoned(slot);
    slot.owned?.lose().catch(() => {});
  }

  /** After any failed transaction nothing that was known of the partition counts any more. */
  #failed(slot: Slot, error: unknown): void {
    if (this.#slots.get(slot.partition) !== slot) return;
    this.#deps.log.warn('A transaction failed; the partition is taken again', {
      partition: slot.partition,
      ...describeError(error),
    });
    this.#deps.metrics.fencings.inc();
    this.#deps.intake.pause(slot.partition);
    this.#abandon(slot);
    if (this.#options.stopping.aborted) return;
    const waiting: Slot = { ...slot, owned: null, abandoned: new AbortController(), paused: false };
    this.#slots.set(slot.partition, waiting);
    this.#heartbeatAfter(Date.now(), waiting.abandoned.signal).then(
      () => {
        if (this.#slots.get(slot.partition) === waiting) this.#acquire(slot.partition);
      },
      () => {},
    );
  }
}
