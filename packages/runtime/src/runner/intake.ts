import { setTimeout as delay } from 'node:timers/promises';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { RuntimeConfig } from '../config.ts';
import { type LogRecord, logRecord } from '../kafka/records.ts';
import { stickyAssigner } from '../kafka/sticky-assigner.ts';
import { describeError, type Logger } from '../logger.ts';

export interface IntakeOptions {
  readonly kafka: Kafka;
  readonly log: Logger;
  readonly group: string;
  readonly topic: string;
  readonly limits: RuntimeConfig['kafka'];
}

/** What the runner is told. All calls are synchronous: what follows from them is the runner's business. */
export interface IntakeEvents {
  /** The group is about to be joined again; who owns what is open. */
  rebalancing(): void;
  /** Partitions that are ours from now on. New ones are paused, and stay so until `resume`. */
  assigned(partitions: readonly number[]): void;
  /** The position from which a partition's records are wanted next, or null where they are not. */
  wanted(partition: number): number | null;
  records(partition: number, records: readonly LogRecord[], highWatermark: number): void;
}

/**
 * The group membership and the fetching of one topic. Hands records over at once, so that fetching, and the heartbeat
 * that rides on it, never waits for work. A consumer that crashes is replaced by a new one.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #events: IntakeEvents;
  readonly #stopping = new AbortController();
  #consumer: Consumer | null = null;
  #running: Promise<void> = Promise.resolve();
  #end: () => void = () => {};
  #owned: string[] = [];
  #generation = 0;
  #lastHeartbeat = 0;
  #joined = false;
  /** The client's own position, control records included. */
  readonly #cursor = new Map<number, number>();

  constructor(options: IntakeOptions, events: IntakeEvents) {
    this.#options = options;
    this.#events = events;
  }

  get joined(): boolean {
    return this.#joined;
  }

  /** When the coordinator last agreed that we are a member; Date.now() of it. */
  get lastHeartbeat(): number {
    return this.#lastHeartbeat;
  }

  start(): void {
    this.#running = this.#run();
  }

  pause(partition: number): void {
    this.#consumer?.pause([{ topic: this.#options.topic, partitions: [partition] }]);
  }

  resume(partition: number): void {
    this.#consumer?.resume([{ topic: this.#options.topic, partitions: [partition] }]);
  }

  seek(partition: number, offset: number): void {
    this.#cursor.set(partition, offset);
    this.#consumer?.seek({ topic: this.#options.topic, partition, offset: String(offset) });
  }

  /** Leaves the group. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#end();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#live().catch((error: unknown) => {
        this.#options.log.warn('The consumer ended and will be replaced', describeError(error));
        return delay(this.#options.limits.reconnectMs, undefined, { signal: this.#stopping.signal }).catch(() => {});
      });
    }
  }

  async #live(): Promise<void> {
    const { kafka, group, topic, limits } = this.#options;
    const { sessionTimeoutMs, heartbeatMs, fetchMaxWaitMs, fetchPartitionBytes } = limits;
    const consumer = kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: sessionTimeoutMs * 2,
      heartbeatInterval: Math.min(heartbeatMs, Math.floor(sessionTimeoutMs / 4)),
      maxWaitTimeInMs: fetchMaxWaitMs,
      maxBytesPerPartition: fetchPartitionBytes,
      partitionAssigners: [stickyAssigner(() => ({ owned: this.#owned, generation: this.#generation }))],
      retry: { initialRetryTime: 50, maxRetryTime: 1000, retries: 5, restartOnFailure: async () => false },
    });
    const ended = new Promise<void>((resolve, reject) => {
      this.#end = resolve;
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    ended.catch(() => {});
    consumer.on(consumer.events.HEARTBEAT, () => {
      this.#lastHeartbeat = Date.now();
    });
    consumer.on(consumer.events.REBALANCING, () => {
      this.#joined = false;
      this.#events.rebalancing();
    });
    consumer.on(consumer.events.START_BATCH_PROCESS, ({ payload }) => {
      // Only control or aborted records: the client goes on by itself.
      if (payload.batchSize === 0) this.#cursor.set(payload.partition, Number(payload.lastOffset) + 1);
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      const partitions = payload.memberAssignment[topic] ?? [];
      this.#lastHeartbeat = Date.now();
      this.#generation += 1;
      this.#owned = partitions.map((partition) => `${topic}/${partition}`);
      this.#joined = true;
      // Not before: a consumer that has no group yet throws at pause, resume and seek.
      this.#consumer = consumer;
      consumer.pause([{ topic, partitions }]);
      this.#events.assigned(partitions);
    });
    try {
      if (this.#stopping.signal.aborted) return;
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 4,
        eachBatch: (payload) => this.#batch(payload),
      });
      await ended;
    } finally {
      this.#joined = false;
      this.#consumer = null;
      await consumer.disconnect().catch(() => {});
    }
  }

  async #batch({ batch, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
    const last = batch.messages.at(-1);
    const wanted = this.#events.wanted(batch.partition);
    if (last === undefined || isStale() || wanted === null) return;
    const { fetchedOffset } = batch as unknown as { fetchedOffset: string };
    if (Number(fetchedOffset) > (this.#cursor.get(batch.partition) ?? 0)) {
      // Fetched from beyond what was handed over: taking it would skip what lies between.
      this.seek(batch.partition, wanted);
      return;
    }
    const records = batch.messages.map((message) => logRecord(batch.topic, batch.partition, message));
    this.#events.records(batch.partition, records, Number(batch.highWatermark));
    this.#cursor.set(batch.partition, Number(batch.lastOffset()) + 1);
    resolveOffset(last.offset);
  }
}
