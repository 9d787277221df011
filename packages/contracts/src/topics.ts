/**
 * The pipeline, in the order of its flow. Every topic name, key, record and policy of the system stands here and
 * nowhere else.
 *
 *   gateway ─> submissions ─> transcriber ─> transcripts ─> summarizer ─> summaries ─> fhir-mapper ─> fhir
 *   every stage ─> results ─> materializer (in the gateway) ─> Redis
 *   gateway ─> control ─> every stage;   every stage ─> dead-letters
 */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MIB = 1024 * 1024;

export interface TopicPolicy {
  readonly name: string;
  /** Avro record of the value, by its name in schemas/. */
  readonly record: RecordName;
  readonly cleanup: 'delete' | 'compact' | 'compact,delete';
  /** Milliseconds that records are kept where cleanup deletes; null = for ever. */
  readonly retentionMs: number | null;
  /** Largest record batch in bytes. */
  readonly maxMessageBytes: number;
}

export type RecordName = 'Submission' | 'Transcript' | 'Summary' | 'FhirBundle' | 'JobEvent' | 'Control' | 'DeadLetter';

const topic = (
  name: string,
  record: RecordName,
  cleanup: TopicPolicy['cleanup'],
  retentionMs: number | null,
): TopicPolicy => ({ name, record, cleanup, retentionMs, maxMessageBytes: 12 * MIB });

/** Keys are the job id in UTF-8 on every topic, so a job stays on one partition number. */
export const TOPICS = {
  submissions: topic('clinical.submissions.v1', 'Submission', 'delete', 3 * DAY),
  transcripts: topic('clinical.transcripts.v1', 'Transcript', 'delete', 3 * DAY),
  summaries: topic('clinical.summaries.v1', 'Summary', 'delete', 3 * DAY),
  fhir: topic('clinical.fhir.v1', 'FhirBundle', 'compact,delete', 30 * DAY),
  results: topic('clinical.results.v1', 'JobEvent', 'compact', null),
  control: topic('clinical.control.v1', 'Control', 'compact', null),
  deadLetters: topic('clinical.dead-letters.v1', 'DeadLetter', 'delete', 30 * DAY),
} as const satisfies Record<string, TopicPolicy>;

/** The stages, in the order in which a job passes them. */
export const PIPELINE = [
  { stage: 'transcriber', from: TOPICS.submissions, to: TOPICS.transcripts },
  { stage: 'summarizer', from: TOPICS.transcripts, to: TOPICS.summaries },
  { stage: 'fhir-mapper', from: TOPICS.summaries, to: TOPICS.fhir },
] as const;

/** The same for every topic, so that partition n of one stage feeds partition n of the next. */
export const PARTITIONS = 4;

/** TopicNameStrategy: the subject under which a topic's value schema is registered. */
export const subjectOf = (topic: Pick<TopicPolicy, 'name'>): string => `${topic.name}-value`;

/** Schemas may only change so that readers of the newest one can read everything older. */
export const COMPATIBILITY = 'BACKWARD_TRANSITIVE';
