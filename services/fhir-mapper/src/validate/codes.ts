import { LOINC, SYSTEMS } from '../terminology/codes.ts';
import { PINNED, pinnedCode } from '../terminology/table.ts';
import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

/** Which pinned codes may stand where: by place, `system|code`. A coding in any other place is refused. */
const of = (system: string, uses?: readonly string[]): string[] =>
  PINNED.filter((row) => row.system === system && (uses === undefined || uses.includes(row.use))).map(
    (row) => `${row.system}|${row.code}`,
  );
const loinc = (...names: (keyof typeof LOINC)[]): string[] =>
  names.map((name) => `${SYSTEMS.loinc}|${LOINC[name].code}`);

const SECTION_CODES = loinc(
  'chiefComplaint',
  'presentIllness',
  'problems',
  'allergies',
  'medications',
  'socialHistory',
  'familyHistory',
  'procedures',
  'plan',
  'assessment',
);

const PLACES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    'Encounter.class': of(SYSTEMS.actCode),
    'Observation.category': [...of(SYSTEMS.observationCategory), ...of(SYSTEMS.symptomTemporary)],
    'Observation.code': [
      ...loinc('age', 'symptomPresent', 'symptomAbsent', 'smokingStatus', 'socialHistory'),
      ...of(SYSTEMS.loinc, ['vital_sign']),
    ],
    'Observation.value': [
      ...of(SYSTEMS.icd10cm, ['symptom', 'condition', 'lifestyle']),
      ...of(SYSTEMS.snomed, ['smoking_status']),
    ],
    'Observation.component.code': loinc(
      'severity',
      'frequency',
      'trend',
      'quality',
      'exacerbating',
      'alleviating',
      'systolic',
      'diastolic',
    ),
    'Condition.clinicalStatus': of(SYSTEMS.conditionClinical),
    'Condition.verificationStatus': of(SYSTEMS.conditionVerification),
    'Condition.category': of(SYSTEMS.conditionCategory),
    'Condition.code': [
      ...of(SYSTEMS.icd10cm, ['symptom', 'condition', 'history']),
      ...of(SYSTEMS.snomed, ['none_known']),
    ],
    'FamilyMemberHistory.relationship': of(SYSTEMS.roleCode),
    'FamilyMemberHistory.condition.code': of(SYSTEMS.icd10cm, ['symptom', 'condition']),
    'MedicationStatement.medication': of(SYSTEMS.snomed, ['none_known']),
    'AllergyIntolerance.clinicalStatus': of(SYSTEMS.allergyClinical),
    'AllergyIntolerance.verificationStatus': of(SYSTEMS.allergyVerification),
    'AllergyIntolerance.code': of(SYSTEMS.snomed, ['none_known']),
    'Composition.type': loinc('consultNote', 'patientSummary'),
    'Composition.section.code': SECTION_CODES,
    'Composition.section.emptyReason': of(SYSTEMS.listEmptyReason),
    'Provenance.reason': of(SYSTEMS.observationValue),
    'Provenance.activity': of(SYSTEMS.dataOperation),
    'Provenance.agent.type': of(SYSTEMS.provenanceParticipant),
  }).map(([place, codes]) => [place, new Set(codes)]),
);

const SECURITY = new Set(of(SYSTEMS.observationValue));

/** A coding that a value holds: pinned, with the official display, and in a place that it belongs to. */
export function checkCoding(coding: Json, path: string, place: string, issues: Issues): void {
  const { system, code, display } = coding ?? {};
  const row = typeof system === 'string' && typeof code === 'string' ? pinnedCode(system, code) : undefined;
  if (row === undefined) {
    issues.add('code-not-pinned', path, 'code-invalid');
    return;
  }
  if (display !== row.display) issues.add('display-not-official', path, 'code-invalid');
  const allowed = place.endsWith('.meta.security') ? SECURITY : PLACES.get(place.replace(/\.coding$/, ''));
  if (!allowed?.has(`${system}|${code}`)) issues.add('code-out-of-place', path, 'code-invalid');
}

/** A quantity: a finite number with a pinned UCUM code and a unit that people read. */
export function checkQuantity(quantity: Json, path: string, issues: Issues): void {
  const { value, unit, system, code } = quantity ?? {};
  if (typeof value !== 'number' || typeof unit !== 'string') issues.add('quantity-incomplete', path);
  if (system !== SYSTEMS.ucum || pinnedCode(SYSTEMS.ucum, code) === undefined) {
    issues.add('unit-not-ucum', path, 'code-invalid');
  }
}
