import { type Fact, Summary } from '@clinical/contracts';
import { expect, test } from 'vitest';
import { describe as lines } from './demo.ts';

const fact = (kind: Fact['kind'], text: string, assertion: Fact['assertion'], quote: string) =>
  ({ kind, text, assertion, evidence: [{ segment_id: 's1', quote, start: 0, end: quote.length }] }) as unknown as Fact;

test('a demonstration reads as narrative, facts with the words they stand on, and counted resources', () => {
  const narrative = 'Paciente de 52 años que consulta por dolor de garganta desde hace cuatro días con fiebre.';
  const summary: Pick<Summary, 'facts' | 'clinical_summary' | 'language'> = {
    language: 'es',
    facts: [
      fact('symptom', 'dolor de garganta', 'present', 'un dolor de garganta bastante fuerte'),
      fact('symptom', 'tos', 'negated', 'Tos no'),
    ],
    clinical_summary: Summary.shape.clinical_summary.parse({
      patient_age: 52,
      patient_gender: null,
      symptoms: [],
      risk_factors: [],
      relevant_conditions: [],
      narrative_summary: narrative,
    }),
  };
  const resource = (resourceType: string) => ({ resource: { resourceType } });
  const bundle = { entry: [resource('Patient'), resource('Observation'), resource('Observation')] };
  expect(lines({ jobId: 'j', milliseconds: 1234, summary, bundle })).toEqual([
    'Summary (es), 1.2 s after it was submitted:',
    '',
    `  ${narrative}`,
    '',
    'Facts, each with the words it stands on:',
    '  symptom     dolor de garganta  «un dolor de garganta bastante fuerte»',
    '  symptom     [negated] tos      «Tos no»',
    '',
    'FHIR R4 bundle:',
    '  Patient      1',
    '  Observation  2',
  ]);
});
