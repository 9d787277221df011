/** Mutation: every owner has a transactional id of its own, so nobody fences anybody. */
import { randomUUID } from 'node:crypto';
import { Transactions } from '../../../packages/runtime/src/kafka/transactions.ts';

const open = Transactions.open;
Transactions.open = (config, log, _id) => open(config, log, randomUUID());
