import type { Fact } from '@clinical/contracts';
import type { Observation, Quantity } from '@medplum/fhirtypes';
import { factText, notes } from '../elements/concept.ts';
import { clean, firstText } from '../elements/text.ts';
import type { Mapping } from '../mapping.ts';
import { codingOf, concept, LOINC, observationCategory, SYSTEMS } from '../terminology/codes.ts';
import { factCode } from '../terminology/fact-code.ts';
import { byPhrase, fold } from '../terminology/match.ts';
import type { PinnedCode } from '../terminology/table.ts';
import { observed } from './observation.ts';

/** Units that the R4 vital signs profiles fix, by our key; the first is meant where none was said. */
export const PROFILE_UNITS: Readonly<Record<string, readonly string[]>> = {
  blood_pressure: ['mm[Hg]'],
  heart_rate: ['/min'],
  respiratory_rate: ['/min'],
  oxygen_saturation: ['%'],
  body_temperature: ['Cel', '[degF]'],
  body_height: ['cm', '[in_i]'],
  body_weight: ['kg', 'g', '[lb_av]'],
  bmi: ['kg/m2'],
};

/** Where a number alone can only be in that unit. A temperature or a weight without one stays words. */
const UNIT_GOES_WITHOUT_SAYING = new Set([
  'blood_pressure',
  'heart_rate',
  'respiratory_rate',
  'oxygen_saturation',
  'bmi',
]);

const NUMBER = /^\d{1,7}(?:[.,]\d{1,4})?$/;
const PRESSURE = /^(\d{2,3})\s*(?:\/|sobre|over|con|-)\s*(\d{2,3})$/i;

/**
 * A measurement. One of the R4 vital signs gets its profile's code and UCUM unit when number and unit are plain;
 * anything else keeps the words that were said (`valueString`).
 */
export function vitalSign(id: string, fact: Fact, mapping: Mapping): Observation {
  const row = fact.assertion === 'possible' ? undefined : measured(fact);
  const base = {
    ...observed(id, fact.evidence, mapping),
    ...when(fact, mapping),
    ...notes(fact, mapping, fact.attributes.status),
  };
  const coded = row === undefined ? null : codedValue(row, fact);
  if (row !== undefined && coded !== null) {
    const category = [concept(observationCategory('vital-signs'))];
    return { ...base, category, code: concept(codingOf(row), factText(fact)), ...coded };
  }
  return {
    ...base,
    category: [concept(observationCategory('exam'))],
    code: { text: factText(fact) },
    ...plainValue(fact, mapping),
  };
}

const LINKS = /^(.+?)(?: (?:esta|estaba|es|era|en|de|a|is|was|are|were|at|of))* \d.*$/;

/** What is measured, also where the name still holds the figure: "tensión está en 142 sobre 86". */
function measured(fact: Fact): PinnedCode | undefined {
  const named = factCode(fact, ['vital_sign']);
  if (named !== undefined || fact.concept !== null) return named;
  const [, what] = LINKS.exec(fold(fact.name)) ?? [];
  return what === undefined ? undefined : byPhrase(what, ['vital_sign']);
}

const when = (fact: Fact, mapping: Mapping): Pick<Observation, 'effectiveDateTime' | 'effectivePeriod'> =>
  fact.assertion === 'historical'
    ? { effectivePeriod: { end: mapping.visitDate } }
    : { effectiveDateTime: mapping.visitDate };

function codedValue(row: PinnedCode, fact: Fact): Pick<Observation, 'valueQuantity' | 'component'> | null {
  const unit = unitOf(row, fact);
  const value = clean(fact.attributes.value);
  if (unit === null || value === null) return null;
  if (row.key !== 'blood_pressure') {
    return NUMBER.test(value) ? { valueQuantity: quantity(value, unit, fact) } : null;
  }
  const [, systolic, diastolic] = PRESSURE.exec(value) ?? [];
  if (systolic === undefined || diastolic === undefined || Number(systolic) <= Number(diastolic)) return null;
  return {
    component: [
      { code: concept(LOINC.systolic), valueQuantity: quantity(systolic, unit, fact) },
      { code: concept(LOINC.diastolic), valueQuantity: quantity(diastolic, unit, fact) },
    ],
  };
}

/** The UCUM code of the unit that was said, or that goes without saying; null where it is none of the profile's. */
function unitOf(row: PinnedCode, fact: Fact): string | null {
  const allowed = PROFILE_UNITS[row.key] ?? [];
  const said = clean(fact.attributes.unit);
  if (said === null) return UNIT_GOES_WITHOUT_SAYING.has(row.key) ? (allowed[0] ?? null) : null;
  const code = byPhrase(said, ['unit'])?.code;
  return code !== undefined && allowed.includes(code) ? code : null;
}

const quantity = (value: string, code: string, fact: Fact): Quantity => ({
  value: Number(value.replace(',', '.')),
  unit: clean(fact.attributes.unit) ?? code,
  system: SYSTEMS.ucum,
  code,
});

function plainValue(fact: Fact, mapping: Mapping): Pick<Observation, 'valueQuantity' | 'valueString'> {
  const value = clean(fact.attributes.value);
  const unit = clean(fact.attributes.unit);
  const row = unit === null ? undefined : byPhrase(unit, ['unit']);
  if (value !== null && row !== undefined && NUMBER.test(value) && fact.assertion !== 'possible') {
    return { valueQuantity: quantity(value, row.code, fact) };
  }
  const words = firstText([value, unit].filter((part) => part !== null).join(' '), fact.text, fact.name) ?? '?';
  return { valueString: fact.assertion === 'possible' ? `${words} (${mapping.labels.possible})` : words };
}
