import type { TopicPolicy } from '@clinical/contracts';
import kafkajs, { type Kafka } from 'kafkajs';

// Node finds only some of kafkajs' names by itself.
const { ConfigResourceTypes } = kafkajs;

export interface TopicSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
}

export interface TopicChange {
  readonly topic: string;
  readonly change: 'created' | 'partitions added' | 'configured' | 'unchanged';
}

/** A topic's configuration, as the broker writes it. */
export function topicConfiguration(policy: TopicPolicy, settings: TopicSettings): Record<string, string> {
  return {
    'cleanup.policy': policy.cleanup,
    'retention.ms': String(policy.retentionMs ?? -1),
    'max.message.bytes': String(policy.maxMessageBytes),
    'min.insync.replicas': String(settings.minInsyncReplicas),
  };
}

/** Brings topics to their policies; what is right already is left alone, and nothing is ever deleted. */
export async function applyTopics(
  kafka: Kafka,
  policies: readonly TopicPolicy[],
  settings: TopicSettings,
): Promise<TopicChange[]> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = policies.filter((policy) => !existing.has(policy.name));
    if (missing.length > 0) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: missing.map((policy) => ({
          topic: policy.name,
          numPartitions: settings.partitions,
          replicationFactor: settings.replicationFactor,
          configEntries: Object.entries(topicConfiguration(policy, settings)).map(([name, value]) => ({ name, value })),
        })),
      });
    }
    const changes: TopicChange[] = missing.map((policy) => ({ topic: policy.name, change: 'created' }));
    for (const policy of policies.filter((known) => existing.has(known.name))) {
      changes.push({ topic: policy.name, change: await bringUpToDate(admin, policy, settings) });
    }
    return changes;
  } finally {
    await admin.disconnect();
  }
}

type Admin = ReturnType<Kafka['admin']>;

async function bringUpToDate(
  admin: Admin,
  policy: TopicPolicy,
  settings: TopicSettings,
): Promise<TopicChange['change']> {
  let change: TopicChange['change'] = 'unchanged';
  const wanted = topicConfiguration(policy, settings);
  const described = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: ConfigResourceTypes.TOPIC, name: policy.name, configNames: Object.keys(wanted) }],
  });
  const current = new Map(described.resources[0]?.configEntries.map((entry) => [entry.configName, entry.configValue]));
  if (Object.entries(wanted).some(([name, value]) => current.get(name) !== value)) {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: ConfigResourceTypes.TOPIC,
          name: policy.name,
          configEntries: Object.entries(wanted).map(([name, value]) => ({ name, value })),
        },
      ],
    });
    change = 'configured';
  }
  const metadata = await admin.fetchTopicMetadata({ topics: [policy.name] });
  const partitions = metadata.topics[0]?.partitions.length ?? 0;
  if (partitions < settings.partitions) {
    await admin.createPartitions({ topicPartitions: [{ topic: policy.name, count: settings.partitions }] });
    change = 'partitions added';
  }
  return change;
}
