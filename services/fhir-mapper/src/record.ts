import { type FhirBundle, type Summary, uuidV5 } from '@clinical/contracts';
import type { Bundle } from '@medplum/fhirtypes';
import manifest from '../package.json' with { type: 'json' };
import { TERMINOLOGY_VERSION } from './terminology/table.ts';

/** The bundle as the record of clinical.fhir.v1: its JSON text, and what a receiver wants to know without parsing it. */
export function fhirRecord(summary: Summary, attempt: number, now: number, bundle: Bundle): FhirBundle {
  const counts: Record<string, number> = {};
  for (const { resource } of bundle.entry ?? []) {
    if (resource !== undefined) counts[resource.resourceType] = (counts[resource.resourceType] ?? 0) + 1;
  }
  return {
    job_id: summary.job_id,
    tenant: summary.tenant,
    attempt,
    created_at: now,
    bundle_id: uuidV5('fhir', summary.job_id, 'Bundle'),
    fhir_version: '4.0.1',
    profile: summary.transcript.fhir_profile,
    mapper_version: manifest.version,
    terminology_version: TERMINOLOGY_VERSION,
    resource_counts: counts,
    bundle: JSON.stringify(bundle),
  };
}
