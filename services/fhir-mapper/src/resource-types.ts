/** The resources that the mapper writes, in the order in which a bundle lists them. Nothing else passes the gate. */
export const WRITTEN_RESOURCES = [
  'Patient',
  'Device',
  'Encounter',
  'DocumentReference',
  'Observation',
  'Condition',
  'FamilyMemberHistory',
  'MedicationStatement',
  'AllergyIntolerance',
  'Procedure',
  'CarePlan',
  'ClinicalImpression',
  'Composition',
  'Provenance',
] as const;

export type WrittenResource = (typeof WRITTEN_RESOURCES)[number];
