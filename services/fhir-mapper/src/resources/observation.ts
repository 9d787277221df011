import type { Evidence } from '@clinical/contracts';
import type { Observation } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import type { Mapping } from '../mapping.ts';

/** What all observations share: preliminary, about the patient, told by the patient (a Device cannot perform). */
export const observed = (id: string, evidence: readonly Evidence[], mapping: Mapping) =>
  ({
    resourceType: 'Observation',
    ...asserted(id, evidence, mapping),
    status: 'preliminary',
    subject: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    performer: [{ reference: mapping.refs.patient }],
  }) satisfies Partial<Observation>;
