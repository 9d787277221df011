import { ConfigurationError } from '@clinical/runtime';
import { expect, test } from 'vitest';
import { gatewayConfig } from './config.ts';

const needed = { KAFKA_BROKERS: '127.0.0.1:9092', SCHEMA_REGISTRY_URL: 'http://127.0.0.1:8081', BLOB_DIR: 'blobs' };

test('tenants have the FHIR profile that they are given', () => {
  const { fhirProfiles } = gatewayConfig({ ...needed, TENANT_FHIR_PROFILES: 'north:ips, south:r4' });
  expect([...fhirProfiles]).toEqual([
    ['north', 'ips'],
    ['south', 'r4'],
  ]);
  expect(gatewayConfig(needed).fhirProfiles.size).toBe(0);
});

test.each(['north', 'north:r5', ':ips'])('%s is refused by the name of the variable', (list) => {
  expect(() => gatewayConfig({ ...needed, TENANT_FHIR_PROFILES: list })).toThrow(ConfigurationError);
  expect(() => gatewayConfig({ ...needed, TENANT_FHIR_PROFILES: list })).toThrow(/TENANT_FHIR_PROFILES/);
});
