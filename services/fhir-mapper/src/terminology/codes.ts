import type { CodeableConcept, Coding } from '@medplum/fhirtypes';
import { type PinnedCode, pinnedCode } from './table.ts';

export const SYSTEMS = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  ucum: 'http://unitsofmeasure.org',
  symptomTemporary: 'http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  conditionVerification: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  conditionCategory: 'http://terminology.hl7.org/CodeSystem/condition-category',
  allergyClinical: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical',
  allergyVerification: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
  observationCategory: 'http://terminology.hl7.org/CodeSystem/observation-category',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  observationValue: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  dataOperation: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation',
  provenanceParticipant: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  listEmptyReason: 'http://terminology.hl7.org/CodeSystem/list-empty-reason',
} as const;

export const codingOf = ({ system, code, display }: PinnedCode): Coding => ({ system, code, display });

/** A constant of the code: a code that the tables do not pin stops the service at start. */
function pinned(system: string, code: string): Coding {
  const row = pinnedCode(system, code);
  if (row === undefined) throw new Error(`No pinned code ${code} in ${system}`);
  return codingOf(row);
}

const loinc = (code: string): Coding => pinned(SYSTEMS.loinc, code);

export const LOINC = {
  age: loinc('30525-0'),
  symptomPresent: loinc('75325-1'),
  symptomAbsent: loinc('111551-8'),
  severity: loinc('64750-3'),
  frequency: loinc('104156-5'),
  trend: loinc('89253-9'),
  quality: loinc('56823-8'),
  exacerbating: loinc('100752-5'),
  alleviating: loinc('100753-3'),
  smokingStatus: loinc('72166-2'),
  bloodPressure: loinc('85354-9'),
  systolic: loinc('8480-6'),
  diastolic: loinc('8462-4'),
  consultNote: loinc('11488-4'),
  patientSummary: loinc('60591-5'),
  chiefComplaint: loinc('10154-3'),
  presentIllness: loinc('10164-2'),
  problems: loinc('11450-4'),
  allergies: loinc('48765-2'),
  medications: loinc('10160-0'),
  socialHistory: loinc('29762-2'),
  familyHistory: loinc('10157-6'),
  procedures: loinc('47519-4'),
  plan: loinc('18776-5'),
  assessment: loinc('51848-0'),
} as const;

export const AIAST = pinned(SYSTEMS.observationValue, 'AIAST');
export const AMBULATORY = pinned(SYSTEMS.actCode, 'AMB');
export const DATA_CREATE = pinned(SYSTEMS.dataOperation, 'CREATE');
export const ASSEMBLER = pinned(SYSTEMS.provenanceParticipant, 'assembler');
export const FAMILY_MEMBER = pinned(SYSTEMS.roleCode, 'FAMMEMB');
export const SYMPTOM_CATEGORY = pinned(SYSTEMS.symptomTemporary, 'symptom');

export const conditionClinical = (code: 'active' | 'recurrence' | 'inactive' | 'remission' | 'resolved'): Coding =>
  pinned(SYSTEMS.conditionClinical, code);
export const conditionVerification = (code: 'unconfirmed' | 'provisional' | 'differential' | 'refuted'): Coding =>
  pinned(SYSTEMS.conditionVerification, code);
export const conditionCategory = (code: 'problem-list-item' | 'encounter-diagnosis'): Coding =>
  pinned(SYSTEMS.conditionCategory, code);
export const allergyClinical = (code: 'active' | 'inactive' | 'resolved'): Coding =>
  pinned(SYSTEMS.allergyClinical, code);
export const allergyVerification = (code: 'unconfirmed' | 'refuted'): Coding =>
  pinned(SYSTEMS.allergyVerification, code);
export const observationCategory = (code: 'social-history' | 'vital-signs' | 'exam'): Coding =>
  pinned(SYSTEMS.observationCategory, code);
export const emptyReason = (code: 'nilknown' | 'notasked'): Coding => pinned(SYSTEMS.listEmptyReason, code);

/** A concept that is a code and nothing else; the array is fresh, so that no two resources share it. */
export const concept = (coding: Coding, text?: string | null): CodeableConcept => ({
  coding: [coding],
  ...(text ? { text } : {}),
});
