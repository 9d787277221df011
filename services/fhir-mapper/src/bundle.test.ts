import type {
  AllergyIntolerance,
  Bundle,
  Composition,
  Condition,
  MedicationStatement,
  Observation,
  Provenance,
  Resource,
} from '@medplum/fhirtypes';
import { describe, expect, test } from 'vitest';
import { bundleOf } from './bundle.ts';
import { DERIVATION_REFERENCE } from './elements/evidence.ts';
import { SETTINGS, SUBMITTED_AT, type SummarySketch, summaryOf, WHOLE_VISIT } from './testing/summaries.ts';
import { transcriptText } from './transcript-text.ts';
import { gate } from './validate/gate.ts';

const map = (sketch: SummarySketch, attempt = 1): Bundle =>
  bundleOf(summaryOf(sketch), attempt, SUBMITTED_AT + 5000, SETTINGS);
const all = <T extends Resource>(bundle: Bundle, type: T['resourceType']): T[] =>
  bundle.entry!.map((entry) => entry.resource as T).filter((resource) => resource.resourceType === type);
const valued = (bundle: Bundle, text: string): Observation =>
  all<Observation>(bundle, 'Observation').find((o) => o.valueCodeableConcept?.text === text)!;
const named = <T extends Resource & { code?: { text?: string } }>(
  bundle: Bundle,
  type: T['resourceType'],
  text: string,
): T[] => all<T>(bundle, type).filter((resource) => resource.code?.text === text);

const visit = map(WHOLE_VISIT);

