import { expect, test } from 'vitest';
import { parseInstances, readConfig } from './config.ts';

test('the gateway listens on 8000 and everything is started here unless the environment says otherwise', () => {
  expect(readConfig({})).toEqual({
    gatewayPort: 8000,
    external: { kafka: undefined, registry: undefined, redis: undefined },
  });
});

test('given addresses are used; empty ones count as not given', () => {
  const config = readConfig({ PORT: '8010', KAFKA_BROKERS: 'a:1, b:2', SCHEMA_REGISTRY_URL: ' ', REDIS_URL: '' });
  expect(config).toEqual({
    gatewayPort: 8010,
    external: { kafka: ['a:1', 'b:2'], registry: undefined, redis: undefined },
  });
});

test('a bad port is refused by its name', () => {
  expect(() => readConfig({ PORT: 'http' })).toThrow(/PORT/);
  expect(() => readConfig({ PORT: '70000' })).toThrow(/PORT/);
});

test('instances are counted by service', () => {
  expect(parseInstances('summarizer=2,fhir-mapper=3')).toEqual({ summarizer: 2, 'fhir-mapper': 3 });
  expect(parseInstances('')).toEqual({});
});

test.each(['summariser=2', 'summarizer', 'summarizer=-1', 'gateway=1000'])('%s is refused with an example', (text) => {
  expect(() => parseInstances(text)).toThrow(/--instances summarizer=2,fhir-mapper=2/);
});
