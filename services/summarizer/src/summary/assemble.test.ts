import { type Language, Summary, type Transcript } from '@clinical/contracts';
import { describe, expect, test } from 'vitest';
import { createEmbeddedEngine, draftOf } from '../embedded/engine.ts';
import { assemble } from './assemble.ts';

const { engine } = createEmbeddedEngine();

function noted(language: Language, ...texts: string[]): Transcript {
  return {
    job_id: '00000000-0000-5000-8000-000000000000',
    tenant: 'test',
    submitted_at: 0,
    source: 'text',
    language,
    segments: texts.map((text, i) => ({
      id: `s${i + 1}`,
      speaker: 'unknown',
      speaker_label: null,
      speaker_source: 'none',
      start_ms: null,
      end_ms: null,
      language,
      text,
    })),
    engine: { name: 'test', model: null, version: '1', prompt_version: null },
    audio_quality: null,
    warnings: [],
    fhir_profile: 'r4',
    content_sha256: '',
  };
}

const summarised = (language: Language, ...texts: string[]): Summary => {
  const transcript = noted(language, ...texts);
  return assemble(transcript, draftOf(transcript), { engine, degraded: false, usage: null, warnings: [] });
};

describe("the service's first example", () => {
  test('in Spanish, word for word', () => {
    const summary = summarised(
      'es',
      'Paciente de 45 años, masculino, presenta dolor de cabeza desde hace 3 días, severidad moderada. Tiene historial de migrañas.',
    );
    expect(Summary.parse(summary)).toEqual(summary);
    expect(summary.clinical_summary).toMatchObject({
      patient_age: 45,
      patient_gender: 'masculino',
      symptoms: [{ name: 'dolor de cabeza', duration: '3 días', severity: 'moderado' }],
      risk_factors: ['historial de migrañas'],
      relevant_conditions: ['migraña'],
    });
    expect(summary.clinical_summary.narrative_summary).toContain('Paciente de sexo masculino de 45 años');
  });

  test('in English', () => {
    expect(
      summarised(
        'en',
        '45-year-old male patient with a headache for 3 days, moderate severity. He has a history of migraines.',
      ).clinical_summary,
    ).toMatchObject({
      patient_age: 45,
      patient_gender: 'male',
      symptoms: [{ name: 'headache', duration: '3 days', severity: 'moderate' }],
      risk_factors: ['history of migraines'],
      relevant_conditions: ['migraine'],
    });
  });
});

describe('the flat summary', () => {
  test('tells a resolved past as history and never as a condition, a chronic one as both', () => {
    const flat = summarised(
      'es',
      'Paciente con antecedente de neumonía en 2016. Antecedentes de diabetes.',
    ).clinical_summary;
    expect(flat.risk_factors.join('; ')).toMatch(/antecedente de neumonía.*2016/i);
    expect(flat.relevant_conditions.join('; ')).not.toMatch(/neumonía/);
    expect(flat.relevant_conditions.join('; ')).toMatch(/diabetes/);
  });

  test('leaves out a condition that is only possible and over', () => {
    const said = 'Possible hepatitis.';
    const transcript = noted('en', said);
    const fact = {
      ...draftOf(transcript).facts[0]!,
      name: 'hepatitis',
      text: 'hepatitis',
      assertion: 'possible' as const,
    };
    const flat = (status: string | null) =>
      assemble(
        transcript,
        { age: null, gender: null, narrative: [], facts: [{ ...fact, attributes: { ...fact.attributes, status } }] },
        { engine, degraded: false, usage: null, warnings: [] },
      ).clinical_summary.relevant_conditions;
    expect(flat(null)).toEqual(['possible hepatitis']);
    expect(flat('resolved')).toEqual([]);
  });

  test('keeps home, work and journeys out of the risks; the narrative tells them', () => {
    const transcript: Transcript = {
      ...noted('en', 'I smoke.', 'I live on my own.'),
      segments: noted('en', 'I smoke.', 'I live on my own.').segments.map((one) => ({ ...one, speaker: 'patient' })),
    };
    const { clinical_summary: flat } = assemble(transcript, draftOf(transcript), {
      engine,
      degraded: false,
      usage: null,
      warnings: [],
    });
    expect(flat.risk_factors).toEqual(['smoking']);
    expect(flat.narrative_summary).toContain('Social history: live on my own.');
  });

  test('tells a family history as whose it is, and nowhere else', () => {
    const flat = summarised('es', 'Su madre tiene diabetes.').clinical_summary;
    expect(flat.risk_factors).toEqual([expect.stringMatching(/^antecedente familiar: diabetes.*\(madre\)$/)]);
    expect(flat.relevant_conditions).toEqual([]);
  });

  test('has nothing denied, hypothetical or of others, and the uncertain with its doubt', () => {
    const flat = summarised(
      'es',
      'Niega fiebre. Probable gastritis. Si presenta disnea, acudir a urgencias.',
    ).clinical_summary;
    expect(JSON.stringify([flat.symptoms, flat.risk_factors])).not.toMatch(/fiebre|disnea/);
    expect(flat.relevant_conditions).toEqual(['posible gastritis']);
  });

  test('says in words that nothing was found', () => {
    expect(summarised('es', 'Hola, buenos días.').clinical_summary).toMatchObject({
      patient_age: null,
      symptoms: [],
      narrative_summary: 'No se identificaron hallazgos clínicos en la conversación.',
    });
  });
});

