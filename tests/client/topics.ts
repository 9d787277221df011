import { HEADERS, type JobEvent, TOPICS, type TopicPolicy } from '@clinical/contracts';
import { createCodec, createKafka, createLogger, runtimeConfig } from '@clinical/runtime';

export interface StoredRecord {
  readonly job: string;
  readonly eventId: string;
  readonly partition: number;
  readonly offset: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

interface Addresses {
  readonly kafka: readonly string[];
  readonly registry: string;
}

/** No record came for so long: what is left up to the end is control records. */
const QUIET_MS = 3000;

const configOf = ({ kafka, registry }: Addresses) =>
  runtimeConfig({ KAFKA_BROKERS: kafka.join(','), SCHEMA_REGISTRY_URL: registry, LOG_LEVEL: 'silent' });

/** All records of a topic as a read_committed reader sees them, each partition in its order. */
export async function readTopic(addresses: Addresses, topic: TopicPolicy): Promise<StoredRecord[]> {
  const kafka = createKafka(configOf(addresses), createLogger('tests', 'silent'));
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic.name);
  const open = new Map(
    ends.filter(({ high, low }) => high !== low).map(({ partition, high }) => [partition, BigInt(high)]),
  );
  const records: StoredRecord[] = [];
  const groupId = `tests-${crypto.randomUUID()}`;
  const consumer = kafka.consumer({ groupId, readUncommitted: false, maxWaitTimeInMs: 100 });
  try {
    if (open.size === 0) return records;
    const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
    let quiet = setTimeout(finish, QUIET_MS * 3);
    await consumer.connect();
    await consumer.subscribe({ topics: [topic.name], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        clearTimeout(quiet);
        for (const { key, value, headers, offset } of batch.messages) {
          const texts = Object.fromEntries(Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]));
          const eventId = texts[HEADERS.ceId] ?? '';
          const job = key?.toString() ?? '';
          records.push({ job, eventId, partition: batch.partition, offset, value, headers: texts });
        }
        if (BigInt(batch.lastOffset()) + 1n >= (open.get(batch.partition) ?? 0n)) open.delete(batch.partition);
        if (open.size === 0) finish();
        else quiet = setTimeout(finish, QUIET_MS);
      },
    });
    await finished;
    clearTimeout(quiet);
    return records;
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => {});
    await admin.disconnect();
  }
}

/** Everything that the checker compares with what clients were promised. */
export async function collectTopics(addresses: Addresses) {
  const [submissions, transcripts, summaries, fhir, events, deadLetters] = await Promise.all(
    [TOPICS.submissions, TOPICS.transcripts, TOPICS.summaries, TOPICS.fhir, TOPICS.results, TOPICS.deadLetters].map(
      (topic) => readTopic(addresses, topic),
    ),
  );
  const codec = createCodec(configOf(addresses).registry);
  const results = await Promise.all(
    events!
      .filter(({ value }) => value !== null)
      .map(async (record) => ({
        ...record,
        event: (await codec.decode(TOPICS.results, record.value!)) as JobEvent,
      })),
  );
  return {
    submissions: submissions!,
    transcripts: transcripts!,
    summaries: summaries!,
    fhir: fhir!,
    results,
    deadLetters: deadLetters!,
  };
}
