import type { Engine, Summary } from '@clinical/contracts';
import { resourceId } from './ids.ts';
import { LABELS, type LabelLanguage, type Labels } from './labels.ts';
import { type TranscriptText, transcriptText } from './transcript-text.ts';

/** What an operator or a tenant decides. */
export interface MapperSettings {
  /** System of every identifier that the mapper makes; an absolute URI. */
  readonly identifierSystem: string;
  /** Where receivers reach the API, without a trailing slash: DocumentReference points there. */
  readonly publicUrl: string;
  /** IANA name: the visit's date is the day of the submission there. */
  readonly timeZone: string;
}

/** All that a resource needs to know of its job. Pure data: two equal mappings give equal resources. */
export interface Mapping {
  readonly settings: MapperSettings;
  readonly jobId: string;
  readonly attempt: number;
  /** ISO instant of the submission, and its date in the settings' time zone (YYYY-MM-DD): the visit's date. */
  readonly submittedAt: string;
  readonly visitDate: string;
  /** ISO instant of the mapping; only the Bundle and the Provenance tell it. */
  readonly now: string;
  /** BCP 47, or null where the conversation's language is not known. */
  readonly language: LabelLanguage | null;
  readonly labels: Labels;
  readonly engine: Engine;
  readonly transcript: TranscriptText;
  /** References (urn:uuid) to the resources that all others point to. */
  readonly refs: {
    readonly patient: string;
    readonly encounter: string;
    readonly document: string;
    readonly device: string;
  };
}

export const urn = (id: string): string => `urn:uuid:${id}`;

/** After the year 9999 FHIR has no date: the number itself is written, for the gate to refuse. */
const LAST = Date.UTC(9999, 11, 30);

const instant = (millis: number): string => (millis > LAST ? String(millis) : new Date(millis).toISOString());

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** YYYY-MM-DD of an instant in a time zone. */
export function localDate(millis: number, timeZone: string): string {
  if (millis > LAST) return String(millis);
  let format = dayFormats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(millis);
}

/** The language that most of the conversation is in; null where nobody knows. */
function spokenLanguage(summary: Summary): LabelLanguage | null {
  if (summary.language === 'es' || summary.language === 'en') return summary.language;
  let balance = 0;
  for (const segment of summary.transcript.segments) {
    if (segment.language === 'es') balance += segment.text.length;
    if (segment.language === 'en') balance -= segment.text.length;
  }
  return balance === 0 ? null : balance > 0 ? 'es' : 'en';
}

export function mappingOf(summary: Summary, attempt: number, now: number, settings: MapperSettings): Mapping {
  const language = spokenLanguage(summary);
  const { job_id: jobId, engine, submitted_at } = summary;
  const ref = (resource: Parameters<typeof resourceId>[1], ...content: string[]): string =>
    urn(resourceId(jobId, resource, ...content));
  return {
    settings,
    jobId,
    attempt,
    submittedAt: instant(submitted_at),
    visitDate: localDate(submitted_at, settings.timeZone),
    now: instant(now),
    language,
    labels: LABELS[language ?? 'en'],
    engine,
    transcript: transcriptText(summary.transcript),
    refs: {
      patient: ref('Patient'),
      encounter: ref('Encounter'),
      document: ref('DocumentReference'),
      device: ref('Device', engine.name, engine.model ?? '', engine.version, engine.prompt_version ?? ''),
    },
  };
}
