import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '@clinical/contracts';
import type { Kafka } from 'kafkajs';
import type { Registry } from 'prom-client';
import type { Codec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { Administration } from '../kafka/administration.ts';
import { createKafka } from '../kafka/client.ts';
import type { LogRecord } from '../kafka/records.ts';
import { Transactions } from '../kafka/transactions.ts';
import { describeError, type Logger } from '../logger.ts';
import { Breakers } from '../policy/breakers.ts';
import type { Check } from '../service/health.ts';
import type { StageDefinition } from '../stage.ts';
import { type ControlWatcher, watchControl } from './control.ts';
import { Intake } from './intake.ts';
import { identify } from './job.ts';
import { decodeMetadata } from './metadata.ts';
import { type StageMetrics, stageMetrics } from './metrics.ts';
import { Partition } from './partition.ts';
import { waitOutPredecessor } from './predecessor.ts';
import type { Quarantine } from './quarantine.ts';
import { RecentJobs } from './recent-jobs.ts';
import { Work } from './work.ts';

export interface StageDeps {
  readonly codec: Codec;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly quarantine?: Quarantine | null;
}

export interface StageHandle {
  readonly checks: readonly Check[];
  /** Takes nothing new, finishes or hands back what runs within the drain time, commits, leaves. */
  stop(): Promise<void>;
}

const BREAKER_VALUE = { closed: 0, half_open: 1, open: 2 } as const;
/** How many windows' worth of records may wait for dependencies before the intake stops. */
const PARKED_WINDOWS = 4;
const REACQUIRE_MS = 100;
const LAG_MS = 5000;

/** Runs one stage: exactly once from its input topic to whatever its handler returns. See docs/delivery.md. */
export function runStage<I>(definition: StageDefinition<I>, config: RuntimeConfig, deps: StageDeps): StageHandle {
  return new StageRunner(definition as StageDefinition<unknown>, config, deps);
}

interface Slot {
  readonly partition: number;
  /** Null while it is being acquired. */
  owned: Partition | null;
  readonly recent: RecentJobs | null;
  paused: boolean;
  highWatermark: number;
  readonly abandoned: AbortController;
}

class StageRunner implements StageHandle {
  readonly checks: readonly Check[];
  readonly #definition: StageDefinition<unknown>;
  readonly #config: RuntimeConfig;
  readonly #deps: StageDeps;
  readonly #log: Logger;
  readonly #kafka: Kafka;
  readonly #administration: Administration;
  readonly #metrics: StageMetrics;
  readonly #breakers: Breakers;
  readonly #control: ControlWatcher;
  readonly #intake: Intake;
  readonly #slots = new Map<number, Slot>();
  readonly #running = new Map<Work<unknown>, Slot>();
  readonly #stopping = new AbortController();
  readonly #lagTimer: NodeJS.Timeout;
  readonly #started: Promise<void>;
  readonly #sometimesNeeded: ReadonlySet<string>;
  readonly #returning: (() => void)[] = [];
  #parked = 0;
  #turn = 0;
  #scheduled = false;
  #idle: (() => void) | null = null;

  constructor(definition: StageDefinition<unknown>, config: RuntimeConfig, deps: StageDeps) {
    this.#definition = definition;
    this.#config = config;
    this.#deps = deps;
    this.#log = deps.log.child({ stage: definition.name });
    this.#sometimesNeeded = new Set(Object.keys(definition.needs ?? {}));
    this.#kafka = createKafka(config, this.#log);
    this.#administration = new Administration(this.#kafka);
    this.#metrics = stageMetrics(deps.metrics, definition.name);
    this.#metrics.window.set(config.stage.window);
    this.#breakers = new Breakers(config.breaker, (dependency, state) => {
      this.#log.warn('Breaker changed', { dependency, status: state });
      this.#metrics.breaker.set({ dependency }, BREAKER_VALUE[state]);
      this.#schedule();
    });
    this.#control = watchControl(config, { codec: deps.codec, log: this.#log }, (job) => this.#controlled(job));
    this.#intake = new Intake(
      {
        kafka: this.#kafka,
        log: this.#log,
        group: definition.name,
        topic: definition.from.name,
        sessionTimeoutMs: config.kafka.sessionTimeoutMs,
      },
      {
        rebalancing: () => this.#rebalancing(),
        assigned: (partitions) => this.#assigned(partitions),
        wanted: (partition) => this.#slots.get(partition)?.owned?.next ?? null,
        records: (partition, records, highWatermark) => this.#records(partition, records, highWatermark),
      },
    );
    this.checks = [
      { name: 'group', ready: () => this.#intake.joined },
      { name: 'control', ready: () => this.#control.ready() },
    ];
    this.#lagTimer = setInterval(() => this.#measure(), LAG_MS);
    this.#started = this.#start();
  }

  async #start(): Promise<void> {
    // Asked for ahead, so that a registry that goes away later stops nobody.
    this.#deps.codec.warm(Object.values(TOPICS)).catch(() => {});
    await waitOutPredecessor(this.#kafka, this.#definition.name, this.#config, this.#stopping.signal);
    // Nobody works before it is known what is cancelled.
    while (!this.#control.ready() && !this.#stopping.signal.aborted) await delay(10);
    if (!this.#stopping.signal.aborted) this.#intake.start();
  }

  // --- Assignment -----------------------------------------------------------------------------------------------

  #rebalancing(): void {
    this.#metrics.rebalances.inc();
    for (const { owned } of this.#slots.values()) owned?.settle().catch(() => {});
  }

  #assigned(partitions: readonly number[]): void {
    const mine = new Set(partitions);
    for (const slot of [...this.#slots.values()]) if (!mine.has(slot.partition)) this.#abandon(slot);
    for (const partition of partitions) {
      const kept = this.#slots.get(partition);
      if (kept === undefined) this.#acquire(partition);
      else if (kept.owned !== null) {
        kept.owned.resume();
        this.#intake.seek(partition, kept.owned.next);
        if (!kept.paused) this.#intake.resume(partition);
      }
    }
    this.#metrics.partitions.set(partitions.length);
    this.#log.info('Partitions assigned', { count: partitions.length });
  }

  #acquire(partition: number): void {
    const slot: Slot = {
      partition,
      owned: null,
      recent: this.#definition.dropRepeats === true ? new RecentJobs(this.#config.stage.repeatHorizon) : null,
      paused: false,
      highWatermark: 0,
      abandoned: new AbortController(),
    };
    this.#slots.set(partition, slot);
    this.#own(slot).catch((error: unknown) => {
      if (!slot.abandoned.signal.aborted) this.#log.error('A partition was not acquired', describeError(error));
    });
  }

  /** Fence, then read the offsets, then seek: in any other order a predecessor's last commit could be missed. */
  async #own(slot: Slot): Promise<void> {
    const { signal } = slot.abandoned;
    const topic = this.#definition.from.name;
    const group = this.#definition.name;
    const id = `${group}-${topic}-${slot.partition}`;
    for (;;) {
      signal.throwIfAborted();
      let transactions: Transactions | null = null;
      try {
        transactions = await Transactions.open(this.#config, this.#log, id);
        const { base, low, metadata } = await this.#committed(group, topic, slot.partition);
        signal.throwIfAborted();
        const start = Math.max(base, low);
        slot.owned = new Partition(
          { topic, partition: slot.partition, group },
          transactions,
          { base: start, ...decodeMetadata(start, start === base ? metadata : null) },
          {
            batchRecords: this.#config.stage.batchRecords,
            batchBytes: this.#config.stage.batchBytes,
            window: this.#config.stage.window,
          },
          {
            changed: () => this.#changed(slot),
            committed: (records, ms) => {
              this.#metrics.committed.inc(records);
              this.#metrics.transactions.observe(ms / 1000);
            },
            failed: (error) => this.#failed(slot, error),
          },
        );
        const from = Math.max(low, this.#readFrom(slot, start));
        this.#intake.seek(slot.partition, from);
        this.#intake.resume(slot.partition);
        this.#log.info('Partition acquired', { partition: slot.partition, offset: start });
        return;
      } catch (error) {
        await transactions?.close();
        if (signal.aborted) throw error;
        this.#log.warn('Acquiring a partition failed', { partition: slot.partition, ...describeError(error) });
        await this.#heartbeatAfter(Date.now(), signal);
      }
    }
  }

  /** A stage that drops repetitions reads one horizon back, to know what came before. */
  #readFrom(slot: Slot, next: number): number {
    return slot.recent === null ? next : Math.max(0, next - this.#config.stage.repeatHorizon);
  }

  async #committed(group: string, topic: string, partition: number) {
    const [offsets, ends] = await this.#administration.ask((admin) =>
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
    while (this.#intake.lastHeartbeat <= since);
  }

  #abandon(slot: Slot): void {
    this.#slots.delete(slot.partition);
    slot.abandoned.abort(new Error('No longer assigned'));
    for (const [work, at] of this.#running) if (at === slot) work.stop('lost');
    slot.owned?.lose().catch(() => {});
  }

  /** After any failed transaction nothing that was known of the partition counts any more. */
  #failed(slot: Slot, error: unknown): void {
    if (this.#slots.get(slot.partition) !== slot) return;
    this.#log.warn('A transaction failed; the partition is taken again', {
      partition: slot.partition,
      ...describeError(error),
    });
    this.#metrics.fencings.inc();
    this.#intake.pause(slot.partition);
    this.#abandon(slot);
    if (this.#stopping.signal.aborted) return;
    const waiting: Slot = { ...slot, owned: null, abandoned: new AbortController(), paused: false };
    this.#slots.set(slot.partition, waiting);
    this.#heartbeatAfter(Date.now(), waiting.abandoned.signal).then(
      () => {
        if (this.#slots.get(slot.partition) === waiting) this.#acquire(slot.partition);
      },
      () => {},
    );
  }

  // --- Records --------------------------------------------------------------------------------------------------

  #records(partition: number, records: readonly LogRecord[], highWatermark: number): void {
    const slot = this.#slots.get(partition);
    if (slot === undefined || slot.owned === null) return;
    slot.highWatermark = highWatermark;
    const { recent, owned } = slot;
    if (recent === null) owned.deliver(records);
    else {
      const repeats = new Set<number>();
      for (const record of records) {
        const { job_id, attempt } = identify(record);
        if (job_id !== null && recent.isRepeat(job_id, attempt, record.offset)) repeats.add(record.offset);
      }
      this.#metrics.records.inc({ outcome: 'repeated' }, owned.deliver(records, repeats));
    }
    if (
      owned.buffered.records >= this.#config.stage.bufferRecords ||
      owned.buffered.bytes >= this.#config.stage.bufferBytes
    ) {
      slot.paused = true;
      this.#intake.pause(partition);
    }
  }

  #changed(slot: Slot): void {
    if (slot.paused && slot.owned !== null) {
      const { records, bytes } = slot.owned.buffered;
      const { bufferRecords, bufferBytes } = this.#config.stage;
      if (records * 2 < bufferRecords && bytes * 2 < bufferBytes) {
        slot.paused = false;
        this.#intake.resume(slot.partition);
      }
    }
    this.#schedule();
  }

  /** Partitions take turns; within one the order is that of the log. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const slots = [...this.#slots.values()];
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

  #mayBegin(): boolean {
    const { window } = this.#config.stage;
    return (
      this.#running.size - this.#parked < window &&
      this.#parked < PARKED_WINDOWS * window &&
      this.#breakers.admit(this.#sometimesNeeded) &&
      !this.#stopping.signal.aborted
    );
  }

  /** Those who come back from waiting go before those who have not begun. */
  async #park(waiting: Promise<void>): Promise<void> {
    this.#parked += 1;
    this.#schedule();
    try {
      await waiting;
      while (this.#running.size - this.#parked >= this.#config.stage.window) {
        await new Promise<void>((resolve) => this.#returning.push(resolve));
      }
    } finally {
      this.#parked -= 1;
    }
  }

  #begin(slot: Slot, record: LogRecord): void {
    const work = new Work(record, slot.owned!, {
      definition: this.#definition,
      codec: this.#deps.codec,
      breakers: this.#breakers,
      control: this.#control,
      quarantine: this.#deps.quarantine ?? null,
      metrics: this.#metrics,
      log: this.#log,
      retry: this.#config.retry,
      progressAfterMs: this.#config.stage.progressAfterMs,
      parked: (waiting) => this.#park(waiting),
    });
    this.#running.set(work, slot);
    work.run().finally(() => {
      this.#running.delete(work);
      this.#returning.shift()?.();
      if (this.#running.size === 0) this.#idle?.();
      this.#changed(slot);
    });
  }

  #controlled(job: string): void {
    for (const work of this.#running.keys()) {
      if (work.identity.job_id !== job) continue;
      const fate = this.#control.fate(job, work.identity.attempt);
      if (fate !== 'live') work.stop(fate);
    }
  }

  #measure(): void {
    let buffered = 0;
    let oldest = Number.POSITIVE_INFINITY;
    this.#metrics.lag.reset();
    for (const { partition, owned, highWatermark } of this.#slots.values()) {
      if (owned === null) continue;
      buffered += owned.buffered.records;
      oldest = Math.min(oldest, owned.oldest ?? Number.POSITIVE_INFINITY);
      this.#metrics.lag.set({ partition }, Math.max(0, highWatermark - owned.base));
    }
    this.#metrics.buffered.set(buffered);
    this.#metrics.oldest.set(Number.isFinite(oldest) ? Math.max(0, (Date.now() - oldest) / 1000) : 0);
  }

  // --- End ------------------------------------------------------------------------------------------------------

  async stop(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#stopping.abort();
    await this.#started.catch(() => {});
    clearInterval(this.#lagTimer);
    for (const { partition } of this.#slots.values()) this.#intake.pause(partition);
    await this.#drain();
    const owned = [...this.#slots.values()].flatMap((slot) => slot.owned ?? []);
    await Promise.all(owned.map((partition) => partition.settle().catch(() => {})));
    await this.#intake.stop();
    for (const slot of [...this.#slots.values()]) this.#abandon(slot);
    await Promise.all(owned.map((partition) => partition.lose()));
    this.#breakers.close();
    await this.#control.stop();
    await this.#deps.quarantine?.stop();
    await this.#administration.close();
    this.#log.info('Stage stopped');
  }

  async #drain(): Promise<void> {
    if (this.#running.size === 0) return;
    const idle = new Promise<void>((resolve) => {
      this.#idle = resolve;
    });
    for (const work of this.#running.keys()) if (work.waiting) work.stop('stopping');
    const late = setTimeout(() => {
      for (const work of this.#running.keys()) work.stop('stopping');
    }, this.#config.stage.drainMs);
    await idle;
    clearTimeout(late);
  }
}
