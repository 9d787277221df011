/** Mutation: the map of what is finished above the committed offset is lost. */
import { Transactions } from '../../../packages/runtime/src/kafka/transactions.ts';

const commit = Transactions.prototype.commit;
Transactions.prototype.commit = function (messages, offset) {
  return commit.call(this, messages, offset && { ...offset, metadata: '' });
};
