import type { Fact } from '@clinical/contracts';
import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factConcept, factText, notes } from '../elements/concept.ts';
import type { Mapping } from '../mapping.ts';
import { allergyClinical, allergyVerification, codingOf, concept } from '../terminology/codes.ts';
import { noneKnown } from '../terminology/none-known.ts';

/**
 * An allergy, unconfirmed; refuted where it is denied (ait-1 asks for a clinical status even then: inactive). One that
 * is only history stays active unless it was said to be over: a prescriber must still see it.
 */
export function allergyIntolerance(id: string, fact: Fact, mapping: Mapping): AllergyIntolerance {
  const none = noneKnown(fact);
  const denied = fact.assertion === 'negated' && none === undefined;
  const clinical = denied ? 'inactive' : fact.attributes.status === 'resolved' ? 'resolved' : 'active';
  return {
    resourceType: 'AllergyIntolerance',
    ...asserted(id, fact.evidence, mapping),
    clinicalStatus: concept(allergyClinical(clinical)),
    verificationStatus: concept(allergyVerification(denied ? 'refuted' : 'unconfirmed')),
    code: none ? concept(codingOf(none), factText(fact)) : factConcept(fact, [], mapping),
    patient: { reference: mapping.refs.patient },
    encounter: { reference: mapping.refs.encounter },
    recordedDate: mapping.submittedAt,
    ...notes(fact, mapping, fact.attributes.severity, fact.attributes.onset),
  };
}
