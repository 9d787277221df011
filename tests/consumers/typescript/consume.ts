/**
 * Reads the FHIR topic from scratch to its present end, as a receiver would, without anything of this project: committed
 * records only, the latest record of each job, tombstones taken as withdrawals. Prints one JSON line a job.
 *
 *   KAFKA_BROKERS=... SCHEMA_REGISTRY_URL=... node consume.ts clinical.fhir.v1
 */
import { createHash, randomUUID } from 'node:crypto';
import { Consumer, FetchIsolationLevels, MessagesStreamModes } from '@platformatic/kafka';
import avsc from 'avsc';

interface FhirRecord {
  readonly attempt: number;
  readonly bundle: string;
}

const registry = process.env.SCHEMA_REGISTRY_URL!;
const schemas = new Map<number, Promise<avsc.Type>>();

/** Confluent's wire format: a zero, the schema's id in four bytes, Avro. Schemas of an id never change. */
async function decode(value: Buffer): Promise<FhirRecord> {
  if (value[0] !== 0) throw new Error('Not in the wire format of a schema registry');
  const id = value.readUInt32BE(1);
  let type = schemas.get(id);
  if (type === undefined) {
    type = fetch(`${registry}/schemas/ids/${id}`)
      .then((response) => response.json())
      .then((answer) => avsc.Type.forSchema(JSON.parse((answer as { schema: string }).schema)));
    schemas.set(id, type);
  }
  return (await type).fromBuffer(value.subarray(5));
}

const topic = process.argv[2]!;
const consumer = new Consumer({
  groupId: `example-${randomUUID()}`,
  clientId: 'example',
  bootstrapBrokers: process.env.KAFKA_BROKERS!.split(','),
});
const [ends, begins] = [
  (await consumer.listOffsets({ topics: [topic], isolationLevel: FetchIsolationLevels.READ_COMMITTED })).get(topic)!,
  (await consumer.listOffsets({ topics: [topic], timestamp: -2n })).get(topic)!,
];
const open = new Set([...ends.keys()].filter((partition) => ends[partition]! > begins[partition]!));
const latest = new Map<string, { value: Buffer | null; ceId: string }>();

if (open.size > 0) {
  const stream = await consumer.consume({
    topics: [topic],
    mode: MessagesStreamModes.EARLIEST,
    isolationLevel: FetchIsolationLevels.READ_COMMITTED,
    autocommit: false,
    maxWaitTime: 100,
  });
  const done = setInterval(() => {
    for (const partition of open) {
      const next = stream.offsetsToFetch.get(`${topic}:${partition}`);
      if (next !== undefined && next >= ends[partition]!) open.delete(partition);
    }
    if (open.size === 0) void stream.close();
  }, 100);
  for await (const message of stream) {
    const value = message.value === undefined || message.value === null ? null : Buffer.from(message.value);
    const ceId = [...message.headers].find(([name]) => String(name) === 'ce_id')?.[1];
    latest.set(String(message.key), { value, ceId: String(ceId ?? '') });
  }
  clearInterval(done);
}
await consumer.close(true);

for (const [job_id, { value, ceId }] of [...latest].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (value === null) continue;
  const { attempt, bundle } = await decode(value);
  const sha256 = createHash('sha256').update(bundle).digest('hex');
  console.log(JSON.stringify({ job_id, attempt, ce_id: ceId, resources: JSON.parse(bundle).entry.length, sha256 }));
}
