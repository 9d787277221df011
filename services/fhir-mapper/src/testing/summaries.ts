import {
  type Attributes,
  type Evidence,
  type Fact,
  type FhirProfile,
  NO_ATTRIBUTES,
  type Segment,
  type Speaker,
  type Summary,
} from '@clinical/contracts';

/** Summaries of our own writing for tests: a conversation, and facts that quote it. */
export type FactSketch = Partial<Omit<Fact, 'attributes' | 'evidence'>> & {
  readonly kind: Fact['kind'];
  readonly quote: string;
  readonly attributes?: Partial<Attributes>;
};

export interface SummarySketch {
  readonly jobId?: string;
  readonly language?: Summary['language'];
  readonly lines: readonly (readonly [Speaker, string])[];
  readonly facts: readonly FactSketch[];
  readonly age?: readonly [number, 'a' | 'mo' | 'wk' | 'd', string];
  readonly gender?: readonly ['male' | 'female' | 'other', string];
  readonly narrative?: readonly string[];
  readonly profile?: FhirProfile;
}

export const JOB = '5f0c6a1e-2b1d-4c8e-9a55-0a4f4c1d7e21';

/** Monday, 2 March 2026, 15:15 UTC. */
export const SUBMITTED_AT = Date.UTC(2026, 2, 2, 15, 15);

export function summaryOf(sketch: SummarySketch): Summary {
  const job_id = sketch.jobId ?? JOB;
  const language = sketch.language ?? 'es';
  const segments: Segment[] = sketch.lines.map(([speaker, text], i) => ({
    id: `s${i + 1}`,
    speaker,
    speaker_label: null,
    speaker_source: 'given',
    start_ms: null,
    end_ms: null,
    language,
    text,
  }));
  const find = (quote: string): Evidence[] => {
    const segment = segments.find((candidate) => candidate.text.includes(quote));
    if (segment === undefined) throw new Error(`Nobody says: ${quote}`);
    const start = segment.text.indexOf(quote);
    return [{ segment_id: segment.id, quote, start, end: start + quote.length }];
  };
  const engine = { name: 'embedded', model: null, version: '1.0.0', prompt_version: null };
  const facts = sketch.facts.map(
    ({ quote, attributes, ...rest }, i): Fact => ({
      id: `f${i + 1}`,
      text: quote,
      name: quote,
      concept: null,
      assertion: 'present',
      experiencer: 'patient',
      relation: null,
      source: 'lexicon',
      flags: [],
      ...rest,
      attributes: { ...NO_ATTRIBUTES, ...attributes },
      evidence: find(quote),
    }),
  );
  return {
    job_id,
    tenant: 'default',
    submitted_at: SUBMITTED_AT,
    language,
    patient: {
      age: sketch.age ? { value: sketch.age[0], unit: sketch.age[1], evidence: find(sketch.age[2]) } : null,
      gender: sketch.gender ? { value: sketch.gender[0], evidence: find(sketch.gender[1]) } : null,
    },
    facts,
    narrative: (sketch.narrative ?? []).map((text) => ({ text, fact_ids: [], segment_ids: [] })),
    rejected: [],
    possible_omissions: [],
    clinical_summary: {
      patient_age: sketch.age?.[0] ?? null,
      patient_gender: null,
      symptoms: [],
      risk_factors: [],
      relevant_conditions: [],
      narrative_summary: (sketch.narrative ?? []).join(' '),
    },
    engine,
    degraded: false,
    usage: null,
    warnings: [],
    transcript: {
      job_id,
      tenant: 'default',
      submitted_at: SUBMITTED_AT,
      source: 'transcript',
      language,
      segments,
      engine,
      audio_quality: null,
      warnings: [],
      fhir_profile: sketch.profile ?? 'r4',
      content_sha256: '0'.repeat(64),
    },
  };
}

