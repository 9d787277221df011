import type { Fact, NarrativeSentence, Summary } from '@clinical/contracts';
import type { Tongue } from '../language/lexicon.ts';
import type { Reading } from '../verify/reading.ts';
import { asFamilyHistory, asHistory } from './history.ts';
import { GENDER, grade, isCircumstance, lasting, listed, possibly, sentenceCase } from './wording.ts';

interface Part {
  readonly facts: readonly Fact[];
  readonly text: string;
}

/** The narrative of verified facts, one sentence a group, each citing what it tells. */
export function templateNarrative(
  patient: Summary['patient'],
  facts: readonly Fact[],
  reading: Reading,
  tongue: Tongue,
): NarrativeSentence[] {
  const of =
    (...kinds: Fact['kind'][]) =>
    (fact: Fact): boolean =>
      kinds.includes(fact.kind);
  const mine = facts.filter((fact) => fact.experiencer === 'patient');
  const sure = (fact: Fact): boolean => fact.assertion === 'present' && !fact.flags.includes('contradicted');
  const unsure = (fact: Fact): boolean =>
    fact.assertion === 'possible' || (fact.assertion === 'present' && fact.flags.includes('contradicted'));
  const label = (es: string, en: string): string => (tongue === 'es' ? es : en);
  const group = (lead: string, chosen: readonly Fact[], word: (fact: Fact) => string): Part => ({
    facts: chosen,
    text: chosen.length === 0 ? '' : `${lead} ${listed(distinct(chosen.map(word)), tongue)}.`,
  });
  const findings = of('symptom', 'condition', 'risk_factor');
  const parts: Part[] = [
    opening(
      patient,
      mine.filter((fact) => fact.kind === 'symptom' && sure(fact)),
      tongue,
    ),
    group(
      label('Condiciones:', 'Conditions:'),
      mine.filter((f) => f.kind === 'condition' && sure(f)),
      (f) => detailed(f, tongue),
    ),
    group(
      label('Sin confirmar:', 'Unconfirmed:'),
      mine.filter((f) => findings(f) && unsure(f)),
      (f) => possibly(f.name, tongue),
    ),
    group(
      label('Antecedentes:', 'History:'),
      mine.filter((f) => (findings(f) || f.kind === 'procedure') && f.assertion === 'historical'),
      (f) => asHistory(f, reading, tongue).replace(LEAD, ''),
    ),
    group(
      label('Factores de riesgo:', 'Risk factors:'),
      mine.filter((f) => f.kind === 'risk_factor' && !isCircumstance(f) && sure(f)),
      (f) => f.name,
    ),
    group(
      label('Social:', 'Social history:'),
      mine.filter((f) => isCircumstance(f) && sure(f)),
      (f) => f.name,
    ),
    group(
      label('En la familia:', 'In the family:'),
      facts.filter((f) => f.experiencer === 'family' && f.assertion === 'family'),
      (f) => asFamilyHistory(f, tongue).replace(/(?:antecedente familiar|family history): /, ''),
    ),
    group(
      label('Alergias:', 'Allergies:'),
      mine.filter((f) => f.kind === 'allergy' && sure(f)),
      (f) => f.name,
    ),
    group(
      label('Niega', 'Denies'),
      mine.filter(
        (f) =>
          (findings(f) || f.kind === 'allergy' || f.kind === 'medication') &&
          f.assertion === 'negated' &&
          !f.flags.includes('contradicted'),
      ),
      (f) => f.name,
    ),
    group(
      label('Medicación:', 'Medication:'),
      mine.filter((f) => f.kind === 'medication' && sure(f)),
      (f) => detailed(f, tongue),
    ),
    group(
      label('Medicación previa:', 'Previous medication:'),
      mine.filter((f) => f.kind === 'medication' && f.assertion === 'historical'),
      (f) => f.name,
    ),
    group(
      label('Mediciones:', 'Measurements:'),
      mine.filter((f) => f.kind === 'measurement' && sure(f)),
      measured,
    ),
    group(
      label('Procedimientos:', 'Procedures:'),
      mine.filter((f) => f.kind === 'procedure' && sure(f)),
      (f) => f.name,
    ),
    group(
      label('No realizado:', 'Not done:'),
      mine.filter((f) => f.kind === 'procedure' && f.assertion === 'negated' && !f.flags.includes('contradicted')),
      (f) => f.name,
    ),
    group(
      label('Plan:', 'Plan:'),
      mine.filter((f) => f.kind === 'plan' && f.assertion !== 'negated'),
      (f) => f.text,
    ),
  ];
  return parts
    .filter(({ text }) => text !== '')
    .map(({ text, facts: cited }) => ({
      text,
      fact_ids: cited.map(({ id }) => id),
      segment_ids: distinct([
        ...cited.flatMap(({ evidence }) => evidence.map(({ segment_id }) => segment_id)),
        ...(cited.length === 0
          ? [patient.age, patient.gender].flatMap((known) => known?.evidence.map(({ segment_id }) => segment_id) ?? [])
          : []),
      ]),
    }));
}

