import { readdirSync, readFileSync } from 'node:fs';
import avro from 'avsc';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../examples/index.ts';
import { avroSchema } from './schemas.ts';
import { type RecordName, TOPICS } from './topics.ts';

const folder = new URL('../released/', import.meta.url);
const released = readdirSync(folder).map((file) => ({
  file,
  record: file.split('.')[0] as RecordName,
  schema: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as avro.Schema,
}));

test('every record has a released schema', () => {
  expect(new Set(released.map(({ record }) => record))).toEqual(
    new Set(Object.values(TOPICS).map((topic) => topic.record)),
  );
});

describe.each(released)('released/$file', ({ record, schema }) => {
  test('can be read with the schema of today', () => {
    const writer = avro.Type.forSchema(schema);
    const reader = avro.Type.forSchema(avroSchema(record) as avro.Schema);
    const resolver = reader.createResolver(writer);
    for (const example of EXAMPLES[record]) {
      const known = writer.clone(example, { skipMissingFields: true } as never);
      expect(reader.isValid(reader.fromBuffer(writer.toBuffer(known), resolver))).toBe(true);
    }
  });
});
