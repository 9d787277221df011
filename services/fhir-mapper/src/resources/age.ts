import type { Age } from '@clinical/contracts';
import type { Observation } from '@medplum/fhirtypes';
import type { Mapping } from '../mapping.ts';
import { concept, LOINC, observationCategory, SYSTEMS } from '../terminology/codes.ts';
import { observed } from './observation.ts';

/** Receivers refuse decimals far out of the reasonable range (HAPI: Type_Specific_Checks_DT_Decimal_Range). */
const DECIMALS = 4;

/** The stated age, as a quantity in the unit that was said, of at most four decimals. */
export const age = (id: string, stated: Age, mapping: Mapping): Observation => ({
  ...observed(id, stated.evidence, mapping),
  category: [concept(observationCategory('social-history'))],
  code: concept(LOINC.age, mapping.labels.age),
  effectiveDateTime: mapping.visitDate,
  valueQuantity: {
    value: Number(stated.value.toFixed(DECIMALS)),
    unit: mapping.labels.units[stated.unit],
    system: SYSTEMS.ucum,
    code: stated.unit,
  },
});
