import { PROFILE_UNITS } from '../resources/vital-sign.ts';
import { AIAST, LOINC, SYSTEMS } from '../terminology/codes.ts';
import { byConcept } from '../terminology/match.ts';
import type { Issues } from './issues.ts';
import type { Json } from './walk.ts';

const MACHINE_MADE = new Set([
  'Patient',
  'Observation',
  'Condition',
  'FamilyMemberHistory',
  'MedicationStatement',
  'AllergyIntolerance',
  'Procedure',
  'CarePlan',
  'ClinicalImpression',
  'Composition',
]);

export const isMachineMade = (resource: Json): boolean => MACHINE_MADE.has(resource?.resourceType);

const has = (concept: Json, system: string, ...codes: string[]): boolean =>
  (concept?.coding ?? []).some((coding: Json) => coding?.system === system && codes.includes(coding?.code));
const anyHas = (concepts: Json, system: string, code: string): boolean =>
  Array.isArray(concepts) && concepts.some((concept) => has(concept, system, code));

const STATUS: Readonly<Record<string, readonly string[]>> = {
  Observation: ['preliminary'],
  Composition: ['preliminary'],
  CarePlan: ['draft'],
  ClinicalImpression: ['in-progress'],
  FamilyMemberHistory: ['partial'],
  Procedure: ['completed', 'not-done', 'unknown'],
  MedicationStatement: ['active', 'completed', 'stopped', 'not-taken', 'unknown'],
};

/** What the mapping promises of each resource, beyond R4: machine-made and so marked, never final, never confirmed. */
export function checkStatement(resource: Json, at: string, issues: Issues): void {
  const type: string = resource.resourceType;
  if (isMachineMade(resource)) {
    const labels: Json[] = Array.isArray(resource.meta?.security) ? resource.meta.security : [];
    if (!labels.some((label) => label?.system === AIAST.system && label?.code === AIAST.code)) {
      issues.add('machine-made-not-marked', at);
    }
    if (!Array.isArray(resource.extension) || resource.extension.length === 0) issues.add('no-evidence', at);
  }
  if (STATUS[type] !== undefined && !STATUS[type].includes(resource.status))
    issues.add('status-too-sure', `${at}.status`);
  if (type === 'CarePlan' && resource.intent !== 'proposal') issues.add('plan-not-a-proposal', `${at}.intent`);
  if (type === 'Condition') checkCondition(resource, at, issues);
  if (type === 'Observation') checkObservation(resource, at, issues);
  if (type === 'MedicationStatement' && resource.status === 'not-taken' && resource.dosage !== undefined) {
    issues.add('dosage-of-what-is-not-taken', at);
  }
  if (type === 'AllergyIntolerance') {
    const refuted = has(resource.verificationStatus, SYSTEMS.allergyVerification, 'refuted');
    if (refuted && !has(resource.clinicalStatus, SYSTEMS.allergyClinical, 'inactive'))
      issues.add('refuted-but-active', at);
    if (resource.verificationStatus === undefined) issues.add('no-verification-status', at);
  }
}

/** con-3, con-4, con-5 of R4, and: what is refuted has no clinical status. */
function checkCondition(resource: Json, at: string, issues: Issues): void {
  const status = resource.clinicalStatus;
  if (status === undefined && anyHas(resource.category, SYSTEMS.conditionCategory, 'problem-list-item')) {
    issues.add('con-3', at, 'invariant');
  }
  const abated = Object.keys(resource).some((key) => key.startsWith('abatement'));
  if (abated && !has(status, SYSTEMS.conditionClinical, 'resolved', 'remission', 'inactive')) {
    issues.add('con-4', at, 'invariant');
  }
  const verification = resource.verificationStatus;
  if (verification === undefined) issues.add('no-verification-status', at);
  if (status !== undefined && has(verification, SYSTEMS.conditionVerification, 'entered-in-error')) {
    issues.add('con-5', at, 'invariant');
  }
  if (status !== undefined && has(verification, SYSTEMS.conditionVerification, 'refuted')) {
    issues.add('refuted-but-active', at);
  }
}

/** HL7 Symptoms IG 1.0.0 for symptoms; the R4 vital signs profiles for vital signs. */
function checkObservation(resource: Json, at: string, issues: Issues): void {
  const is = (coding: typeof LOINC.age): boolean => has(resource.code, SYSTEMS.loinc, coding.code!);
  const category = (code: string): boolean => anyHas(resource.category, SYSTEMS.observationCategory, code);
  if (is(LOINC.symptomPresent) || is(LOINC.symptomAbsent)) {
    const symptomCategory = anyHas(resource.category, SYSTEMS.symptomTemporary, 'symptom');
    if (is(LOINC.symptomPresent) !== symptomCategory) issues.add('symptom-category', at);
    if (resource.valueCodeableConcept === undefined || resource.performer?.length !== 1)
      issues.add('symptom-profile', at);
    if (resource.effectiveDateTime === undefined && resource.effectivePeriod === undefined)
      issues.add('symptom-profile', at);
    for (const key of ['device', 'interpretation', 'dataAbsentReason']) {
      if (resource[key] !== undefined) issues.add('symptom-profile', `${at}.${key}`);
    }
    if (is(LOINC.symptomAbsent) && (resource.component || resource.bodySite)) issues.add('absent-with-attributes', at);
  } else if (anyHas(resource.category, SYSTEMS.symptomTemporary, 'symptom')) issues.add('symptom-category', at);
  if (is(LOINC.age) && !['a', 'mo', 'wk', 'd'].includes(resource.valueQuantity?.code)) issues.add('age-unit', at);
  for (const [key, units] of Object.entries(PROFILE_UNITS)) {
    const row = byConcept(key, ['vital_sign']);
    if (row === undefined || !has(resource.code, row.system, row.code)) continue;
    if (!category('vital-signs')) issues.add('vital-sign-category', at);
    const quantities =
      row.key === 'blood_pressure'
        ? (resource.component ?? []).map((c: Json) => c.valueQuantity)
        : [resource.valueQuantity];
    if (quantities.length === 0 || quantities.some((q: Json) => !units.includes(q?.code)))
      issues.add('vital-sign-unit', at);
  }
}
