import type { Fact } from '@clinical/contracts';
import type { Dosage, MedicationStatement } from '@medplum/fhirtypes';
import { asserted } from '../elements/asserted.ts';
import { factConcept, factText, notes } from '../elements/concept.ts';
import { clean } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';
import { codingOf, concept } from '../terminology/codes.ts';
import { noneKnown } from '../terminology/none-known.ts';

/** A medication that the patient takes, took or says not to take. Drugs are named, not coded; doses are words. */
export function medicationStatement(id: string, fact: Fact, mapping: Mapping): MedicationStatement {
  const none = noneKnown(fact);
  const taken = fact.assertion !== 'negated' && none === undefined;
  return {
    resourceType: 'MedicationStatement',
    ...asserted(id, fact.evidence, mapping),
    status: none ? 'unknown' : status(fact),
    medicationCodeableConcept: none ? concept(codingOf(none), factText(fact)) : factConcept(fact, [], mapping),
    subject: { reference: mapping.refs.patient },
    context: { reference: mapping.refs.encounter },
    ...(taken && { effectiveDateTime: mapping.visitDate }),
    dateAsserted: mapping.visitDate,
    informationSource: { reference: mapping.refs.patient },
    ...notes(fact, mapping, fact.attributes.onset, fact.attributes.duration, taken ? fact.attributes.effect : null),
    ...(taken ? dosage(fact) : null),
  };
}

function status(fact: Fact): NonNullable<MedicationStatement['status']> {
  switch (fact.assertion) {
    case 'negated':
      return 'not-taken';
    case 'historical':
      return fact.attributes.status === 'stopped' ? 'stopped' : 'completed';
    case 'present':
      return fact.attributes.status === 'stopped' ? 'stopped' : 'active';
    default:
      return 'unknown';
  }
}

function dosage(fact: Fact): { dosage: Dosage[] } | null {
  const { dose, route, frequency } = fact.attributes;
  const parts = [clean(dose), clean(route), clean(frequency)].filter((part) => part !== null);
  return parts.length === 0 ? null : { dosage: [{ text: parts.join(', ') }] };
}
