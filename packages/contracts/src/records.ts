/**
 * zod mirrors of the Avro records. The .avsc files own the wire; these guard what enters from HTTP, files and models,
 * and give the types. records.test.ts proves that both accept the same values.
 */
import * as z from 'zod';

const millis = z.int().nonnegative();
const text = z.string();
const nullableText = z.string().nullable();

export const BlobRef = z.strictObject({
  key: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  media_type: text,
});
export type BlobRef = z.infer<typeof BlobRef>;

export const FhirProfile = z.enum(['r4', 'ips']);
export type FhirProfile = z.infer<typeof FhirProfile>;

export const Submission = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  submitted_at: millis,
  kind: z.enum(['text', 'transcript', 'audio']),
  media_type: text,
  language_hint: nullableText,
  content: nullableText,
  blob: BlobRef.nullable(),
  content_sha256: text,
  fhir_profile: FhirProfile,
});
export type Submission = z.infer<typeof Submission>;

export const Language = z.enum(['es', 'en', 'mixed', 'und']);
export type Language = z.infer<typeof Language>;

export const Speaker = z.enum(['clinician', 'patient', 'other', 'unknown']);
export type Speaker = z.infer<typeof Speaker>;

export const Segment = z.strictObject({
  id: text,
  speaker: Speaker,
  speaker_label: nullableText,
  speaker_source: z.enum(['given', 'recogniser', 'inferred', 'none']),
  start_ms: millis.nullable(),
  end_ms: millis.nullable(),
  language: Language,
  text,
});
export type Segment = z.infer<typeof Segment>;

export const Engine = z.strictObject({
  name: text,
  model: nullableText,
  version: text,
  prompt_version: nullableText,
});
export type Engine = z.infer<typeof Engine>;

export const Warning = z.strictObject({ code: text, detail: text });
export type Warning = z.infer<typeof Warning>;

export const AudioQuality = z.strictObject({
  duration_ms: millis,
  speech_ms: millis,
  snr_db: z.number().nullable(),
  clipped_ratio: z.number(),
});
export type AudioQuality = z.infer<typeof AudioQuality>;

export const Transcript = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  submitted_at: millis,
  source: z.enum(['text', 'transcript', 'audio']),
  language: Language,
  segments: z.array(Segment),
  engine: Engine,
  audio_quality: AudioQuality.nullable(),
  warnings: z.array(Warning),
  fhir_profile: FhirProfile,
  content_sha256: text,
});
export type Transcript = z.infer<typeof Transcript>;

/** quote === segment.text.slice(start, end); offsets in UTF-16 code units. */
export const Evidence = z.strictObject({
  segment_id: text,
  quote: text,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});
export type Evidence = z.infer<typeof Evidence>;

export const FactKind = z.enum([
  'symptom',
  'condition',
  'medication',
  'allergy',
  'risk_factor',
  'measurement',
  'procedure',
  'plan',
]);
export type FactKind = z.infer<typeof FactKind>;

export const Assertion = z.enum(['present', 'negated', 'possible', 'historical', 'family', 'hypothetical']);
export type Assertion = z.infer<typeof Assertion>;

export const Experiencer = z.enum(['patient', 'family', 'other']);
export type Experiencer = z.infer<typeof Experiencer>;

export const Attributes = z.strictObject({
  onset: nullableText,
  duration: nullableText,
  severity: nullableText,
  body_site: nullableText,
  laterality: nullableText,
  frequency: nullableText,
  dose: nullableText,
  route: nullableText,
  trend: nullableText,
  status: nullableText,
  value: nullableText,
  unit: nullableText,
  character: nullableText,
  aggravated_by: nullableText,
  relieved_by: nullableText,
  effect: nullableText,
});
export type Attributes = z.infer<typeof Attributes>;

/** Nothing is said of a finding but that it is there. */
export const NO_ATTRIBUTES: Attributes = {
  onset: null,
  duration: null,
  severity: null,
  body_site: null,
  laterality: null,
  frequency: null,
  dose: null,
  route: null,
  trend: null,
  status: null,
  value: null,
  unit: null,
  character: null,
  aggravated_by: null,
  relieved_by: null,
  effect: null,
};

export const Fact = z.strictObject({
  id: text,
  kind: FactKind,
  text,
  name: text,
  concept: nullableText,
  assertion: Assertion,
  experiencer: Experiencer,
  relation: nullableText,
  attributes: Attributes,
  evidence: z.array(Evidence),
  source: z.enum(['model', 'lexicon', 'grammar']),
  flags: z.array(text),
});
export type Fact = z.infer<typeof Fact>;

