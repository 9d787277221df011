import { createRequire } from 'node:module';

/**
 * kafkajs asks for the coordinator before each of a transaction's requests: 4 of its 9 round trips. A transactional
 * producer keeps its coordinators here while their connections stand; one that fails is thrown away whole, and its
 * cache with it.
 */
interface Broker {
  isConnected(): boolean;
}

interface Cluster {
  findGroupCoordinator(of: { groupId: string; coordinatorType?: number }): Promise<Broker>;
}

const TRANSACTION = 1;
const ClusterClass = createRequire(import.meta.url)('kafkajs/src/cluster/index.js') as { prototype: Cluster };
const find = ClusterClass.prototype.findGroupCoordinator;
/** Only clusters of transactional producers are in here: others ask for group coordinators alone. */
const known = new WeakMap<Cluster, Map<string, Broker>>();

ClusterClass.prototype.findGroupCoordinator = async function (this: Cluster, of): Promise<Broker> {
  if (of.coordinatorType === TRANSACTION && !known.has(this)) known.set(this, new Map());
  const cache = known.get(this);
  if (cache === undefined) return find.call(this, of);
  const key = `${of.coordinatorType}/${of.groupId}`;
  const cached = cache.get(key);
  if (cached?.isConnected()) return cached;
  const found = await find.call(this, of);
  cache.set(key, found);
  return found;
};
