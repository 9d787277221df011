import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleOf } from '../../services/fhir-mapper/src/bundle.ts';
import { SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { gate } from '../../services/fhir-mapper/src/validate/gate.ts';
import { type ReferenceValidator, startReferenceValidator } from '../../tools/fhir-validator/validator.ts';
import { BROKEN_VARIANTS } from './broken-variants.ts';

const good = () => bundleOf(summaryOf(WHOLE_VISIT), 1, SUBMITTED_AT, SETTINGS);

/** What R4 allows, or what its validator does not look at: the mapping's own promises, which only the gate keeps. */
const ONLY_THE_GATE = [
  'reference to a server that is not there',
  'request of another type',
  'put under a foreign identifier',
  'patient matched by name',
  'code of another system',
  'section code as an observation',
  'blood pressure in another unit',
  'con-3: a problem without a clinical status',
  'evidence without its document',
  'machine-made but final',
  'machine-made but confirmed',
  'machine-made and not marked',
  'no Provenance for it',
  'evidence taken away',
  'a denial with the code of a finding',
  'refuted but active',
  'a plan that is an order',
];

let reference: ReferenceValidator;

beforeAll(async () => {
  reference = await startReferenceValidator();
}, 300_000);
afterAll(async () => {
  await reference[Symbol.asyncDispose]();
});

describe('a good bundle', () => {
  test('passes both validators', { timeout: 300_000 }, async () => {
    expect(gate(good())).toBeNull();
    expect((await reference.validate(good())).messages).toEqual([]);
  });
});

describe('a bundle broken in one place', () => {
  test('there are at least 40 of them, each different', () => {
    expect(new Set(BROKEN_VARIANTS.map((variant) => variant.name)).size).toBeGreaterThanOrEqual(40);
    const broken = BROKEN_VARIANTS.map((variant) => {
      const bundle = good();
      variant.break(bundle);
      return JSON.stringify(bundle);
    });
    expect(new Set([...broken, JSON.stringify(good())]).size).toBe(BROKEN_VARIANTS.length + 1);
  });

  test.each(BROKEN_VARIANTS)('the gate stops: $name', (variant) => {
    const bundle = good();
    variant.break(bundle);
    const outcome = gate(bundle);
    expect(outcome?.resourceType).toBe('OperationOutcome');
    expect(outcome?.issue?.length).toBeGreaterThan(0);
    expect(JSON.stringify(outcome)).not.toContain('dolor');
  });

  test('the reference validator stops the rest of them too', { timeout: 600_000 }, async () => {
    const results = await Promise.all(
      BROKEN_VARIANTS.map((variant) => {
        const bundle = good();
        variant.break(bundle);
        return reference.validate(bundle);
      }),
    );
    const passed = BROKEN_VARIANTS.filter((_, i) => results[i]!.valid).map((variant) => variant.name);
    expect(passed).toEqual(ONLY_THE_GATE);
  });
});