describe('a whole visit', () => {
  test('passes the gate, in either shape and language', () => {
    expect(gate(visit)).toBeNull();
    expect(gate(map({ ...WHOLE_VISIT, profile: 'ips' }))).toBeNull();
    expect(gate(map({ ...WHOLE_VISIT, language: 'en' }))).toBeNull();
    expect(gate(map({ ...WHOLE_VISIT, language: 'und' }))).toBeNull();
    expect(gate(map({ lines: [], facts: [] }))).toBeNull();
  });

  test('a symptom has its code, its words, its beginning and its attributes', () => {
    const headache = valued(visit, 'dolor de cabeza');
    expect(headache.status).toBe('preliminary');
    expect(headache.code?.coding?.[0]?.code).toBe('75325-1');
    expect(headache.valueCodeableConcept?.coding?.[0]).toEqual({
      system: 'http://hl7.org/fhir/sid/icd-10-cm',
      code: 'R51.9',
      display: 'Headache, unspecified',
    });
    expect(headache.effectivePeriod).toEqual({ start: '2026-02-27' });
    expect(headache.bodySite?.text).toBe('frente');
    expect(headache.component?.map((c) => [c.code?.coding?.[0]?.code, c.valueCodeableConcept?.text])).toEqual([
      ['64750-3', 'intenso'],
      ['104156-5', 'cada mañana'],
      ['89253-9', 'va a peor'],
      ['56823-8', 'opresivo'],
      ['100752-5', 'al agacharme'],
      ['100753-3', 'a oscuras'],
    ]);
  });

  test('a denied symptom is absent, a possible one carries no code, a past one has ended', () => {
    expect(valued(visit, 'fiebre').code?.coding?.[0]?.code).toBe('111551-8');
    expect(valued(visit, 'mareo (posible)').valueCodeableConcept?.coding).toBeUndefined();
    expect(valued(visit, 'tos').effectivePeriod).toEqual({ end: '2026-03-02' });
  });

  test('conditions: unconfirmed, differential, refuted, resolved', () => {
    const status = (text: string): (string | undefined)[] =>
      named<Condition>(visit, 'Condition', text).map((c) => c.verificationStatus?.coding?.[0]?.code);
    expect(status('hipertensión')).toEqual(['unconfirmed']);
    expect(status('migraña')).toEqual(['differential']);
    expect(status('diabetes')).toEqual(['refuted']);
    expect(status('neumonía').sort()).toEqual(['refuted', 'unconfirmed']);
    const past = named<Condition>(visit, 'Condition', 'neumonía').find((c) => c.clinicalStatus !== undefined)!;
    expect(past.clinicalStatus?.coding?.[0]?.code).toBe('resolved');
    expect(past.onsetDateTime).toBe('2019');
  });

  test('family and strangers stay out of the patient', () => {
    const family = visit.entry!.map((e) => e.resource).filter((r) => r?.resourceType === 'FamilyMemberHistory');
    expect(family).toHaveLength(1);
    expect(JSON.stringify(family[0])).toContain('"MTH"');
    expect(named<Condition>(visit, 'Condition', 'diabetes tipo 2')).toEqual([]);
    expect(JSON.stringify(visit)).toContain('gripe (vecino)');
    expect(named<Condition>(visit, 'Condition', 'gripe')).toEqual([]);
    expect(JSON.stringify(visit)).toContain('cáncer (abuela materna, negado)');
  });

  test('medication: taken, stopped, not taken', () => {
    const statements = all<MedicationStatement>(visit, 'MedicationStatement');
    expect(statements.map((m) => [m.medicationCodeableConcept?.text, m.status, m.dosage?.[0]?.text])).toEqual([
      ['losartán', 'active', '50 mg, cada mañana'],
      ['ibuprofeno', 'stopped', undefined],
      ['aspirina', 'not-taken', undefined],
    ]);
  });

  test('an allergy is unconfirmed, a denied one refuted, and only a denial of all is "no known allergy"', () => {
    const status = (bundle: Bundle): unknown[] =>
      all<AllergyIntolerance>(bundle, 'AllergyIntolerance').map((a) => [
        a.code?.text,
        a.verificationStatus?.coding?.[0]?.code,
        a.code?.coding?.[0]?.code,
      ]);
    expect(status(visit)).toEqual([
      ['penicilina', 'unconfirmed', undefined],
      ['látex', 'refuted', undefined],
    ]);
    const none = map({
      lines: [['patient', 'No tengo alergias.']],
      facts: [{ kind: 'allergy', quote: 'alergias', assertion: 'negated' }],
    });
    expect(status(none)).toEqual([['alergias', 'unconfirmed', '716186003']]);
    expect(gate(none)).toBeNull();
  });

  test('vital signs get code and unit, other measurements keep their words', () => {
    const coded = (code: string): Observation | undefined =>
      all<Observation>(visit, 'Observation').find((o) => o.code?.coding?.[0]?.code === code);
    expect(coded('85354-9')?.component?.map((c) => c.valueQuantity?.value)).toEqual([135, 85]);
    expect(coded('8310-5')?.valueQuantity).toMatchObject({ value: 37.2, unit: 'grados', code: 'Cel' });
    const texts = all<Observation>(visit, 'Observation').map((o) => [
      o.code?.text,
      o.valueQuantity?.code ?? o.valueString,
    ]);
    expect(texts).toContainEqual(['glucosa', 'mg/dL']);
    expect(texts).toContainEqual(['pulso', 'raro']);
  });

  test('smoking and habits are social history', () => {
    expect(valued(visit, 'dejó de fumar').valueCodeableConcept?.coding?.[0]?.code).toBe('8517006');
    expect(valued(visit, 'sedentaria').valueCodeableConcept?.coding?.[0]?.code).toBe('Z72.3');
  });
});

test('an age of more decimals than receivers take is rounded', () => {
  const summary = summaryOf(WHOLE_VISIT);
  const age = { ...summary.patient.age!, value: 0.0000020711427553576496, unit: 'mo' as const };
  const bundle = bundleOf({ ...summary, patient: { ...summary.patient, age } }, 1, SUBMITTED_AT, SETTINGS);
  const ages = bundle.entry!.flatMap(({ resource }) =>
    resource?.resourceType === 'Observation' && resource.valueQuantity?.code === 'mo' ? [resource.valueQuantity] : [],
  );
  expect(ages.map(({ value }) => value)).toEqual([0]);
});

