import { type AvroSchema, avroSchema } from './schemas.ts';
import type { RecordName } from './topics.ts';

/** A JSON Schema (2020-12) as plain data. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

const PRIMITIVE: Readonly<Record<string, JsonSchema>> = {
  null: { type: 'null' },
  boolean: { type: 'boolean' },
  int: { type: 'integer' },
  long: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  string: { type: 'string' },
};

/** The record as it stands in JSON, derived from its Avro schema: for whoever reads results without Avro. */
export function jsonSchema(record: RecordName): JsonSchema {
  const defs: Record<string, JsonSchema> = {};
  const root = derive(avroSchema(record), defs);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title: record, ...root, $defs: defs };
}

function derive(schema: AvroSchema, defs: Record<string, JsonSchema>): JsonSchema {
  if (typeof schema === 'string') return PRIMITIVE[schema] ?? { $ref: `#/$defs/${schema}` };
  if (Array.isArray(schema)) return { anyOf: schema.map((branch) => derive(branch, defs)) };
  const { type } = schema;
  if (type === 'array') return { type: 'array', items: derive(schema.items as AvroSchema, defs) };
  if (type === 'map') return { type: 'object', additionalProperties: derive(schema.values as AvroSchema, defs) };
  if (type === 'record' || type === 'enum') {
    const name = schema.name as string;
    defs[name] = type === 'enum' ? { type: 'string', enum: schema.symbols } : recordOf(schema, defs);
    return { $ref: `#/$defs/${name}` };
  }
  return derive(type as AvroSchema, defs);
}

interface Field {
  readonly name: string;
  readonly type: AvroSchema;
  readonly doc?: string;
}

/** All fields stand in JSON, those with an Avro default too. */
function recordOf(schema: { [key: string]: unknown }, defs: Record<string, JsonSchema>): JsonSchema {
  const fields = schema.fields as readonly Field[];
  return {
    type: 'object',
    ...(schema.doc === undefined ? {} : { description: schema.doc }),
    properties: Object.fromEntries(
      fields.map(({ name, type, doc }) => [
        name,
        doc === undefined ? derive(type, defs) : { ...derive(type, defs), description: doc },
      ]),
    ),
    required: fields.map(({ name }) => name),
    additionalProperties: false,
  };
}
