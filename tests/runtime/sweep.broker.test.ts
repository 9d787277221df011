/** What an owner sweeps before it begins: nothing of it is seen, and what was committed stays. */
import { createKafka, createLogger } from '@clinical/runtime';
import { expect, inject, it } from 'vitest';
import { Transactions } from '../../packages/runtime/src/kafka/transactions.ts';
import { createLine, follow } from './line.ts';
import { testStack } from './stack.ts';

const { config } = testStack(inject('stack'));
const log = createLogger('test', 'silent');

it('a sweep is not seen, and neither records nor offsets of before are lost', async () => {
  const line = await createLine(config, 'sweep', 3);
  const [topic, from] = [line.to.name, line.from.name];
  const id = `${line.stage}-0`;
  const at = { group: line.stage, topic: from, partition: 0 };
  const tombstone = (key: string) => [{ topic, key: Buffer.from(key), value: null, headers: {} }];
  const first = await Transactions.open(config, log, id);
  await first.commit(tombstone('first'), { ...at, offset: 5, metadata: '' });
  const second = await Transactions.open(config, log, id);
  await second.sweep(
    [0, 1, 2].map((partition) => ({ topic, partition })),
    at,
  );
  const admin = createKafka(config, log).admin();
  await admin.connect();
  const [committed] = await admin.fetchOffsets({ groupId: line.stage, topics: [from] });
  await admin.disconnect();
  expect(committed?.partitions.find(({ partition }) => partition === 0)?.offset).toBe('5');
  await second.commit(tombstone('second'), { ...at, offset: 6, metadata: '' });
  await using out = follow(config, line.to);
  await out.until(2, 10_000);
  await out.caughtUp();
  expect(out.records.map(({ key }) => key).sort()).toEqual(['first', 'second']);
  await expect(first.commit(tombstone('third'), null)).rejects.toThrow();
  await first.close();
  await second.close();
});
