export interface KafkaPorts {
  readonly client: number;
  readonly controller: number;
}

/** A second listener that sends its clients to another address: a proxy in front of the broker, for tests. */
export interface ProxiedListener {
  /** Where the broker listens; the proxy connects here. */
  readonly port: number;
  /** Where the proxy listens; the broker tells clients of this listener to come here. */
  readonly advertisedPort: number;
}

export const kafkaNodeId = 1;

/** Any fixed id does: a local cluster never meets another one. */
export const kafkaClusterId = 'bG9jYWwtY2xpbmljYWwtcw';

const host = '127.0.0.1';
const largestRecordBytes = 16 * 1024 * 1024;

/** server.properties of a single broker that is its own controller, bound to loopback. */
export function kafkaProperties(ports: KafkaPorts, dataFolder: string, proxied?: ProxiedListener): string {
  const listeners = [`PLAINTEXT://${host}:${ports.client}`];
  const advertised = [...listeners];
  if (proxied) {
    listeners.push(`PROXIED://${host}:${proxied.port}`);
    advertised.push(`PROXIED://${host}:${proxied.advertisedPort}`);
  }
  const properties: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': kafkaNodeId,
    listeners: [...listeners, `CONTROLLER://${host}:${ports.controller}`].join(','),
    'advertised.listeners': advertised.join(','),
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    // Static voters: the address is in this file only, so a port may change and the data stays good.
    'controller.quorum.voters': `${kafkaNodeId}@${host}:${ports.controller}`,
    'log.dirs': dataFolder,
    // One broker: one copy, and one partition of each internal topic (starts faster).
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    'default.replication.factor': 1,
    'min.insync.replicas': 1,
    'auto.create.topics.enable': false,
    // A transcript of hours is one record.
    'message.max.bytes': largestRecordBytes,
    'replica.fetch.max.bytes': largestRecordBytes,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    // A broker killed hard may come back only when its old session has run out: 6-8 s instead of 13-18.
    'broker.session.timeout.ms': 2000,
    'broker.heartbeat.interval.ms': 500,
    'transaction.abort.timed.out.transaction.cleanup.interval.ms': 1000,
    'log.cleaner.dedupe.buffer.size': 8 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 4,
  };
  return `${Object.entries(properties)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;
}
