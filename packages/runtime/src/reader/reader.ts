import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { TopicPolicy } from '@clinical/contracts';
import type { Consumer, EachBatchPayload } from 'kafkajs';
import { type Codec, UndecodableError } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { Administration } from '../kafka/administration.ts';
import { createKafka } from '../kafka/client.ts';
import { type LogRecord, logRecord, type TextHeaders, textHeaders } from '../kafka/records.ts';
import { describeError, type Logger } from '../logger.ts';
import { Positions } from './positions.ts';

export interface ReadRecord {
  readonly topic: TopicPolicy;
  readonly partition: number;
  readonly offset: number;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly key: string | null;
  readonly headers: TextHeaders;
  /** The decoded value; null is a tombstone; undefined could not be decoded, or was not asked to be. */
  readonly value: unknown;
  /** The record as it stands in the log. */
  readonly source: LogRecord;
}

export interface ReaderOptions {
  /** Consumer group; null reads everything by itself, from the beginning, and leaves no trace. */
  readonly group: string | null;
  readonly topics: readonly TopicPolicy[];
  /**
   * Identity of what the records are folded into. Positions are committed with it, and positions that were committed
   * under another identity do not count: an emptied store has a new identity, so every instance reads again from the
   * beginning, whichever partitions it gets. Asked at each start.
   */
  readonly lineage?: () => Promise<string>;
  /** Handles records of one partition, in order. What throws is tried again, after a pause, until it passes. */
  readonly handle: (records: readonly ReadRecord[]) => Promise<void>;
  /** Leave values as bytes. */
  readonly undecoded?: boolean;
}

