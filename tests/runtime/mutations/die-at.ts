/**
 * Kills the process at one boundary of a transaction: DIE_AT names a request to the broker and a side of it, such as
 * `endTxn:before`; DIE_ON says at which of its calls.
 */
import { createRequire } from 'node:module';

type Call = (this: unknown, ...args: unknown[]) => Promise<unknown>;

const BrokerClass = createRequire(import.meta.resolve('@clinical/runtime'))('kafkajs/src/broker/index.js') as {
  prototype: Record<string, Call>;
};

const die = (): Promise<never> => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

const [request, side] = (process.env.DIE_AT ?? '').split(':') as [string, string];
let calls = 0;
const original = BrokerClass.prototype[request]!;
BrokerClass.prototype[request] = async function (...args) {
  calls += 1;
  const now = calls === Number(process.env.DIE_ON ?? '1');
  if (now && side === 'before') return die();
  const answer = await original.apply(this, args);
  return now ? die() : answer;
};
