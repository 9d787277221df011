import { randomUUID } from 'node:crypto';
import type { Submission, TopicPolicy } from '@clinical/contracts';
import { TOPICS } from '@clinical/contracts';
import {
  applySchemas,
  applyTopics,
  createCodec,
  createKafka,
  createLogger,
  createProducer,
  createReader,
  nextTraceparent,
  type ProduceRecord,
  type ReadRecord,
  type RuntimeConfig,
  recordHeaders,
} from '@clinical/runtime';

/** A stage's input and output of a test's own, so that tests do not meet. */
export interface TestLine {
  readonly stage: string;
  readonly from: TopicPolicy;
  readonly to: TopicPolicy;
}

const policy = (name: string): TopicPolicy => ({ ...TOPICS.submissions, name });

export const lineOf = (stage: string): TestLine => ({
  stage,
  from: policy(`${stage}.in`),
  to: policy(`${stage}.out`),
});

export async function createLine(config: RuntimeConfig, name: string, partitions: number): Promise<TestLine> {
  const line = lineOf(`test-${name}-${randomUUID().slice(0, 8)}`);
  const topics = [line.from, line.to];
  await applyTopics(createKafka(config, createLogger('test', 'silent')), topics, {
    partitions,
    replicationFactor: 1,
    minInsyncReplicas: 1,
  });
  await applySchemas(config.registry, topics);
  return line;
}

export function submission(job_id: string, content: string): Submission {
  return {
    job_id,
    tenant: 'test',
    submitted_at: Date.now(),
    kind: 'text',
    media_type: 'text/plain',
    language_hint: null,
    content,
    blob: null,
    content_sha256: '0'.repeat(64),
    fhir_profile: 'r4',
  };
}

/** What a gateway would have sent. */
export const accepted = (line: TestLine, job_id: string, content: string): ProduceRecord => ({
  topic: line.from,
  key: job_id,
  value: submission(job_id, content),
  headers: recordHeaders({
    job_id,
    tenant: 'test',
    attempt: 1,
    stage: 'gateway',
    record: 'Submission',
    phase: 'accepted',
    traceparent: nextTraceparent(undefined),
    now: Date.now(),
  }),
});

/** Puts one record a content into a line; answers their job ids in order. */
export async function submit(
  config: RuntimeConfig,
  line: TestLine,
  contents: readonly string[],
  jobs: readonly string[] = contents.map(() => randomUUID()),
): Promise<readonly string[]> {
  const log = createLogger('test', 'silent');
  const producer = createProducer(config, { codec: createCodec(config.registry), log });
  while (!producer.available()) await new Promise((resolve) => setTimeout(resolve, 5));
  const width = 1000;
  for (let at = 0; at < jobs.length; at += width) {
    await Promise.all(
      jobs.slice(at, at + width).map((job, index) => producer.send(accepted(line, job, contents[at + index]!))),
    );
  }
  await producer.stop();
  return jobs;
}

/** Follows a topic, read_committed, from its beginning. */
export function follow(config: RuntimeConfig, topic: TopicPolicy) {
  const log = createLogger('test', 'silent');
  const records: ReadRecord[] = [];
  // A reader hands records over at least once; what counts here is what stands in the log.
  const next = new Map<number, number>();
  const reader = createReader(
    config,
    { codec: createCodec(config.registry), log },
    {
      group: null,
      topics: [topic],
      handle: async (batch) => {
        for (const record of batch) {
          if (record.offset < (next.get(record.partition) ?? 0)) continue;
          next.set(record.partition, record.offset + 1);
          records.push(record);
        }
      },
    },
  );
  return {
    records,
    caughtUp: () => reader.caughtUp(),
    async until(count: number, timeoutMs: number): Promise<void> {
      const deadline = Date.now() + timeoutMs;
      while (new Set(records.map(({ key }) => key)).size < count) {
        if (Date.now() > deadline) throw new Error(`Only ${records.length} of ${count} records in ${timeoutMs} ms`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    [Symbol.asyncDispose]: () => reader.stop(),
  };
}

/** Bytes that no codec has made. */
export async function produceRaw(config: RuntimeConfig, topic: string, key: string, value: Buffer): Promise<void> {
  const producer = createKafka(config, createLogger('test', 'silent')).producer();
  await producer.connect();
  await producer.send({ topic, messages: [{ key, value }] });
  await producer.disconnect();
}