export interface Reader {
  /** Whether the group was joined and positions are known. */
  ready(): boolean;
  /** Resolves when everything that was in the topics at the time of the call has been handled, here or elsewhere. */
  caughtUp(signal?: AbortSignal): Promise<void>;
  /** Starts again: asks for the lineage, and for the positions that count under it. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 20;
const RETRY_MS = 250;

/** Reads topics at least once, read_committed, and recovers from anything but `stop` by itself. */
export function createReader(
  config: Pick<RuntimeConfig, 'kafka' | 'instance'>,
  deps: { readonly codec: Codec; readonly log: Logger },
  options: ReaderOptions,
): Reader {
  const kafka = createKafka(config, deps.log);
  const administration = new Administration(kafka);
  const group = options.group ?? `reader-${randomUUID()}`;
  const log = deps.log.child({ group });
  const policies = new Map(options.topics.map((topic) => [topic.name, topic]));
  const positions = new Positions();
  const stopping = new AbortController();
  let consumer: Consumer | null = null;
  let end: (() => void) | null = null;
  let ready = false;
  /** Grows with each assignment, so that what belongs to an earlier one can be told. */
  let epoch = 0;

  /** Once per life of a consumer; resolves when it has ended, for whatever reason. */
  async function live(): Promise<void> {
    const lineage = (await options.lineage?.()) ?? '';
    const current = kafka.consumer({
      groupId: group,
      sessionTimeout: config.kafka.sessionTimeoutMs,
      rebalanceTimeout: config.kafka.sessionTimeoutMs * 2,
      heartbeatInterval: Math.min(config.kafka.heartbeatMs, Math.floor(config.kafka.sessionTimeoutMs / 3)),
      maxWaitTimeInMs: config.kafka.fetchMaxWaitMs,
      retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 5, restartOnFailure: async () => false },
    });
    const ended = new Promise<void>((resolve) => {
      end = resolve;
      current.on(current.events.CRASH, () => resolve());
    });
    current.on(current.events.GROUP_JOIN, ({ payload }) => {
      epoch += 1;
      ready = false;
      const assigned = Object.entries(payload.memberAssignment).map(([topic, partitions]) => ({ topic, partitions }));
      current.pause(assigned);
      return place(current, assigned, lineage, epoch).catch((error: unknown) => {
        log.warn('Positions are not known', describeError(error));
        end?.();
      });
    });
    current.on(current.events.END_BATCH_PROCESS, ({ payload }) => {
      positions.reached(payload.topic, payload.partition, Number(payload.lastOffset) + 1);
      commit(current, lineage);
    });
    try {
      consumer = current;
      await current.connect();
      await current.subscribe({ topics: [...policies.keys()], fromBeginning: true });
      await current.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: 8,
        eachBatch: handleBatch,
      });
      await ended;
    } finally {
      ready = false;
      consumer = null;
      await committing;
      await current.disconnect().catch(() => {});
    }
  }

  /** Puts every assigned partition to where its lineage got to, else to its beginning, and lets it go. */
  async function place(
    current: Consumer,
    assigned: { topic: string; partitions: number[] }[],
    lineage: string,
    own: number,
  ): Promise<void> {
    const starts = new Map<string, number>();
    for (const { topic } of assigned) {
      for (const { partition, low } of await administration.ask((a) => a.fetchTopicOffsets(topic))) {
        starts.set(`${topic}/${partition}`, Number(low));
      }
    }
    if (options.group !== null && assigned.length > 0) {
      const topics = assigned.map(({ topic }) => topic);
      for (const { topic, partitions } of await administration.ask((a) => a.fetchOffsets({ groupId: group, topics }))) {
        for (const { partition, offset, metadata } of partitions) {
          const low = starts.get(`${topic}/${partition}`) ?? 0;
          const counts = Number(offset) >= 0 && (metadata ?? '') === lineage;
          if (counts) starts.set(`${topic}/${partition}`, Math.max(low, Number(offset)));
        }
      }
    }
    if (own !== epoch) return;
    const kept = options.group === null ? positions.all() : new Map<string, number>();
    positions.assign();
    for (const { topic, partitions } of assigned) {
      for (const partition of partitions) {
        const start = kept.get(`${topic}/${partition}`) ?? starts.get(`${topic}/${partition}`) ?? 0;
        positions.reached(topic, partition, start);
        current.seek({ topic, partition, offset: String(start) });
      }
    }
    current.resume(assigned);
    ready = true;
  }

  async function handleBatch({ batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload): Promise<void> {
    const topic = policies.get(batch.topic)!;
    const records: ReadRecord[] = [];
    const own = epoch;
    const alive = () => isRunning() && !isStale() && own === epoch && !stopping.signal.aborted;
    let beat: unknown = null;
    const beating = setInterval(() => {
      heartbeat().catch((error: unknown) => {
        beat = error;
      });
    }, config.kafka.heartbeatMs);
    try {
      for (;;) {
        if (!alive()) throw new Error('Left before the batch was handled');
        if (beat !== null) throw beat;
        try {
          for (const message of batch.messages.slice(records.length)) {
            records.push(await readRecord(topic, logRecord(batch.topic, batch.partition, message)));
          }
          await options.handle(records);
          break;
        } catch (error) {
          log.warn('Handling failed and is repeated', { topic: batch.topic, ...describeError(error) });
          await delay(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => {});
        }
      }
    } finally {
      clearInterval(beating);
    }
    const last = batch.messages.at(-1);
    if (last !== undefined) resolveOffset(last.offset);
  }

  async function readRecord(topic: TopicPolicy, record: ReturnType<typeof logRecord>): Promise<ReadRecord> {
    let value: unknown = null;
    if (options.undecoded === true) value = undefined;
    else if (record.value !== null) {
      value = await deps.codec.decode(topic, record.value).catch((error: unknown) => {
        if (error instanceof UndecodableError) return undefined;
        throw error;
      });
    }
    return {
      topic,
      partition: record.partition,
      offset: record.offset,
      timestamp: record.timestamp,
      key: record.key?.toString() ?? null,
      headers: textHeaders(record.headers),
      value,
      source: record,
    };
  }

  let committing: Promise<void> = Promise.resolve();
  let commitWanted = false;
  let commitRunning = false;

  /** One commit in flight; what is reached meanwhile goes with the next. */
  function commit(current: Consumer, lineage: string): void {
    if (options.group === null) return;
    commitWanted = true;
    if (commitRunning) return;
    commitRunning = true;
    committing = (async () => {
      while (commitWanted) {
        commitWanted = false;
        const offsets = [...positions.all()].map(([name, offset]) => {
          const [topic, partition] = name.split('/') as [string, string];
          return { topic, partition: Number(partition), offset: String(offset), metadata: lineage };
        });
        await current.commitOffsets(offsets).catch((error: unknown) => {
          log.debug('Positions were not committed', describeError(error));
        });
      }
      commitRunning = false;
    })();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await live().catch((error: unknown) => {
        log.warn('Reading stopped and will start again', describeError(error));
        return delay(config.kafka.reconnectMs, undefined, { signal: stopping.signal }).catch(() => {});
      });
    }
  }

  async function ends(): Promise<Map<string, number>> {
    const out = new Map<string, number>();
    for (const topic of policies.keys()) {
      for (const { partition, high } of await administration.ask((a) => a.fetchTopicOffsets(topic))) {
        if (Number(high) > 0) out.set(`${topic}/${partition}`, Number(high));
      }
    }
    return out;
  }

  /** Positions of the partitions that other members of the group read. */
  async function elsewhere(): Promise<Map<string, number>> {
    const lineage = (await options.lineage?.()) ?? '';
    const out = new Map<string, number>();
    if (options.group === null) return out;
    const topics = [...policies.keys()];
    for (const { topic, partitions } of await administration.ask((a) => a.fetchOffsets({ groupId: group, topics }))) {
      for (const { partition, offset, metadata } of partitions) {
        if ((metadata ?? '') === lineage) out.set(`${topic}/${partition}`, Number(offset));
      }
    }
    return out;
  }

  const running = run();

  return {
    ready: () => ready,
    async caughtUp(signal) {
      const targets = await ends();
      for (;;) {
        for (const [name, target] of targets) {
          if (ready && (positions.all().get(name) ?? -1) >= target) targets.delete(name);
        }
        const foreign = [...targets.keys()].some((name) => !positions.all().has(name));
        if (foreign && ready) {
          const committed = await elsewhere();
          for (const [name, target] of targets) if ((committed.get(name) ?? -1) >= target) targets.delete(name);
        }
        if (targets.size === 0) return;
        await delay(POLL_MS, undefined, { signal: signal ?? stopping.signal });
      }
    },
    async restart() {
      positions.assign();
      end?.();
    },
    async stop() {
      stopping.abort();
      await committing;
      end?.();
      await consumer?.disconnect().catch(() => {});
      await running;
      if (options.group === null) await administration.ask((a) => a.deleteGroups([group])).catch(() => {});
      await administration.close();
    },
  };
}
