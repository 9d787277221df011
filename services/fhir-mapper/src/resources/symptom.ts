import type { Fact } from '@clinical/contracts';
import type { CodeableConcept, Coding, Observation, ObservationComponent } from '@medplum/fhirtypes';
import { factConcept, notes, textConcept } from '../elements/concept.ts';
import { began } from '../elements/period.ts';
import { clean, firstText } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';
import { concept, LOINC, SYMPTOM_CATEGORY } from '../terminology/codes.ts';
import { observed } from './observation.ts';

const USES = ['symptom', 'condition'];

/**
 * A symptom, present or denied (HL7 Symptoms IG 1.0.0: SymptomObservation and SymptomAbsentObservation). The symptom is
 * the value; the code says whether it is there. A denied one has no period, components or body site.
 */
export function symptom(id: string, fact: Fact, mapping: Mapping): Observation {
  const absent = fact.assertion === 'negated';
  return {
    ...observed(id, fact.evidence, mapping),
    ...(absent ? {} : { category: [concept(SYMPTOM_CATEGORY)] }),
    code: concept(absent ? LOINC.symptomAbsent : LOINC.symptomPresent),
    ...(absent ? { effectiveDateTime: mapping.visitDate } : effective(fact, mapping)),
    valueCodeableConcept: factConcept(fact, USES, mapping),
    ...notes(fact, mapping, fact.attributes.onset, fact.attributes.duration, fact.attributes.status),
    ...(absent ? null : place(fact)),
    ...(absent ? null : components(fact)),
  };
}

/** From its beginning where that can be counted; what is history has ended by the visit. */
function effective(fact: Fact, mapping: Mapping): Pick<Observation, 'effectiveDateTime' | 'effectivePeriod'> {
  const start = began(fact.attributes, mapping.visitDate);
  const past = fact.assertion === 'historical' || fact.attributes.status === 'resolved';
  if (past) return { effectivePeriod: { end: mapping.visitDate } };
  return start === null ? { effectiveDateTime: mapping.visitDate } : { effectivePeriod: { start } };
}

function place(fact: Fact): { bodySite: CodeableConcept } | null {
  const { body_site, laterality } = fact.attributes;
  const site = textConcept(firstText([clean(body_site), clean(laterality)].filter((part) => part !== null).join(', ')));
  return site && { bodySite: site };
}

function components(fact: Fact): { component: ObservationComponent[] } | null {
  const parts: [Coding, string | null][] = [
    [LOINC.severity, fact.attributes.severity],
    [LOINC.frequency, fact.attributes.frequency],
    [LOINC.trend, fact.attributes.trend],
    [LOINC.quality, fact.attributes.character],
    [LOINC.exacerbating, fact.attributes.aggravated_by],
    [LOINC.alleviating, fact.attributes.relieved_by],
  ];
  const component = parts.flatMap(([coding, words]) => {
    const text = clean(words);
    return text === null ? [] : [{ code: concept(coding), valueCodeableConcept: { text } }];
  });
  return component.length === 0 ? null : { component };
}
