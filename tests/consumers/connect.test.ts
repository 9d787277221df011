import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { avroSchema, TOPICS } from '@clinical/contracts';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../deploy/connect/', import.meta.url));
const CLASS = /^[a-z][\w]*(\.[a-z][\w]*)+\.[A-Z][\w]*(\$[A-Z][\w]*)?$/;
const files = globSync(`${folder}*.json`).sort();

test('there are examples', () => {
  expect(files.length).toBeGreaterThan(1);
});

test.each(files)('%s is what Connect takes', (file) => {
  const { name, config, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
  expect(rest).toEqual({});
  expect(name).toMatch(/^[a-z][a-z-]*$/);
  expect(config.topics).toBe(TOPICS.fhir.name);
  expect(config['consumer.override.isolation.level']).toBe('read_committed');
  for (const [key, value] of Object.entries<string>(config)) {
    expect(typeof value, key).toBe('string');
    if (/(\.class|converter|\.type)$/.test(key) && !key.startsWith('http.')) expect(value, key).toMatch(CLASS);
    for (const [, provider] of value.matchAll(/\$\{([^:}]*)/g)) expect(provider).toBe('env');
  }
  for (const list of ['transforms', 'predicates']) {
    for (const alias of (config[list] ?? '').split(',').filter(Boolean))
      expect(config).toHaveProperty([`${list}.${alias}.type`]);
  }
  const field = config['transforms.bundle.field'];
  const { fields } = avroSchema('FhirBundle') as { fields: { name: string }[] };
  if (field !== undefined) expect(fields.map((each) => each.name)).toContain(field);
});
