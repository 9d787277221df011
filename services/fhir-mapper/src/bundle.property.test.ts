import { Summary } from '@clinical/contracts';
import type { Bundle, BundleEntry, CodeableConcept, Condition, Observation, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleOf } from './bundle.ts';
import { route } from './route.ts';
import { noneKnown } from './terminology/none-known.ts';
import { arbitrarySummary } from './testing/arbitrary-summary.ts';
import { SETTINGS, SUBMITTED_AT } from './testing/summaries.ts';
import { gate } from './validate/gate.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);
const mapped = (summary: Summary, attempt = 1, now = SUBMITTED_AT): Bundle => bundleOf(summary, attempt, now, SETTINGS);
const resources = <T extends Resource>(bundle: Bundle, type: T['resourceType']): T[] =>
  (bundle.entry ?? []).map((entry) => entry.resource as T).filter((resource) => resource.resourceType === type);
const identities = (bundle: Bundle): string[] =>
  (bundle.entry ?? []).map((entry: BundleEntry) => `${entry.resource?.resourceType} ${entry.fullUrl}`).sort();
const coded = (concept: CodeableConcept | undefined, code: string): boolean =>
  (concept?.coding ?? []).some((coding) => coding.code === code);
const check = <T>(property: fc.IRawProperty<T>): void => {
  fc.assert(property, { numRuns: RUNS });
};

describe('for every summary that the contract allows', { timeout: 300_000 }, () => {
  test('the arbitrary itself is what the contract allows', () => {
    check(
      fc.property(arbitrarySummary, (summary) => {
        expect(Summary.safeParse(summary).success).toBe(true);
      }),
    );
  });

  test('the bundle passes the gate, so every reference resolves and every code is pinned', () => {
    check(
      fc.property(arbitrarySummary, (summary) => {
        expect(gate(mapped(summary))).toBeNull();
      }),
    );
  });

  test('what is negated never appears as present', () => {
    check(
      fc.property(arbitrarySummary, (summary) => {
        const denied = { ...summary, facts: summary.facts.map((fact) => ({ ...fact, assertion: 'negated' as const })) };
        const bundle = mapped(denied);
        const stands = denied.facts.filter((fact) => noneKnown(fact) !== undefined).length;
        for (const observation of resources<Observation>(bundle, 'Observation')) {
          expect(coded(observation.code, '75325-1')).toBe(false);
          expect(coded(observation.code, '85354-9')).toBe(false);
          for (const coding of observation.valueCodeableConcept?.coding ?? []) {
            const absent = coded(observation.code, '111551-8');
            const neverSmoked = coding.code === '266919005';
            expect(absent || neverSmoked).toBe(true);
          }
        }
        const refuted = (concept?: CodeableConcept): boolean => coded(concept, 'refuted');
        const standing = [
          ...resources<Condition>(bundle, 'Condition').filter((r) => !refuted(r.verificationStatus)),
          ...(bundle.entry ?? [])
            .map((entry) => entry.resource)
            .filter((r) => r?.resourceType === 'AllergyIntolerance' && !refuted(r.verificationStatus)),
          ...(bundle.entry ?? [])
            .map((entry) => entry.resource)
            .filter((r) => r?.resourceType === 'MedicationStatement' && r.status !== 'not-taken'),
        ];
        expect(standing.length).toBeLessThanOrEqual(stands);
        for (const resource of standing)
          expect(JSON.stringify(resource)).toMatch(/716186003|787481004|160245001|429625007/);
        expect(resources(bundle, 'FamilyMemberHistory')).toEqual([]);
        expect(resources(bundle, 'CarePlan')).toEqual([]);
      }),
    );
  });

  test("what is the family's or another person's is never the patient's", () => {
    check(
      fc.property(arbitrarySummary, fc.boolean(), (summary, family) => {
        const facts = summary.facts.map((fact, i) => ({
          ...fact,
          ...(family && i % 2
            ? { assertion: 'family' as const }
            : { experiencer: family ? ('family' as const) : ('other' as const) }),
        }));
        const bundle = mapped({
          ...summary,
          patient: { age: null, gender: null },
          facts: facts.filter((fact) => !family || fact.experiencer !== 'other'),
        });
        const allowed = [
          'Patient',
          'Device',
          'Encounter',
          'DocumentReference',
          'ClinicalImpression',
          'Composition',
          'Provenance',
        ];
        for (const entry of bundle.entry ?? []) {
          expect([...allowed, ...(family ? ['FamilyMemberHistory'] : [])]).toContain(entry.resource?.resourceType);
        }
      }),
    );
  });

  test('identities do not depend on the order of the facts, on the attempt or on the time', () => {
    check(
      fc.property(
        arbitrarySummary.chain((summary) =>
          fc
            .shuffledSubarray(summary.facts, { minLength: summary.facts.length, maxLength: summary.facts.length })
            .map((facts) => ({ ...summary, shuffled: facts })),
        ),
        ({ shuffled, ...summary }) => {
          const withoutProvenance = (bundle: Bundle): string[] =>
            identities(bundle).filter((identity) => !identity.startsWith('Provenance'));
          const original = mapped(summary);
          expect(identities(mapped({ ...summary, facts: shuffled }))).toEqual(identities(original));
          expect(withoutProvenance(mapped(summary, 2, SUBMITTED_AT + 86_400_000))).toEqual(withoutProvenance(original));
        },
      ),
    );
  });

  test('the same input gives the same bytes', () => {
    check(
      fc.property(arbitrarySummary, (summary) => {
        expect(JSON.stringify(mapped(structuredClone(summary)))).toBe(JSON.stringify(mapped(summary)));
      }),
    );
  });

  test('every fact with a readable word stands in the note', () => {
    check(
      fc.property(arbitrarySummary, (summary) => {
        const note = JSON.stringify(resources(mapped(summary), 'Composition')[0]);
        const readable = summary.facts.filter((fact) => route(fact) !== 'nothing').length;
        const distinct = new Set(summary.facts.map((fact) => JSON.stringify({ ...fact, id: '' }))).size;
        if (readable > 0) expect(note.match(/<li>/g)?.length ?? 0).toBeGreaterThan(0);
        expect(note.match(/<li>/g)?.length ?? 0).toBeLessThanOrEqual(Math.min(readable, distinct));
      }),
    );
  });
});
