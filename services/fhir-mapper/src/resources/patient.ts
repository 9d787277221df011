import type { Summary } from '@clinical/contracts';
import type { Patient } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import type { Mapping } from '../mapping.ts';

/** The person spoken of: no name, and no birth date made of an age. */
export const patient = (id: string, facts: Summary['patient'], mapping: Mapping): Patient => ({
  resourceType: 'Patient',
  ...asserted(id, facts.gender?.evidence ?? [], mapping),
  gender: facts.gender?.value ?? 'unknown',
});
