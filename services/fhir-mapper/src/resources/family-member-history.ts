import type { Fact } from '@clinical/contracts';
import type { CodeableConcept, FamilyMemberHistory } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factConcept, notes } from '../elements/concept.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';
import { codingOf, FAMILY_MEMBER } from '../terminology/codes.ts';
import { byPhrase } from '../terminology/match.ts';

/** A disease of a relative. Partial: one thing was said, not the relative's whole history. */
export const familyMemberHistory = (id: string, fact: Fact, mapping: Mapping): FamilyMemberHistory => ({
  resourceType: 'FamilyMemberHistory',
  ...asserted(id, fact.evidence, mapping),
  status: 'partial',
  patient: { reference: mapping.refs.patient },
  date: mapping.visitDate,
  relationship: relationship(fact, mapping),
  condition: [
    { code: factConcept(fact, ['condition', 'symptom'], mapping), ...notes(fact, mapping, fact.attributes.onset) },
  ],
});

function relationship(fact: Fact, mapping: Mapping): CodeableConcept {
  const relation = clean(fact.relation);
  const row = relation === null ? undefined : byPhrase(relation, ['relationship']);
  return { coding: [row === undefined ? FAMILY_MEMBER : codingOf(row)], text: relation ?? mapping.labels.family };
}
