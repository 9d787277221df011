/**
 * What one would write with the client alone, to compare with: BARE_LOOP=at-least-once passes whole batches on and lets
 * the client commit; BARE_LOOP=transaction-a-record passes each record on in a transaction with its offset.
 */
import { createKafka, createLogger, runtimeConfig } from '@clinical/runtime';
import { lineOf } from './line.ts';

const line = lineOf(process.env.TEST_STAGE!);
const group = `${line.stage}-bare`;
const transactional = process.env.BARE_LOOP === 'transaction-a-record';
const kafka = createKafka(runtimeConfig(process.env), createLogger('test', 'silent'));
const producer = kafka.producer(
  transactional
    ? {
        transactionalId: group,
        maxInFlightRequests: 1,
        retry: { initialRetryTime: 10, maxRetryTime: 300, retries: 25 },
      }
    : {},
);
const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
await producer.connect();
await consumer.connect();
await consumer.subscribe({ topics: [line.from.name], fromBeginning: true });

if (transactional) {
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message: { key, value, headers, offset } }) => {
      const transaction = await producer.transaction();
      await transaction.send({ topic: line.to.name, messages: [{ key, value, headers: headers ?? {} }] });
      const next = { partition, offset: String(Number(offset) + 1) };
      await transaction.sendOffsets({ consumerGroupId: group, topics: [{ topic, partitions: [next] }] });
      await transaction.commit();
    },
  });
} else {
  await consumer.run({
    partitionsConsumedConcurrently: 4,
    eachBatch: async ({ batch }) => {
      const messages = batch.messages.map(({ key, value, headers }) => ({ key, value, headers: headers ?? {} }));
      await producer.send({ topic: line.to.name, acks: -1, messages });
    },
  });
}