function opening(patient: Summary['patient'], symptoms: readonly Fact[], tongue: Tongue): Part {
  const { age, gender } = patient;
  const who = tongue === 'es' ? spanishPatient(age, gender) : englishPatient(age, gender);
  if (symptoms.length === 0) return { facts: [], text: age === null && gender === null ? '' : `${who}.` };
  const what = listed(distinct(symptoms.map((fact) => detailed(fact, tongue))), tongue);
  return { facts: symptoms, text: `${who} ${tongue === 'es' ? 'que presenta' : 'presenting with'} ${what}.` };
}

const UNITS = {
  es: { a: ['año', 'años'], mo: ['mes', 'meses'], wk: ['semana', 'semanas'], d: ['día', 'días'] },
  en: { a: 'year', mo: 'month', wk: 'week', d: 'day' },
} as const;

function spanishPatient(age: Summary['patient']['age'], gender: Summary['patient']['gender']): string {
  const sex = gender === null || gender.value === 'other' ? '' : ` de sexo ${GENDER[gender.value].es}`;
  return `Paciente${sex}${age === null ? '' : ` de ${age.value} ${UNITS.es[age.unit][age.value === 1 ? 0 : 1]}`}`;
}

function englishPatient(age: Summary['patient']['age'], gender: Summary['patient']['gender']): string {
  const sex = gender === null || gender.value === 'other' ? 'patient' : `${gender.value} patient`;
  return sentenceCase(age === null ? sex : `${age.value}-${UNITS.en[age.unit]}-old ${sex}`);
}

/** A finding or a drug with what was said of it. */
function detailed(fact: Fact, tongue: Tongue): string {
  const { duration, severity, dose, frequency, route } = fact.attributes;
  if (fact.kind === 'medication') return [fact.name, dose, route, frequency].filter((word) => word !== null).join(' ');
  const lasted = lasting(duration);
  const how = grade(severity);
  const words = [fact.name];
  if (lasted !== null) words.push(since(lasted, duration!, tongue));
  if (how !== null) words.push(tongue === 'es' ? `(${how})` : `(${how})`);
  return words.join(' ');
}

/** Durations that count take "desde hace" or "for"; others stay as said. */
function since(lasted: string, said: string, tongue: Tongue): string {
  const counted =
    /^(?:\d|an?\s|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|vari[oa]s|un[oa]s)/i.test(
      lasted,
    );
  if (!counted) return said;
  return `${tongue === 'es' ? 'desde hace' : 'for'} ${lasted}`;
}

/** A name that holds the value already is the words as said. */
const measured = ({ name, attributes: { value, unit } }: Fact): string =>
  value !== null && name.includes(value) ? name : [name, value, unit].filter((word) => word !== null).join(' ');

/** The group's label says it already. */
const LEAD = /^(?:antecedentes?|historial|historia|history) (?:of|de) /i;

const distinct = (items: readonly string[]): string[] => [...new Set(items)];