describe('evidence and provenance', () => {
  test('every offset leads back to the quote in the transcript', () => {
    const summary = summaryOf(WHOLE_VISIT);
    const { text } = transcriptText(summary.transcript);
    const quotes = new Set(
      [
        ...summary.facts.flatMap((f) => f.evidence),
        ...summary.patient.age!.evidence,
        ...summary.patient.gender!.evidence,
      ].map((e) => e.quote),
    );
    const spans = [
      ...JSON.stringify(visit).matchAll(/"url":"offset","valueInteger":(\d+)\},\{"url":"length","valueInteger":(\d+)/g),
    ];
    expect(spans.length).toBeGreaterThan(20);
    for (const [, offset, length] of spans)
      expect(quotes).toContain(text.slice(Number(offset), Number(offset) + Number(length)));
    expect(JSON.stringify(visit)).toContain(DERIVATION_REFERENCE);
  });

  test('one Provenance names every machine-made resource and the transcript', () => {
    const [provenance] = all<Provenance>(visit, 'Provenance');
    const marked = visit.entry!.filter((e) => e.resource?.meta?.security?.[0]?.code === 'AIAST').map((e) => e.fullUrl);
    expect(provenance!.target?.map((t) => t.reference).sort()).toEqual(marked.sort());
    expect(provenance!.entity?.[0]).toMatchObject({ role: 'source' });
  });
});

describe('identity', () => {
  test('a corrected assertion keeps its identity, a second attempt too', () => {
    const url = (assertion: 'present' | 'negated', attempt: number): string[] =>
      map({ lines: [['patient', 'Tengo fiebre']], facts: [{ kind: 'symptom', quote: 'fiebre', assertion }] }, attempt)
        .entry!.filter((e) => e.resource?.resourceType === 'Observation')
        .map((e) => e.request!.url!);
    expect(url('present', 1)).toEqual(url('negated', 2));
  });

  test('two blood pressures of one visit are two', () => {
    const lines = [['clinician', 'Tensión 150/90. Tensión 140/85.']] as const;
    const facts = ['150/90', '140/85'].map(
      (value) => ({ kind: 'measurement', quote: value, name: 'tensión', attributes: { value } }) as const,
    );
    const urls = map({ lines, facts }).entry!.map((e) => e.fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    expect(all(map({ lines, facts }), 'Observation')).toHaveLength(2);
  });

  test('what is said twice in the same words at the same place is one', () => {
    const fact = { kind: 'symptom', quote: 'fiebre' } as const;
    expect(all(map({ lines: [['patient', 'fiebre']], facts: [fact, fact] }), 'Observation')).toHaveLength(1);
  });
});

describe('the note', () => {
  test('speaks the language of the conversation and escapes its words', () => {
    const [note] = all<Composition>(visit, 'Composition');
    expect(note!.language).toBe('es');
    expect(note!.text?.div).toContain('lang="es" xml:lang="es"');
    expect(note!.text?.div).toContain('migraña &amp; se pide analítica (&lt;7 días)');
    expect(note!.section?.map((s) => s.title)).toEqual([
      'Motivo de consulta',
      'Enfermedad actual',
      'Problemas',
      'Alergias',
      'Medicación',
      'Antecedentes sociales',
      'Antecedentes familiares',
      'Constantes y mediciones',
      'Procedimientos',
      'Plan propuesto',
      'También se dijo',
      'Valoración',
    ]);
  });

  test('shaped for IPS, it says which lists nobody spoke of', () => {
    const [note] = all<Composition>(map({ lines: [], facts: [], profile: 'ips' }), 'Composition');
    expect(note!.type?.coding?.[0]?.code).toBe('60591-5');
    expect(note!.section?.map((s) => [s.code?.coding?.[0]?.code, s.emptyReason?.coding?.[0]?.code])).toEqual([
      ['11450-4', 'notasked'],
      ['48765-2', 'notasked'],
      ['10160-0', 'notasked'],
      ['51848-0', undefined],
    ]);
  });
});
