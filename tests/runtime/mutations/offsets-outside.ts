/** Mutation: outputs in a transaction, offsets by a second one after it. */
import { Transactions } from '../../../packages/runtime/src/kafka/transactions.ts';

const commit = Transactions.prototype.commit;
Transactions.prototype.commit = async function (messages, offset) {
  if (messages.length > 0) await commit.call(this, messages, null);
  await commit.call(this, [], offset);
};
