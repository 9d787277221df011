import avro from 'avsc';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../examples/index.ts';
import { RECORDS } from './records.ts';
import { avroSchema } from './schemas.ts';
import { type RecordName, TOPICS } from './topics.ts';

const names = Object.keys(RECORDS) as RecordName[];
const avroType = (name: RecordName) => avro.Type.forSchema(avroSchema(name) as avro.Schema);
const isAvro = (name: RecordName, value: unknown) => avroType(name).isValid(value, { noUndeclaredFields: true });

test('every topic has a record, every record a topic', () => {
  expect(new Set(Object.values(TOPICS).map((topic) => topic.record))).toEqual(new Set(names));
});

describe.each(names)('%s', (name) => {
  const examples: readonly object[] = EXAMPLES[name];

  test('both accept each example, and it survives the wire', () => {
    for (const example of examples) {
      expect(RECORDS[name].safeParse(example).error?.issues ?? []).toEqual([]);
      const type = avroType(name);
      const back = type.fromBuffer(type.toBuffer(example));
      expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(example)));
    }
  });

  test('both refuse a missing, a mistyped and a surplus field, at any depth', () => {
    for (const example of examples) {
      for (const broken of breakages(example)) {
        expect({ ...broken, zod: RECORDS[name].safeParse(broken.value).success }).toMatchObject({ zod: false });
        if (broken.what.endsWith(' missing') && withDefault(name).has(broken.field)) continue;
        expect({ ...broken, avro: isAvro(name, broken.value) }).toMatchObject({ avro: false });
      }
    }
  });
});

/** Names of the fields for which Avro fills in a default; zod demands them all the same. */
function withDefault(name: RecordName): Set<string> {
  const found = new Set<string>();
  JSON.stringify(avroSchema(name), (_, part) => {
    if (part !== null && typeof part === 'object' && 'default' in part) found.add(part.name);
    return part;
  });
  return found;
}

/** Copies of a value with one field dropped, given a wrong type, or added, wherever an object stands. */
function* breakages(value: unknown): Generator<{ what: string; field: string; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const broken of breakages(item))
        yield { ...broken, what: `[${index}]${broken.what}`, value: value.with(index, broken.value) };
    }
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const isMap = Object.keys(value).every((key) => /^[A-Z]/.test(key));
  if (!isMap) yield { what: '.surplus', field: 'surplus', value: { ...value, surplus: 'x' } };
  for (const [key, field] of Object.entries(value)) {
    if (!isMap && field !== null) {
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      yield { what: `.${key} missing`, field: key, value: rest };
    }
    yield { what: `.${key} mistyped`, field: key, value: { ...value, [key]: { wrong: true } } };
    for (const broken of breakages(field)) {
      yield { ...broken, what: `.${key}${broken.what}`, value: { ...value, [key]: broken.value } };
    }
  }
}
