/** Records of a transaction that was aborted reach nobody, also where several of them overlap. */
import { createCodec, createKafka, createLogger } from '@clinical/runtime';
import { describe, expect, inject, it } from 'vitest';
import { createLine, follow, submission, submit } from './line.ts';
import { testStack } from './stack.ts';

const { config } = testStack(inject('stack'));

describe('Transactions that overlap and are all aborted', () => {
  it('leave only what was committed, whichever ended first', async () => {
    const line = await createLine(config, 'aborted', 1);
    const kafka = createKafka(config, createLogger('test', 'silent'));
    const value = await createCodec(config.registry).encode(line.from, submission('aborted', 'never to be read'));
    const producers = ['long', 'short'].map((name) =>
      kafka.producer({ transactionalId: `${line.stage}-${name}`, maxInFlightRequests: 1 }),
    );
    const [long, short] = await Promise.all(
      producers.map(async (producer) => {
        await producer.connect();
        return async () => {
          const transaction = await producer.transaction();
          await transaction.send({ topic: line.from.name, messages: [{ key: 'aborted', value }] });
          return transaction;
        };
      }),
    );
    // The broker names aborted transactions in the order in which they ended, so the long one stands last, although it
    // began first. The second short one can only begin once the first one's marker is written.
    const open = await long!();
    await (await short!()).abort();
    const again = await short!();
    await open.abort();
    await again.abort();
    const [committed] = await submit(config, line, ['committed']);
    await using seen = follow(config, line.from);
    await seen.until(1, 30_000);
    await Promise.all(producers.map((producer) => producer.disconnect()));
    expect(seen.records.map(({ key }) => key)).toEqual([committed]);
  });
});
