import type { ClinicalSummary, Fact, Summary } from '@clinical/contracts';
import type { Tongue } from '../language/lexicon.ts';
import { isResolved } from '../verify/facts.ts';
import type { Reading } from '../verify/reading.ts';
import { asFamilyHistory, asHistory, goesOn } from './history.ts';
import { GENDER, grade, isCircumstance, lasting, possibly } from './wording.ts';

/** The flat summary of the service's first version, from verified facts alone. */
export function project(
  patient: Summary['patient'],
  facts: readonly Fact[],
  reading: Reading,
  tongue: Tongue,
  narrative: string,
): ClinicalSummary {
  const own = facts.filter((fact) => fact.experiencer === 'patient');
  return {
    patient_age: years(patient.age),
    patient_gender: patient.gender === null ? null : GENDER[patient.gender.value][tongue],
    symptoms: own
      .filter((fact) => fact.kind === 'symptom' && isNow(fact))
      .map((fact) => ({
        name: hedged(fact, fact.name, tongue),
        duration: lasting(fact.attributes.duration),
        severity: grade(fact.attributes.severity),
      })),
    risk_factors: unique(facts.flatMap((fact) => riskFactor(fact, reading, tongue))),
    relevant_conditions: unique(own.flatMap((fact) => condition(fact, tongue))),
    narrative_summary: narrative,
  };
}

const isNow = (fact: Fact): boolean => fact.assertion === 'present' || fact.assertion === 'possible';

/** What is uncertain, or was both affirmed and denied, keeps its doubt in the words. */
const hedged = (fact: Fact, words: string, tongue: Tongue): string =>
  fact.assertion === 'possible' || fact.flags.includes('contradicted') ? possibly(words, tongue) : words;

function riskFactor(fact: Fact, reading: Reading, tongue: Tongue): string[] {
  if (fact.experiencer === 'other') return [];
  if (fact.experiencer === 'family')
    return fact.assertion === 'family' || fact.assertion === 'possible' || fact.assertion === 'historical'
      ? familyLine(fact, tongue)
      : [];
  if (isCircumstance(fact)) return [];
  if (fact.kind === 'risk_factor' && isNow(fact)) return [hedged(fact, fact.name, tongue)];
  if (fact.kind === 'allergy' && isNow(fact)) return [hedged(fact, allergyTo(fact.name, tongue), tongue)];
  const past =
    fact.kind === 'condition' || fact.kind === 'symptom' || fact.kind === 'procedure' || fact.kind === 'risk_factor';
  return past && fact.assertion === 'historical' ? [asHistory(fact, reading, tongue)] : [];
}

const familyLine = (fact: Fact, tongue: Tongue): string[] =>
  fact.kind === 'medication' || fact.kind === 'plan' || fact.kind === 'measurement'
    ? []
    : [asFamilyHistory(fact, tongue)];

export function allergyTo(name: string, tongue: Tongue): string {
  if (/all?[eé]rg|intoleran|anafila|anaphyla/i.test(name)) return name;
  return tongue === 'es' ? `alergia a ${name}` : `${name} allergy`;
}

function condition(fact: Fact, tongue: Tongue): string[] {
  if (fact.kind !== 'condition') return [];
  if (isNow(fact)) return isResolved(fact.attributes) ? [] : [hedged(fact, fact.name, tongue)];
  return fact.assertion === 'historical' && goesOn(fact) ? [fact.name] : [];
}

const IN_A_YEAR = { a: 1, mo: 12, wk: 52.18, d: 365.25 } as const;

const years = (age: Summary['patient']['age']): number | null =>
  age === null ? null : Math.round((age.value / IN_A_YEAR[age.unit]) * 100) / 100;

function unique(items: readonly string[]): string[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = item.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
