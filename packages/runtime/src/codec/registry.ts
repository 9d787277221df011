import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import avro, { type Type } from 'avsc';
import type { RuntimeConfig } from '../config.ts';
import { DependencyDownError } from '../errors.ts';

export type RegistryConfig = RuntimeConfig['registry'];

/** What the registry does not know: asking again will not help before someone registers it. */
export class UnknownSchemaError extends Error {
  override readonly name = 'UnknownSchemaError';
}

/** @kafkajs/confluent-schema-registry's client with a time limit, which it lacks. */
export function registryClient(config: RegistryConfig): SchemaRegistry {
  return new SchemaRegistry({
    host: config.url.replace(/\/$/, ''),
    // One try: its options leak into later clients, and waiting is the caller's business.
    retry: { retries: 0 },
    ...(config.auth === null ? {} : { auth: config.auth }),
    middlewares: [
      () => ({
        prepareRequest: async (next) => {
          const request = await next();
          return request.enhance({ timeout: config.timeoutMs } as Parameters<typeof request.enhance>[0]);
        },
      }),
    ],
  });
}

/**
 * Schemas by id and ids by schema. What was once found is kept for ever (ids never change their meaning), so a registry
 * that goes away stops nobody who has begun; a failure is remembered for `retryAfterMs`, so a burst of records asks
 * once.
 */
export class SchemaLookup {
  readonly #client: SchemaRegistry;
  readonly #retryAfterMs: number;
  readonly #found = new Map<string, Promise<unknown>>();
  readonly #failed = new Map<string, { error: unknown; until: number }>();

  constructor(config: RegistryConfig) {
    this.#client = registryClient(config);
    this.#retryAfterMs = config.retryAfterMs;
  }

  /** The type that a record was written with. */
  writer(id: number): Promise<Type> {
    return this.#once(`id ${id}`, async () => (await this.#client.getSchema(id)) as unknown as Type);
  }

  /** The id under which exactly this schema is registered for a subject. */
  id(subject: string, schema: object): Promise<number> {
    return this.#once(`subject ${subject}`, () =>
      this.#client.getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema: JSON.stringify(schema) }),
    );
  }

  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#found.get(key);
    if (known !== undefined) return known as Promise<T>;
    const failed = this.#failed.get(key);
    if (failed !== undefined && failed.until > Date.now()) return Promise.reject(failed.error);
    const asked = ask().catch((cause: unknown) => {
      this.#found.delete(key);
      const error = classify(cause);
      this.#failed.set(key, { error, until: Date.now() + this.#retryAfterMs });
      throw error;
    });
    this.#found.set(key, asked);
    return asked;
  }
}

/** A refused connection comes as status 400, so only an answer that names the schema's absence counts as one. */
function classify(cause: unknown): Error {
  const unknown = /not found|no content with id|no artifact|no version/i.test(
    cause instanceof Error ? cause.message : '',
  );
  if (unknown) return new UnknownSchemaError('The registry does not know the schema', { cause });
  return new DependencyDownError('registry', 'The schema registry does not answer', { cause });
}

/** Records without avsc's methods on them: zod's strict objects would take those for unknown members. */
export const avroType = (schema: unknown): Type =>
  avro.Type.forSchema(schema as avro.Schema, { omitRecordMethods: true });
