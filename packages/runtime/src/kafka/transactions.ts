import { setTimeout as delay } from 'node:timers/promises';
import kafkajs, { type Message, type Producer, type Transaction } from 'kafkajs';
import type { RuntimeConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import { createKafka } from './client.ts';
import './coordinators.ts';
import { firstCause } from './failures.ts';

const { Partitioners } = kafkajs;

export interface OutMessage {
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Message['headers'];
  /** Where the key's hash is not to decide. */
  readonly partition?: number;
}

export interface OffsetCommit {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly metadata: string;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** Nobody reads it: its transaction is aborted. Compacted topics want a key. */
const SWEEP = Buffer.from('sweep');
const RETRY_MS = 15;
const OFFSETS_ONLY_TRIES = 60;

/**
 * A transactional id in our hands. Whoever opens it fences every earlier holder: their open transaction is aborted and
 * their next request fails. After any error it is to be closed and never used again, since a delayed answer could hit
 * its next transaction.
 */
export class Transactions {
  readonly #producer: Producer;
  readonly #over: AbortController;

  private constructor(producer: Producer, over: AbortController) {
    this.#producer = producer;
    this.#over = over;
  }

  /** Connecting alone does not fence; the first transaction sends InitProducerId, and being empty nothing else. */
  static async open(
    config: Pick<RuntimeConfig, 'kafka' | 'instance'>,
    log: Logger,
    transactionalId: string,
  ): Promise<Transactions> {
    const over = new AbortController();
    const producer = createKafka(config, log, over.signal).producer({
      transactionalId,
      transactionTimeout: config.kafka.transactionTimeoutMs,
      maxInFlightRequests: 1,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 10, maxRetryTime: 200, retries: 15 },
    });
    const transactions = new Transactions(producer, over);
    try {
      await producer.connect();
      await (await producer.transaction()).commit();
      return transactions;
    } catch (error) {
      await transactions.close();
      throw error;
    }
  }

  /** All messages and the offset, or nothing of it. Throws where it is not known to be committed. */
  async commit(messages: readonly OutMessage[], offset: OffsetCommit | null): Promise<void> {
    const transaction = await this.#producer.transaction();
    if (offset === null) {
      await transaction.sendBatch({ acks: -1, topicMessages: byTopic(messages) });
      return transaction.commit();
    }
    const offsets = {
      consumerGroupId: offset.group,
      topics: [
        {
          topic: offset.topic,
          partitions: [{ partition: offset.partition, offset: String(offset.offset), metadata: offset.metadata }],
        },
      ],
    };
    if (messages.length > 0) {
      await transaction.sendBatch({ acks: -1, topicMessages: byTopic(messages) });
      await transaction.sendOffsets(offsets);
    } else {
      await sendOffsetsFirst(transaction, offsets);
    }
    return transaction.commit();
  }

  /**
   * Ends whatever a broker has left open of the predecessor's transaction, by an aborted one over all that the id may
   * have written to: a broker that is killed between a transaction's end and its markers may never write them
   * (docs/delivery.md). What was open is then aborted, records and offset alike, and done again.
   */
  async sweep(places: readonly TopicPartition[], offset: Omit<OffsetCommit, 'offset' | 'metadata'>): Promise<void> {
    const transaction = await this.#producer.transaction();
    try {
      const messages = places.map(({ topic, partition }) => ({
        topic,
        partition,
        key: SWEEP,
        value: null,
        headers: {},
      }));
      await transaction.sendBatch({ acks: -1, topicMessages: byTopic(messages) });
      await transaction.sendOffsets({
        consumerGroupId: offset.group,
        topics: [{ topic: offset.topic, partitions: [{ partition: offset.partition, offset: '0' }] }],
      });
    } finally {
      await transaction.abort();
    }
  }

  async close(): Promise<void> {
    await this.#producer.disconnect().catch(() => {});
    this.#over.abort();
  }
}

/** As a transaction's first request, AddOffsetsToTxn meets the previous one's end; kafkajs does not wait for it. */
async function sendOffsetsFirst(
  transaction: Transaction,
  offsets: Parameters<Transaction['sendOffsets']>[0],
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction.sendOffsets(offsets);
    } catch (error) {
      if (firstCause(error).type !== 'CONCURRENT_TRANSACTIONS' || tries >= OFFSETS_ONLY_TRIES) throw error;
      await delay(RETRY_MS);
    }
  }
}

function byTopic(messages: readonly OutMessage[]): { topic: string; messages: Message[] }[] {
  const topics = new Map<string, Message[]>();
  for (const { topic, key, value, headers, partition } of messages) {
    const list = topics.get(topic) ?? [];
    list.push({ key, value, ...(headers ? { headers } : {}), ...(partition === undefined ? {} : { partition }) });
    topics.set(topic, list);
  }
  return [...topics].map(([topic, list]) => ({ topic, messages: list }));
}
