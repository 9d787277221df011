import { avroSchema, COMPATIBILITY, subjectOf, type TopicPolicy } from '@clinical/contracts';
import type { RegistryConfig } from './registry.ts';

export interface SchemaChange {
  readonly subject: string;
  readonly id: number;
}

/**
 * Sets each subject's compatibility, then registers its schema. The order matters: a subject without a rule of its own
 * accepts anything, whatever the global rule says. Registering what is there already answers its old id. Throws where
 * a schema breaks the compatibility.
 */
export async function applySchemas(config: RegistryConfig, policies: readonly TopicPolicy[]): Promise<SchemaChange[]> {
  const changes: SchemaChange[] = [];
  for (const policy of policies) {
    const subject = subjectOf(policy);
    await call(config, 'PUT', `/config/${subject}`, { compatibility: COMPATIBILITY });
    const schema = JSON.stringify(avroSchema(policy.record));
    const { id } = (await call(config, 'POST', `/subjects/${subject}/versions`, { schema })) as { id: number };
    changes.push({ subject, id });
  }
  return changes;
}

async function call(config: RegistryConfig, method: string, path: string, body: object): Promise<unknown> {
  const { url, auth, timeoutMs } = config;
  const response = await fetch(url.replace(/\/$/, '') + path, {
    method,
    body: JSON.stringify(body),
    headers: {
      'content-type': 'application/vnd.schemaregistry.v1+json',
      ...(auth === null
        ? {}
        : { authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` }),
    },
    // Registering checks compatibility with all earlier versions, which takes longer than a look-up.
    signal: AbortSignal.timeout(timeoutMs * 5),
  });
  if (!response.ok) throw new Error(`The registry answered ${response.status} to ${method} ${path}`);
  return response.json();
}
