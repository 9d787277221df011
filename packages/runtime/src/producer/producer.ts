import { setTimeout as delay } from 'node:timers/promises';
import type { TopicPolicy } from '@clinical/contracts';
import kafkajs, { type Kafka, type Producer as KafkaProducer } from 'kafkajs';
import type { Codec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { createKafka } from '../kafka/client.ts';
import { isHopeless, maybeWritten } from '../kafka/failures.ts';
import { describeError, type Logger } from '../logger.ts';
import { BrokerUnavailableError, ProducerOverloadedError, RecordTooLargeError, UnknownOutcomeError } from './errors.ts';

const { Partitioners } = kafkajs;

export interface ProduceRecord {
  readonly topic: TopicPolicy;
  readonly key: string;
  /** Null is a tombstone. */
  readonly value: object | null;
  readonly headers: { readonly [name: string]: string };
}

export interface Producer {
  /**
   * Resolves once all in-sync replicas have the record. Rejects with ProducerOverloadedError, BrokerUnavailableError or
   * RecordTooLargeError (nothing was written), UnknownOutcomeError (may have been), or what the codec throws.
   */
  send(record: ProduceRecord): Promise<void>;
  /** Whether the broker answered last time; while it did not, `send` fails at once. */
  available(): boolean;
  /** Sends what is queued, within the produce time-out, and disconnects. */
  stop(): Promise<void>;
}

interface Queued {
  readonly topic: string;
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: { readonly [name: string]: string };
  readonly bytes: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Many callers, one produce request in flight: what arrives meanwhile leaves together with the next one. Idempotent,
 * acks=all; a batch is repeated with its own sequence numbers until the time-out, so repetition never doubles. A
 * producer whose last request has an unknown outcome is thrown away.
 */
export function createProducer(
  config: Pick<RuntimeConfig, 'kafka' | 'instance' | 'produce'>,
  deps: { readonly codec: Codec; readonly log: Logger },
): Producer {
  const { queueRecords, queueBytes, batchBytes, retryMs, timeoutMs } = config.produce;
  const requestTimeoutMs = Math.min(config.kafka.requestTimeoutMs, timeoutMs);
  const kafka = createKafka({ ...config, kafka: { ...config.kafka, requestTimeoutMs } }, deps.log);
  const stopping = new AbortController();
  let queue: Queued[] = [];
  let bytes = 0;
  let client: KafkaProducer | null = null;
  let wake = (): void => {};

  const failAll = (error: Error): void => {
    const failed = queue;
    queue = [];
    bytes = 0;
    for (const record of failed) record.reject(error);
  };

  const take = (): Queued[] => {
    let size = 0;
    let count = 0;
    for (const record of queue) {
      if (count > 0 && size + record.bytes > batchBytes) break;
      size += record.bytes;
      count += 1;
    }
    const batch = queue.slice(0, count);
    queue = queue.slice(count);
    bytes -= size;
    return batch;
  };

  const discard = (): void => {
    const old = client;
    client = null;
    old?.disconnect().catch(() => {});
  };

  async function transmit(batch: readonly Queued[]): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    let doubtful = false;
    for (;;) {
      const outcome = await attempt(client!, batch, deadline);
      if (outcome.written) {
        for (const record of batch) record.resolve();
        return;
      }
      doubtful ||= outcome.doubtful;
      if (!outcome.hopeless && Date.now() + retryMs < deadline) {
        await delay(retryMs);
        continue;
      }
      deps.log.warn('Producing failed', { count: batch.length, ...describeError(outcome.error) });
      const error = doubtful
        ? new UnknownOutcomeError('No answer from the broker', { cause: outcome.error })
        : new BrokerUnavailableError('The broker does not take records', { cause: outcome.error });
      for (const record of batch) record.reject(error);
      discard();
      failAll(new BrokerUnavailableError('The broker does not take records', { cause: outcome.error }));
      return;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted || queue.length > 0) {
      if (client === null) {
        client = await connect(kafka).catch((error: unknown) => {
          deps.log.debug('The broker cannot be reached', describeError(error));
          return null;
        });
        if (client === null) {
          failAll(new BrokerUnavailableError('The broker cannot be reached'));
          if (stopping.signal.aborted) return;
          await delay(config.kafka.reconnectMs, undefined, { signal: stopping.signal }).catch(() => {});
        }
        continue;
      }
      if (queue.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      await transmit(take());
    }
  }

  const running = run();

  return {
    async send({ topic, key, value, headers }) {
      if (stopping.signal.aborted) throw new BrokerUnavailableError('The producer is stopped');
      if (client === null) throw new BrokerUnavailableError('The broker cannot be reached');
      const encoded = value === null ? null : await deps.codec.encode(topic, value);
      const size = (encoded?.length ?? 0) + key.length + 500;
      if (size > topic.maxMessageBytes) throw new RecordTooLargeError('Larger than the topic takes');
      if (queue.length >= queueRecords || bytes + size > queueBytes) throw new ProducerOverloadedError('Queue full');
      await new Promise<void>((resolve, reject) => {
        queue.push({ topic: topic.name, key, value: encoded, headers, bytes: size, resolve, reject });
        bytes += size;
        wake();
      });
    },
    available: () => client !== null,
    async stop() {
      stopping.abort();
      wake();
      await running;
      await client?.disconnect().catch(() => {});
      client = null;
    },
  };
}

async function connect(kafka: Kafka): Promise<KafkaProducer> {
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: Partitioners.DefaultPartitioner,
    // One try each: repeating is done above, where the deadline and every try's outcome are known. kafkajs refuses 0 for
    // an idempotent producer, and compares with NaN as with 0 otherwise.
    retry: { initialRetryTime: 1, retries: Number.NaN },
  });
  try {
    await producer.connect();
    return producer;
  } catch (error) {
    await producer.disconnect().catch(() => {});
    throw error;
  }
}

type Outcome =
  | { readonly written: true }
  | { readonly written: false; readonly doubtful: boolean; readonly hopeless: boolean; readonly error: unknown };

async function attempt(client: KafkaProducer, batch: readonly Queued[], deadline: number): Promise<Outcome> {
  const topics = new Map<string, { key: string; value: Buffer | null; headers: Record<string, string> }[]>();
  for (const { topic, key, value, headers } of batch) {
    const messages = topics.get(topic) ?? [];
    messages.push({ key, value, headers: { ...headers } });
    topics.set(topic, messages);
  }
  const late = new AbortController();
  try {
    await Promise.race([
      client.sendBatch({
        acks: -1,
        topicMessages: [...topics].map(([topic, messages]) => ({ topic, messages })),
      }),
      delay(Math.max(1, deadline - Date.now()), undefined, { signal: late.signal }).then(() => {
        throw new Error('No answer in time');
      }),
    ]);
    return { written: true };
  } catch (error) {
    return { written: false, doubtful: maybeWritten(error), hopeless: isHopeless(error), error };
  } finally {
    late.abort();
  }
}
