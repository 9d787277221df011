import type { Encounter } from '@medplum/fhirtypes';
import { identifierOf } from '../elements/asserted.ts';
import type { Mapping } from '../mapping.ts';
import { AMBULATORY } from '../terminology/codes.ts';

/** The visit. Its day is the day of the submission; no hour is claimed. */
export const encounter = (id: string, mapping: Mapping): Encounter => ({
  resourceType: 'Encounter',
  identifier: [identifierOf(id, mapping)],
  status: 'finished',
  class: AMBULATORY,
  subject: { reference: mapping.refs.patient },
  period: { start: mapping.visitDate },
});