export const Age = z.strictObject({
  value: z.number().nonnegative(),
  unit: z.enum(['a', 'mo', 'wk', 'd']),
  evidence: z.array(Evidence),
});
export type Age = z.infer<typeof Age>;

export const StatedGender = z.strictObject({ value: z.enum(['male', 'female', 'other']), evidence: z.array(Evidence) });
export type StatedGender = z.infer<typeof StatedGender>;

export const NarrativeSentence = z.strictObject({ text, fact_ids: z.array(text), segment_ids: z.array(text) });
export type NarrativeSentence = z.infer<typeof NarrativeSentence>;

export const RejectedDraft = z.strictObject({
  what: z.enum(['fact', 'narrative', 'age', 'gender']),
  kind: nullableText,
  text,
  quote: nullableText,
  reason: text,
});
export type RejectedDraft = z.infer<typeof RejectedDraft>;

export const PossibleOmission = z.strictObject({ kind: FactKind, text, evidence: z.array(Evidence) });
export type PossibleOmission = z.infer<typeof PossibleOmission>;

export const ClinicalSummary = z.strictObject({
  patient_age: z.number().nullable(),
  patient_gender: nullableText,
  symptoms: z.array(z.strictObject({ name: text, duration: nullableText, severity: nullableText })),
  risk_factors: z.array(text),
  relevant_conditions: z.array(text),
  narrative_summary: text,
});
export type ClinicalSummary = z.infer<typeof ClinicalSummary>;

export const TokenUsage = z.strictObject({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative(),
  calls: z.int().nonnegative(),
  cost: z.strictObject({ amount: z.number().nonnegative(), currency: text }).nullable(),
});
export type TokenUsage = z.infer<typeof TokenUsage>;

export const Summary = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  submitted_at: millis,
  language: Language,
  patient: z.strictObject({ age: Age.nullable(), gender: StatedGender.nullable() }),
  facts: z.array(Fact),
  narrative: z.array(NarrativeSentence),
  rejected: z.array(RejectedDraft),
  possible_omissions: z.array(PossibleOmission),
  clinical_summary: ClinicalSummary,
  engine: Engine,
  degraded: z.boolean(),
  usage: TokenUsage.nullable(),
  warnings: z.array(Warning),
  transcript: Transcript,
});
export type Summary = z.infer<typeof Summary>;

export const FhirBundle = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  attempt: z.int().positive(),
  created_at: millis,
  bundle_id: z.uuid(),
  fhir_version: text,
  profile: text,
  mapper_version: text,
  terminology_version: text,
  resource_counts: z.record(z.string(), z.int().nonnegative()),
  bundle: text,
});
export type FhirBundle = z.infer<typeof FhirBundle>;

export const JobStatus = z.enum([
  'pending',
  'transcribing',
  'summarizing',
  'mapping',
  'completed',
  'failed',
  'no_speech',
  'cancelled',
  'erased',
]);
export type JobStatus = z.infer<typeof JobStatus>;

export const Stage = z.enum(['gateway', 'transcriber', 'summarizer', 'fhir-mapper']);
export type Stage = z.infer<typeof Stage>;

export const JobProblem = z.strictObject({ code: text, title: text, retryable: z.boolean() });
export type JobProblem = z.infer<typeof JobProblem>;

export const Artefact = z.strictObject({ inline: nullableText, blob: BlobRef.nullable() });
export type Artefact = z.infer<typeof Artefact>;

export const JobEvent = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  attempt: z.int().positive(),
  status: JobStatus,
  stage: Stage,
  occurred_at: millis,
  delayed: nullableText,
  problem: JobProblem.nullable(),
  transcript: Artefact.nullable(),
  summary: Artefact.nullable(),
  fhir: Artefact.nullable(),
});
export type JobEvent = z.infer<typeof JobEvent>;

export const Control = z.strictObject({
  job_id: z.uuid(),
  tenant: text,
  attempt: z.int().positive(),
  action: z.enum(['cancel', 'erase']),
  requested_at: millis,
});
export type Control = z.infer<typeof Control>;

export const DeadLetter = z.strictObject({
  topic: text,
  partition: z.int().nonnegative(),
  offset: z.string().regex(/^\d+$/),
  stage: text,
  code: text,
  attempts: z.int().positive(),
  first_at: z.iso.datetime(),
  last_at: z.iso.datetime(),
});
export type DeadLetter = z.infer<typeof DeadLetter>;

/** The value of each topic, by the record's name in topics.ts. */
export const RECORDS = { Submission, Transcript, Summary, FhirBundle, JobEvent, Control, DeadLetter } as const;
