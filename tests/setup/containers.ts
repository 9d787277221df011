import { GenericContainer, getContainerRuntimeClient, Wait } from 'testcontainers';
import { confluentPath } from '../../deploy/local/src/parts/registry.ts';
import { freePort } from '../../deploy/local/src/ports.ts';
import type { GivenInfrastructure } from './infrastructure.ts';

/** The images of docker-compose.yml. */
const images = {
  kafka: 'apache/kafka:4.3.1',
  registry: 'apicurio/apicurio-registry:3.3.3',
  redis: 'redis:7-alpine',
} as const;

const startsWithinMs = 180_000;

export async function engineAnswers(): Promise<boolean> {
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** Kafka, registry and Redis as containers; each new, all gone when disposed. */
export async function startContainers(): Promise<GivenInfrastructure> {
  // A Kafka client goes where the broker says it is, so the outer port must be known before the start.
  const kafkaPort = await freePort();
  await using started = new AsyncDisposableStack();
  const start = async (container: GenericContainer) => {
    const running = await container.withStartupTimeout(startsWithinMs).start();
    started.defer(async () => void (await running.stop()));
    return running;
  };
  // All have ended their start, one way or the other, before a failure is told: what runs then is stopped.
  const all = await Promise.allSettled([
    start(
      new GenericContainer(images.kafka)
        .withExposedPorts({ container: 19_092, host: kafkaPort })
        .withEnvironment(kafkaEnvironment(kafkaPort))
        .withWaitStrategy(Wait.forListeningPorts()),
    ),
    start(
      new GenericContainer(images.registry)
        .withExposedPorts(8080)
        .withEnvironment({ APICURIO_STORAGE_KIND: 'sql', APICURIO_STORAGE_SQL_KIND: 'h2' })
        .withWaitStrategy(Wait.forHttp('/apis/ccompat/v7/subjects', 8080)),
    ),
    start(new GenericContainer(images.redis).withExposedPorts(6379).withWaitStrategy(Wait.forListeningPorts())),
  ]);
  const [, registry, redis] = all.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  const owned = started.move();
  return {
    external: {
      kafka: [`127.0.0.1:${kafkaPort}`],
      registry: `http://127.0.0.1:${registry!.getMappedPort(8080)}${confluentPath}`,
      redis: `redis://127.0.0.1:${redis!.getMappedPort(6379)}`,
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

function kafkaEnvironment(outerPort: number): Record<string, string> {
  return {
    KAFKA_NODE_ID: '1',
    KAFKA_PROCESS_ROLES: 'broker,controller',
    KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093,OUTER://:19092',
    KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://localhost:9092,OUTER://127.0.0.1:${outerPort}`,
    KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTER:PLAINTEXT',
    KAFKA_INTER_BROKER_LISTENER_NAME: 'PLAINTEXT',
    KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
    KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
    KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
    KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
    KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
    KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '1000',
    KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    KAFKA_MESSAGE_MAX_BYTES: '16777216',
    KAFKA_REPLICA_FETCH_MAX_BYTES: '16777216',
  };
}
