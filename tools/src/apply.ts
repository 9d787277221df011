/**
 * Applies the pipeline of packages/contracts to a cluster and a registry: topics with their policies, and for each
 * subject its compatibility and its schema. Running it again changes nothing.
 */
import { PARTITIONS, TOPICS } from '@clinical/contracts';
import {
  applySchemas,
  applyTopics,
  createKafka,
  createLogger,
  readEnvironment,
  runtimeConfig,
} from '@clinical/runtime';
import * as z from 'zod';

const Environment = z.object({
  TOPIC_PARTITIONS: z.coerce.number().int().positive().default(PARTITIONS),
  TOPIC_REPLICATION_FACTOR: z.coerce.number().int().positive().default(1),
  TOPIC_MIN_INSYNC_REPLICAS: z.coerce.number().int().positive().default(1),
});

const settings = readEnvironment(Environment, process.env);
const config = runtimeConfig(process.env);
const policies = Object.values(TOPICS);

const topics = await applyTopics(createKafka(config, createLogger('apply', config.logLevel)), policies, {
  partitions: settings.TOPIC_PARTITIONS,
  replicationFactor: settings.TOPIC_REPLICATION_FACTOR,
  minInsyncReplicas: settings.TOPIC_MIN_INSYNC_REPLICAS,
});
const schemas = await applySchemas(config.registry, policies);

for (const { topic, change } of topics) console.log(`${topic}: ${change}`);
for (const { subject, id } of schemas) console.log(`${subject}: schema ${id}`);
