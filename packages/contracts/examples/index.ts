/**
 * One small consultation of our own writing, as it stands on each topic. The records are tied together: the summary's
 * evidence refers to the transcript's segments.
 */
import { jobEvent } from '../src/events.ts';
import type {
  Control,
  DeadLetter,
  Evidence,
  Fact,
  FhirBundle,
  JobEvent,
  Submission,
  Summary,
  Transcript,
} from '../src/records.ts';
import { NO_ATTRIBUTES } from '../src/records.ts';

const job_id = '5f0c9a52-6f0e-4d5a-9b86-0a4f6a6d8f11';
const tenant = 'default';
const submitted_at = Date.UTC(2026, 10, 22, 9, 30);
const sha256 = 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c';

export const submission: Submission = {
  job_id,
  tenant,
  submitted_at,
  kind: 'text',
  media_type: 'text/plain',
  language_hint: 'es',
  content: 'Doctor: ¿Tiene fiebre?\nPaciente: No. Me duele la rodilla izquierda desde hace dos semanas.',
  blob: null,
  content_sha256: sha256,
  fhir_profile: 'r4',
};

export const audioSubmission: Submission = {
  ...submission,
  kind: 'audio',
  media_type: 'audio/ogg',
  language_hint: null,
  content: null,
  blob: { key: `default/${sha256}`, sha256, bytes: 183_422, media_type: 'audio/ogg' },
  fhir_profile: 'ips',
};

export const transcript: Transcript = {
  job_id,
  tenant,
  submitted_at,
  source: 'text',
  language: 'es',
  segments: [
    {
      id: 's1',
      speaker: 'clinician',
      speaker_label: 'Doctor',
      speaker_source: 'given',
      start_ms: null,
      end_ms: null,
      language: 'es',
      text: '¿Tiene fiebre?',
    },
    {
      id: 's2',
      speaker: 'patient',
      speaker_label: 'Paciente',
      speaker_source: 'given',
      start_ms: 1200,
      end_ms: 5400,
      language: 'es',
      text: 'No. Me duele la rodilla izquierda desde hace dos semanas.',
    },
  ],
  engine: { name: 'parser', model: null, version: '1', prompt_version: null },
  audio_quality: { duration_ms: 5400, speech_ms: 4100, snr_db: 18.5, clipped_ratio: 0 },
  warnings: [{ code: 'poor_audio', detail: 'signal to noise 8 dB' }],
  fhir_profile: 'r4',
  content_sha256: sha256,
};

const quote = (segment_id: string, quote: string): Evidence => {
  const text = transcript.segments.find((segment) => segment.id === segment_id)!.text;
  const start = text.indexOf(quote);
  return { segment_id, quote, start, end: start + quote.length };
};

const knee: Fact = {
  id: 'f2',
  kind: 'symptom',
  text: 'Me duele la rodilla izquierda',
  name: 'dolor de rodilla',
  concept: null,
  assertion: 'present',
  experiencer: 'patient',
  relation: null,
  attributes: { ...NO_ATTRIBUTES, duration: 'dos semanas', body_site: 'rodilla', laterality: 'izquierda' },
  evidence: [quote('s2', 'Me duele la rodilla izquierda desde hace dos semanas')],
  source: 'grammar',
  flags: [],
};

const fever: Fact = {
  ...knee,
  id: 'f1',
  text: 'fiebre',
  name: 'fiebre',
  concept: 'fever',
  assertion: 'negated',
  attributes: NO_ATTRIBUTES,
  evidence: [quote('s1', '¿Tiene fiebre?'), quote('s2', 'No.')],
  source: 'lexicon',
};

export const summary: Summary = {
  job_id,
  tenant,
  submitted_at,
  language: 'es',
  patient: {
    age: { value: 45, unit: 'a', evidence: [] },
    gender: { value: 'female', evidence: [] },
  },
  facts: [fever, knee],
  narrative: [{ text: 'Refiere dolor de rodilla izquierda.', fact_ids: ['f2'], segment_ids: ['s2'] }],
  rejected: [
    { what: 'fact', kind: 'medication', text: 'ibuprofeno 600 mg', quote: 'ibuprofeno', reason: 'quote_not_found' },
  ],
  possible_omissions: [{ kind: 'symptom', text: 'fiebre', evidence: [quote('s1', 'fiebre')] }],
  clinical_summary: {
    patient_age: 45,
    patient_gender: 'femenino',
    symptoms: [{ name: 'dolor de rodilla', duration: 'dos semanas', severity: null }],
    risk_factors: [],
    relevant_conditions: [],
    narrative_summary: 'Refiere dolor de rodilla izquierda.',
  },
  engine: { name: 'openai', model: 'some-model', version: '1', prompt_version: 'p1' },
  degraded: false,
  usage: { prompt_tokens: 812, completion_tokens: 204, calls: 1, cost: { amount: 0.000245, currency: 'USD' } },
  warnings: [],
  transcript,
};

export const fhirBundle: FhirBundle = {
  job_id,
  tenant,
  attempt: 1,
  created_at: submitted_at + 900,
  bundle_id: '0b6d0f9e-8d5c-5a0f-9a52-0d3f1c6e7a21',
  fhir_version: '4.0.1',
  profile: 'r4',
  mapper_version: '1',
  terminology_version: '2026-11',
  resource_counts: { Patient: 1, Observation: 2 },
  bundle: '{"resourceType":"Bundle","type":"transaction"}',
};

const context = { job_id, tenant, attempt: 1, stage: 'fhir-mapper', now: submitted_at + 900 } as const;

export const completed: JobEvent = jobEvent(context, 'completed', {
  transcript: { inline: JSON.stringify(transcript), blob: null },
  summary: { inline: null, blob: { key: `default/${sha256}`, sha256, bytes: 600_000, media_type: 'application/json' } },
  fhir: { inline: fhirBundle.bundle, blob: null },
});

export const failed: JobEvent = jobEvent({ ...context, attempt: 2, stage: 'transcriber' }, 'failed', {
  problem: { code: 'invalid_transcript', title: 'The WebVTT file has no cue.', retryable: false },
});

export const delayed: JobEvent = jobEvent({ ...context, stage: 'summarizer' }, 'summarizing', {
  delayed: 'dependency_unavailable',
});

export const control: Control = { job_id, tenant, attempt: 1, action: 'cancel', requested_at: submitted_at + 500 };

export const deadLetter: DeadLetter = {
  topic: 'clinical.submissions.v1',
  partition: 3,
  offset: '90071992547409930',
  stage: 'transcriber',
  code: 'invalid_transcript',
  attempts: 1,
  first_at: '2026-11-22T09:30:00.000Z',
  last_at: '2026-11-22T09:30:01.000Z',
};

/** Every example by its record's name. */
export const EXAMPLES = {
  Submission: [submission, audioSubmission],
  Transcript: [transcript],
  Summary: [summary, { ...summary, patient: { age: null, gender: null }, usage: null }],
  FhirBundle: [fhirBundle],
  JobEvent: [completed, failed, delayed],
  Control: [control],
  DeadLetter: [deadLetter],
} as const;
