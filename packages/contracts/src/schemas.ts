import { readFileSync } from 'node:fs';

/** Any Avro schema as JSON: a type name, a union, or a definition. */
export type AvroSchema = string | AvroSchema[] | { [key: string]: unknown };

const FILES = [
  '1-submission',
  '2-transcript',
  '3-summary',
  '4-fhir-bundle',
  '5-job-event',
  '6-control',
  '7-dead-letter',
] as const;

const PRIMITIVES = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string']);

/** Named types are written once, where the flow first needs them; later files use the name alone. */
const named = new Map<string, { [key: string]: unknown }>();
const roots = new Map<string, AvroSchema>();

for (const file of FILES) {
  const root = JSON.parse(readFileSync(new URL(`../schemas/${file}.avsc`, import.meta.url), 'utf8'));
  collect(root);
  roots.set(root.name, root);
}

function collect(schema: unknown): void {
  if (Array.isArray(schema)) {
    for (const part of schema) collect(part);
    return;
  }
  if (schema === null || typeof schema !== 'object') return;
  const record = schema as { [key: string]: unknown };
  if (typeof record.name === 'string' && ['record', 'enum', 'fixed'].includes(record.type as string)) {
    if (named.has(record.name)) throw new Error(`Avro type ${record.name} is defined twice`);
    named.set(record.name, record);
  }
  for (const part of [record.items, record.values, record.type]) collect(part);
  for (const field of (record.fields as { type: unknown }[] | undefined) ?? []) collect(field.type);
}

/**
 * The self-contained Avro schema of a record, as it is registered: the first use of each named type carries its
 * definition, later uses its name (Avro 1.12, "Names").
 */
export function avroSchema(record: string): AvroSchema {
  const root = roots.get(record);
  if (root === undefined) throw new Error(`No Avro schema named ${record}`);
  return inline(root, new Set());
}

function inline(schema: AvroSchema, defined: Set<string>): AvroSchema {
  if (typeof schema === 'string') {
    if (PRIMITIVES.has(schema) || defined.has(schema)) return schema;
    const definition = named.get(schema);
    if (definition === undefined) throw new Error(`Unknown Avro type ${schema}`);
    return inline(definition, defined);
  }
  if (Array.isArray(schema)) return schema.map((branch) => inline(branch, defined));
  if (typeof schema.name === 'string' && defined.has(schema.name)) return schema.name;
  const out: { [key: string]: unknown } = { ...schema };
  if (typeof schema.name === 'string') defined.add(schema.name);
  if (Array.isArray(schema.fields)) {
    out.fields = schema.fields.map((field) => ({ ...field, type: inline(field.type, defined) }));
  }
  if (schema.items !== undefined) out.items = inline(schema.items as AvroSchema, defined);
  if (schema.values !== undefined) out.values = inline(schema.values as AvroSchema, defined);
  if (typeof schema.type === 'object' && schema.type !== null) out.type = inline(schema.type as AvroSchema, defined);
  return out;
}
