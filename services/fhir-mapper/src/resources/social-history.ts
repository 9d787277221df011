import type { Fact } from '@clinical/contracts';
import type { CodeableConcept, Observation } from '@medplum/fhirtypes';
import { factConcept, factText, notes } from '../elements/concept.ts';
import type { Mapping } from '../mapping.ts';
import { codingOf, concept, LOINC, observationCategory } from '../terminology/codes.ts';
import { factCode } from '../terminology/fact-code.ts';
import { observed } from './observation.ts';

/**
 * Habits and circumstances. Smoking goes to the tobacco status, with IPS's SNOMED CT values; everything else is an
 * entry of the social history. What is denied is words alone: not smoking is not a coded never-smoker.
 */
export function socialHistory(id: string, fact: Fact, mapping: Mapping): Observation {
  const smoking = factCode(fact, ['smoking_status']);
  return {
    ...observed(id, fact.evidence, mapping),
    category: [concept(observationCategory('social-history'))],
    code: smoking === undefined ? concept(LOINC.socialHistory) : concept(LOINC.smokingStatus, mapping.labels.smoking),
    effectiveDateTime: mapping.visitDate,
    valueCodeableConcept: value(fact, mapping),
    ...notes(fact, mapping, fact.attributes.frequency, fact.attributes.duration, fact.attributes.onset),
  };
}

/** An ex-smoker is one now although smoking is history, and who never smoked says so by a denial. */
function stands(fact: Fact): boolean {
  if (fact.assertion === 'present') return true;
  const key = factCode(fact, ['smoking_status'])?.key;
  return (
    (key === 'ex_smoker' && fact.assertion === 'historical') || (key === 'never_smoked' && fact.assertion === 'negated')
  );
}

function value(fact: Fact, mapping: Mapping): CodeableConcept {
  if (stands(fact)) {
    const row = factCode(fact, ['smoking_status', 'lifestyle']);
    return { ...(row && { coding: [codingOf(row)] }), text: factText(fact) };
  }
  if (fact.assertion === 'possible') return factConcept(fact, [], mapping);
  return { text: `${factText(fact)} (${mapping.labels[fact.assertion === 'negated' ? 'negated' : 'historical']})` };
}