/** One of everything, in Spanish. */
export const WHOLE_VISIT: SummarySketch = {
  language: 'es',
  lines: [
    ['clinician', '¿Qué la trae hoy? Veo que tiene 54 años.'],
    [
      'patient',
      'Soy una mujer con dolor de cabeza intenso en la frente desde hace tres días, cada mañana, y va a peor. Es opresivo, al agacharme más, y mejora a oscuras.',
    ],
    ['patient', 'No tengo fiebre. Quizá algo de mareo. El año pasado tuve tos.'],
    ['patient', 'Tengo hipertensión y tuve neumonía en 2019. No tengo diabetes.'],
    ['patient', 'Mi madre tiene diabetes tipo 2. Mi abuela materna no tuvo cáncer. Mi vecino tiene gripe.'],
    ['patient', 'Tomo losartán 50 mg cada mañana. Ya no tomo ibuprofeno, no me hacía nada. No tomo aspirina.'],
    [
      'patient',
      'Soy alérgica a la penicilina; al látex no. Dejé de fumar. Soy sedentaria. Me operaron de apendicitis en 2010.',
    ],
    [
      'clinician',
      'La tensión está en 135/85 y la temperatura es de 37,2 grados. La glucosa, 110 mg/dL. El pulso, raro.',
    ],
    [
      'clinician',
      'Puede ser migraña o sinusitis. No hay neumonía ahora. Si aparece rigidez de cuello, venga enseguida.',
    ],
    ['clinician', 'Le pediré una analítica. Repose dos días. Vuelva en una semana.'],
  ],
  age: [54, 'a', '54 años'],
  gender: ['female', 'mujer'],
  narrative: ['Mujer de 54 años con cefalea de tres días.', 'Se considera migraña & se pide analítica (<7 días).'],
  facts: [
    {
      kind: 'symptom',
      quote: 'dolor de cabeza',
      concept: 'headache',
      attributes: {
        severity: 'intenso',
        body_site: 'frente',
        duration: 'tres días',
        onset: 'desde hace tres días',
        frequency: 'cada mañana',
        trend: 'va a peor',
        character: 'opresivo',
        aggravated_by: 'al agacharme',
        relieved_by: 'a oscuras',
      },
    },
    { kind: 'symptom', quote: 'fiebre', assertion: 'negated', concept: 'fever' },
    { kind: 'symptom', quote: 'mareo', assertion: 'possible', concept: 'dizziness' },
    { kind: 'symptom', quote: 'tos', assertion: 'historical', concept: 'cough' },
    { kind: 'condition', quote: 'hipertensión', concept: 'hypertension', attributes: { status: 'chronic' } },
    {
      kind: 'condition',
      quote: 'neumonía en 2019',
      name: 'neumonía',
      assertion: 'historical',
      concept: 'pneumonia',
      attributes: { onset: 'en 2019', status: 'resolved' },
    },
    { kind: 'condition', quote: 'diabetes', assertion: 'negated' },
    {
      kind: 'condition',
      quote: 'diabetes tipo 2',
      assertion: 'family',
      experiencer: 'family',
      relation: 'madre',
      concept: 'type_2_diabetes',
    },
    { kind: 'condition', quote: 'cáncer', assertion: 'negated', experiencer: 'family', relation: 'abuela materna' },
    { kind: 'condition', quote: 'gripe', experiencer: 'other', relation: 'vecino' },
    { kind: 'medication', quote: 'losartán', attributes: { dose: '50 mg', frequency: 'cada mañana' } },
    {
      kind: 'medication',
      quote: 'ibuprofeno',
      assertion: 'historical',
      attributes: { status: 'stopped', effect: 'no me hacía nada' },
    },
    { kind: 'medication', quote: 'aspirina', assertion: 'negated' },
    { kind: 'allergy', quote: 'penicilina' },
    { kind: 'allergy', quote: 'látex', assertion: 'negated' },
    {
      kind: 'risk_factor',
      quote: 'Dejé de fumar',
      name: 'dejó de fumar',
      assertion: 'historical',
      concept: 'ex_smoker',
    },
    { kind: 'risk_factor', quote: 'sedentaria', concept: 'lack_of_exercise' },
    { kind: 'procedure', quote: 'operaron de apendicitis', assertion: 'historical', attributes: { onset: 'en 2010' } },
    { kind: 'measurement', quote: 'tensión está en 135/85', name: 'tensión arterial', attributes: { value: '135/85' } },
    {
      kind: 'measurement',
      quote: 'temperatura es de 37,2 grados',
      name: 'temperatura',
      attributes: { value: '37,2', unit: 'grados' },
    },
    { kind: 'measurement', quote: 'glucosa, 110 mg/dL', name: 'glucosa', attributes: { value: '110', unit: 'mg/dL' } },
    { kind: 'measurement', quote: 'El pulso, raro', name: 'pulso', attributes: { value: 'raro' } },
    { kind: 'condition', quote: 'migraña', assertion: 'possible', concept: 'migraine' },
    { kind: 'condition', quote: 'sinusitis', assertion: 'possible' },
    { kind: 'condition', quote: 'No hay neumonía', name: 'neumonía', assertion: 'negated', concept: 'pneumonia' },
    { kind: 'symptom', quote: 'rigidez de cuello', assertion: 'hypothetical' },
    { kind: 'plan', quote: 'analítica' },
    { kind: 'plan', quote: 'Repose dos días' },
    { kind: 'plan', quote: 'Vuelva en una semana', assertion: 'hypothetical' },
  ],
};

export const SETTINGS = {
  identifierSystem: 'urn:uuid:5bd2bd63-1d2e-5d2f-a2b3-7b1b0f3f1c11',
  publicUrl: 'https://clinic.example',
  timeZone: 'UTC',
} as const;