describe("an engine's narrative", () => {
  const transcript = noted('es', 'Paciente con fiebre desde hace 3 días. Niega tos. Su madre tiene asma.');
  const drafted = draftOf(transcript);
  const index = (name: string): number => drafted.facts.findIndex((fact) => fact.name === name);
  const told = (text: string, ...names: string[]) =>
    assemble(
      transcript,
      { ...drafted, narrative: [{ text, facts: names.map(index) }] },
      { engine, degraded: false, usage: null, warnings: [] },
    );

  test('is kept where it says what its facts say', () => {
    const text = 'El paciente presenta fiebre desde hace 3 días.';
    expect(told(text, 'fiebre').narrative[0]!.text).toBe(text);
  });

  test.each([
    ['El paciente presenta fiebre desde hace 5 días.', ['fiebre'], 'number_not_in_facts'],
    ['El paciente presenta fiebre y neumonía.', ['fiebre'], 'finding_not_in_facts'],
    ['El paciente presenta fiebre y toma metformina.', ['fiebre'], 'drug_not_in_facts'],
    ['El paciente presenta tos.', ['tos'], 'polarity_conflict'],
    ['El paciente tiene asma.', ['asma'], 'polarity_conflict'],
    ['El paciente está gravemente caquéctico.', ['fiebre'], 'words_not_in_facts'],
    ['The patient has had fiebre for 3 days.', ['fiebre'], 'other_language'],
    ['El paciente está estable.', [], 'no_verified_fact_cited'],
  ])('%s is dropped', (text, names, reason) => {
    const summary = told(text, ...names);
    expect(summary.rejected).toContainEqual(expect.objectContaining({ what: 'narrative', text, reason }));
    expect(summary.clinical_summary.narrative_summary).not.toContain(text);
    expect(summary.clinical_summary.narrative_summary).toContain('fiebre');
  });
});

test('what no fact covers is listed as a possible omission, with its place', () => {
  const transcript = noted('es', 'Paciente con fiebre. Toma metformina.');
  const drafted = draftOf(transcript);
  const without = { ...drafted, facts: drafted.facts.filter(({ name }) => name !== 'metformina') };
  const { possible_omissions } = assemble(transcript, without, { engine, degraded: false, usage: null, warnings: [] });
  expect(possible_omissions).toEqual([
    {
      kind: 'medication',
      text: 'metformina',
      evidence: [{ segment_id: 's1', quote: 'metformina', start: 26, end: 36 }],
    },
  ]);
});
