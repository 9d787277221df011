import { setTimeout as delay } from 'node:timers/promises';
import { TOPICS } from '@clinical/contracts';
import type { Kafka } from 'kafkajs';
import type { Registry } from 'prom-client';
import type { Codec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { Administration } from '../kafka/administration.ts';
import { createKafka } from '../kafka/client.ts';
import type { LogRecord } from '../kafka/records.ts';
import type { Logger } from '../logger.ts';
import { Breakers } from '../policy/breakers.ts';
import type { Check } from '../service/health.ts';
import type { StageDefinition } from '../stage.ts';
import { type ControlWatcher, watchControl } from './control.ts';
import { Intake } from './intake.ts';
import { identify } from './job.ts';
import { type StageMetrics, stageMetrics } from './metrics.ts';
import { Ownership, type Slot } from './ownership.ts';
import { waitOutPredecessor } from './predecessor.ts';
import type { Quarantine } from './quarantine.ts';
import { Window } from './window.ts';
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

/** What a stage's transactions may have written to; a line of a test that doesn't say so is not swept. */
const reachOf = ({ to }: StageDefinition<unknown>): string[] =>
  to === undefined ? [] : [...to, TOPICS.results, TOPICS.deadLetters].map(({ name }) => name);

const BREAKER_VALUE = { closed: 0, half_open: 1, open: 2 } as const;
const LAG_MS = 5000;

/** Runs one stage: exactly once from its input topic to whatever its handler returns. See docs/delivery.md. */
export function runStage<I>(definition: StageDefinition<I>, config: RuntimeConfig, deps: StageDeps): StageHandle {
  return new StageRunner(definition as StageDefinition<unknown>, config, deps);
}

/**
 * Puts the parts together: the intake fetches, the ownership says whose partition it is, the window has records worked
 * on, and each partition commits what is finished.
 */
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
  readonly #ownership: Ownership;
  readonly #window: Window;
  readonly #stopping = new AbortController();
  readonly #lagTimer: NodeJS.Timeout;
  readonly #started: Promise<void>;

  constructor(definition: StageDefinition<unknown>, config: RuntimeConfig, deps: StageDeps) {
    this.#definition = definition;
    this.#config = config;
    this.#deps = deps;
    this.#log = deps.log.child({ stage: definition.name });
    this.#kafka = createKafka(config, this.#log);
    this.#administration = new Administration(this.#kafka);
    this.#metrics = stageMetrics(deps.metrics, definition.name);
    this.#metrics.window.set(config.stage.window);
    this.#breakers = new Breakers(config.breaker, (dependency, state) => {
      this.#log.warn('Breaker changed', { dependency, status: state });
      this.#metrics.breaker.set({ dependency }, BREAKER_VALUE[state]);
      this.#window.fill();
    });
    const sometimesNeeded = new Set(Object.keys(definition.needs ?? {}));
    this.#window = new Window({
      size: config.stage.window,
      parked: config.stage.parkedWindows * config.stage.window,
      slots: () => this.#ownership.slots,
      admits: () => !this.#stopping.signal.aborted && this.#breakers.admit(sometimesNeeded),
      work: (slot, record) => this.#work(slot, record),
      done: (slot) => this.#changed(slot),
    });
    this.#control = watchControl(config, { codec: deps.codec, log: this.#log }, (job) => {
      this.#window.stop(job, (attempt) => {
        const fate = this.#control.fate(job, attempt);
        return fate === 'live' ? null : fate;
      });
    });
    const group = definition.name;
    const topic = definition.from.name;
    this.#intake = new Intake(
      { kafka: this.#kafka, log: this.#log, group, topic, limits: config.kafka },
      {
        rebalancing: () => {
          this.#metrics.rebalances.inc();
          this.#ownership.rebalancing();
        },
        assigned: (partitions) => this.#ownership.assigned(partitions),
        wanted: (partition) => this.#ownership.at(partition)?.owned?.next ?? null,
        records: (partition, records, highWatermark) => this.#records(partition, records, highWatermark),
      },
    );
    this.#ownership = new Ownership(
      {
        config,
        group,
        topic,
        dropRepeats: definition.dropRepeats === true,
        reach: reachOf(definition),
        stopping: this.#stopping.signal,
      },
      { intake: this.#intake, administration: this.#administration, metrics: this.#metrics, log: this.#log },
      { changed: (slot) => this.#changed(slot), abandoned: (slot) => this.#window.abandon(slot) },
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

  #records(partition: number, records: readonly LogRecord[], highWatermark: number): void {
    const slot = this.#ownership.at(partition);
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
    const { bufferRecords, bufferBytes } = this.#config.stage;
    if (owned.buffered.records >= bufferRecords || owned.buffered.bytes >= bufferBytes) {
      slot.paused = true;
      this.#intake.pause(partition);
    }
  }

  /** Fetching goes on once half of the buffer is free again, so that it does not go on and off. */
  #changed(slot: Slot): void {
    if (slot.paused && slot.owned !== null) {
      const { records, bytes } = slot.owned.buffered;
      const { bufferRecords, bufferBytes } = this.#config.stage;
      if (records * 2 < bufferRecords && bytes * 2 < bufferBytes) {
        slot.paused = false;
        this.#intake.resume(slot.partition);
      }
    }
    this.#window.fill();
  }

  #work(slot: Slot, record: LogRecord): Work<unknown> {
    return new Work(record, slot.owned!, {
      definition: this.#definition,
      codec: this.#deps.codec,
      breakers: this.#breakers,
      control: this.#control,
      quarantine: this.#deps.quarantine ?? null,
      metrics: this.#metrics,
      log: this.#log,
      retry: this.#config.retry,
      progressAfterMs: this.#config.stage.progressAfterMs,
      parked: (waiting) => this.#window.park(waiting),
    });
  }

  #measure(): void {
    let buffered = 0;
    let oldest = Number.POSITIVE_INFINITY;
    this.#metrics.lag.reset();
    for (const { partition, owned, highWatermark } of this.#ownership.slots) {
      if (owned === null) continue;
      buffered += owned.buffered.records;
      oldest = Math.min(oldest, owned.oldest ?? Number.POSITIVE_INFINITY);
      this.#metrics.lag.set({ partition }, Math.max(0, highWatermark - owned.base));
    }
    this.#metrics.buffered.set(buffered);
    this.#metrics.oldest.set(Number.isFinite(oldest) ? Math.max(0, (Date.now() - oldest) / 1000) : 0);
  }

  async stop(): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    this.#stopping.abort();
    await this.#started.catch(() => {});
    clearInterval(this.#lagTimer);
    for (const { partition } of this.#ownership.slots) this.#intake.pause(partition);
    await this.#window.drain(this.#config.stage.drainMs);
    await this.#ownership.settle();
    await this.#intake.stop();
    await this.#ownership.end();
    this.#breakers.close();
    await this.#control.stop();
    await this.#deps.quarantine?.stop();
    await this.#administration.close();
    this.#log.info('Stage stopped');
  }
}
