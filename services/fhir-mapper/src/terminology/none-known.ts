import type { Fact, FactKind } from '@clinical/contracts';
import { factCode, foldedName } from './fact-code.ts';
import { PINNED, type PinnedCode } from './table.ts';

const KEYS: Partial<Record<FactKind, string>> = {
  allergy: 'no_known_allergies',
  medication: 'no_known_medications',
  condition: 'no_known_problems',
};

/** What a denial must be of, as a whole, to mean "none at all". */
const GENERIC: Partial<Record<FactKind, ReadonlySet<string>>> = {
  allergy: new Set([
    'alergia',
    'alergias',
    'alergico',
    'alergica',
    'alergias conocidas',
    'ninguna alergia',
    'allergy',
    'allergies',
    'allergic',
    'known allergies',
    'any allergies',
  ]),
  medication: new Set([
    'medicamento',
    'medicamentos',
    'medicacion',
    'medicinas',
    'ningun medicamento',
    'ninguna medicacion',
    'medication',
    'medications',
    'medicines',
    'meds',
    'any medications',
    'any medication',
  ]),
  condition: new Set([
    'enfermedades',
    'problemas medicos',
    'ninguna enfermedad',
    'medical problems',
    'medical conditions',
    'health problems',
  ]),
};

/**
 * "No allergies", "no medication", "no problems": IPS 2.0 says each with a SNOMED CT situation. Only said outright, or
 * as a denial of the whole kind; a denial of one thing is never that.
 */
export function noneKnown(fact: Fact): PinnedCode | undefined {
  if (fact.assertion !== 'negated' && fact.assertion !== 'present') return undefined;
  const key = KEYS[fact.kind];
  if (key === undefined) return undefined;
  const row = factCode(fact, ['none_known']);
  if (row !== undefined) return row.key.startsWith(key) || row.key === 'no_known_food_allergy' ? row : undefined;
  const generic = fact.assertion === 'negated' && GENERIC[fact.kind]?.has(foldedName(fact));
  return generic ? PINNED.find((candidate) => candidate.key === key) : undefined;
}
