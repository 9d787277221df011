/** Avro, zod and JSON Schema say the same of every record: one source, and nothing by hand beside it. */
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { EXAMPLES } from '../examples/index.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';
import { RECORDS } from './records.ts';
import type { RecordName } from './topics.ts';

describe.each(Object.keys(RECORDS) as RecordName[])('%s', (name) => {
  test('the published JSON Schema is the one that its Avro schema gives (vitest -u writes it anew)', async () => {
    await expect(`${JSON.stringify(jsonSchema(name), null, 2)}\n`).toMatchFileSnapshot(`../json-schema/${name}.json`);
  });

  test('zod guards the same fields, types and choices at any depth', () => {
    const fromZod = z.toJSONSchema(RECORDS[name], { reused: 'inline' }) as JsonSchema;
    expect(shapeOf(fromZod, fromZod)).toEqual(shapeOf(jsonSchema(name), jsonSchema(name)));
  });
});

test('a reader of the published JSON Schema takes every example, and no surplus field', () => {
  for (const name of Object.keys(RECORDS) as RecordName[]) {
    const reader = z.fromJSONSchema(jsonSchema(name) as Parameters<typeof z.fromJSONSchema>[0]);
    for (const example of EXAMPLES[name]) {
      const published = JSON.parse(JSON.stringify(example));
      expect(reader.safeParse(published).error?.issues ?? []).toEqual([]);
      expect(reader.safeParse({ ...published, surplus: 1 }).success).toBe(false);
    }
  }
});

/** What a schema allows, without names, remarks and the finer limits (lengths, formats) that only zod knows. */
function shapeOf(schema: JsonSchema, root: JsonSchema): unknown {
  if (typeof schema.$ref === 'string') return shapeOf(definition(schema.$ref, root), root);
  if (Array.isArray(schema.enum)) {
    // A choice that Avro has no name for travels as a string.
    const nameable = schema.enum.every((choice) => /^\w+$/.test(choice));
    return nameable ? [...schema.enum].sort().join('|') : 'string';
  }
  if (typeof schema.const === 'string') return schema.const;
  const branches = schema.anyOf ?? (Array.isArray(schema.type) ? schema.type.map((type) => ({ type })) : null);
  if (Array.isArray(branches)) {
    const shapes = branches.map((branch) => shapeOf(branch, root));
    return { either: shapes.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
  }
  if (schema.type === 'array') return [shapeOf(schema.items as JsonSchema, root)];
  if (schema.type !== 'object') return schema.type;
  if (typeof schema.additionalProperties === 'object')
    return { each: shapeOf(schema.additionalProperties as JsonSchema, root) };
  const properties = Object.entries(schema.properties as Record<string, JsonSchema>);
  return {
    fields: Object.fromEntries(properties.map(([field, of]) => [field, shapeOf(of, root)])),
    required: [...(schema.required as string[])].sort(),
    others: schema.additionalProperties,
  };
}

function definition(ref: string, root: JsonSchema): JsonSchema {
  const path = ref.replace(/^#\/?/, '').split('/');
  return path.filter((part) => part !== '').reduce((at, part) => at[part] as JsonSchema, root);
}
