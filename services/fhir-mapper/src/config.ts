import { readEnvironment } from '@clinical/runtime';
import * as z from 'zod';
import type { MapperSettings } from './mapping.ts';

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

const Environment = z.object({
  /** System of every identifier in the bundles: a URI that is yours for ever. The default belongs to this product. */
  FHIR_IDENTIFIER_SYSTEM: z.url().default('urn:uuid:5bd2bd63-1d2e-5d2f-a2b3-7b1b0f3f1c11'),
  /** Where receivers of bundles reach the API. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:8000')
    .transform((url) => url.replace(/\/+$/, '')),
  /** The visit's date is the day of the submission in this zone. */
  VISIT_TIME_ZONE: z.string().default('UTC').refine(isTimeZone, 'is not an IANA time zone'),
});

/** The mapper's own variables, read once. */
export function mapperConfig(env: NodeJS.ProcessEnv): MapperSettings {
  const e = readEnvironment(Environment, env);
  return { identifierSystem: e.FHIR_IDENTIFIER_SYSTEM, publicUrl: e.PUBLIC_URL, timeZone: e.VISIT_TIME_ZONE };
}
