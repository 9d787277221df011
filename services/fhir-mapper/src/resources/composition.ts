import type { FhirProfile } from '@clinical/contracts';
import type { Composition, CompositionSection } from '@medplum/fhirtypes';
import { identifierOf, machineMade } from '../elements/asserted.ts';
import { derivedFrom } from '../elements/evidence.ts';
import { narrative } from '../elements/narrative.ts';
import type { Mapping } from '../mapping.ts';
import { concept, LOINC } from '../terminology/codes.ts';

/** The visit as a note: preliminary, written by the Device, its text in the conversation's language. */
export function composition(
  id: string,
  profile: FhirProfile,
  sentences: readonly string[],
  sections: readonly CompositionSection[],
  mapping: Mapping,
): Composition {
  const ips = profile === 'ips';
  const title = ips ? mapping.labels.patientSummary : mapping.labels.consultNote;
  return {
    resourceType: 'Composition',
    meta: machineMade(),
    ...(mapping.language && { language: mapping.language }),
    text: narrative(mapping, [title, ...sentences]),
    extension: derivedFrom([], mapping),
    identifier: identifierOf(id, mapping),
    status: 'preliminary',
    type: concept(ips ? LOINC.patientSummary : LOINC.consultNote),
    subject: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    date: mapping.submittedAt,
    author: [{ reference: mapping.refs.device }],
    title,
    ...(sections.length > 0 && { section: [...sections] }),
  };
}
