import type { Age } from '@clinical/contracts';
import type { Observation } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { concept, LOINC, observationCategory, SYSTEMS } from '../terminology/codes.ts';
import { observed } from './observation.ts';

/** The stated age, as a quantity in the unit that was said. */
export const age = (id: string, stated: Age, mapping: Mapping): Observation => ({
  ...observed(id, stated.evidence, mapping),
  category: [concept(observationCategory('social-history'))],
  code: concept(LOINC.age, mapping.labels.age),
  effectiveDateTime: mapping.visitDate,
  valueQuantity: {
    value: stated.value,
    unit: mapping.labels.units[stated.unit],
    system: SYSTEMS.ucum,
    code: stated.unit,
  },
});
