/** One readable line for a FHIR resource: what a person scanning the list wants to see first. */
const concept = (value) => value?.text ?? value?.coding?.[0]?.display ?? value?.coding?.[0]?.code ?? '';
const code = (value) => value?.coding?.[0]?.code ?? '';
const list = (...parts) => parts.filter((part) => part !== undefined && part !== null && part !== '').join(' · ');
const quantity = (value) => (value ? `${value.value} ${value.unit ?? value.code ?? ''}`.trim() : '');

function observed(resource) {
  const parts = (resource.component ?? []).map((component) => `${concept(component.code)}: ${valueText(component)}`);
  return list(concept(resource.code), valueText(resource), ...parts);
}

function valueText(element) {
  return (
    quantity(element.valueQuantity) ||
    concept(element.valueCodeableConcept) ||
    element.valueString ||
    (element.valueInteger ?? '') ||
    (element.valueBoolean ?? '')
  );
}

const dosage = (entries) => (entries ?? []).map((entry) => entry.text).join(', ');

const LINES = {
  Patient: (r) => list(r.gender, r.identifier?.[0]?.value),
  Encounter: (r) => list(r.status, r.class?.display ?? r.class?.code, r.period?.start),
  Observation: observed,
  Condition: (r) => list(concept(r.code), code(r.verificationStatus), code(r.clinicalStatus)),
  FamilyMemberHistory: (r) => list(concept(r.relationship), ...(r.condition ?? []).map((c) => concept(c.code))),
  MedicationStatement: (r) => list(concept(r.medicationCodeableConcept), r.status, dosage(r.dosage)),
  AllergyIntolerance: (r) =>
    list(concept(r.code), code(r.verificationStatus), concept(r.reaction?.[0]?.manifestation?.[0])),
  Procedure: (r) => list(concept(r.code), r.status),
  ServiceRequest: (r) => list(concept(r.code), r.intent, r.status),
  CarePlan: (r) => list(r.title ?? r.description, r.intent, r.status),
  ClinicalImpression: (r) => list(r.status, r.summary),
  RiskAssessment: (r) => list(r.status, concept(r.prediction?.[0]?.outcome)),
  Composition: (r) => list(r.title ?? concept(r.type), r.status),
  DocumentReference: (r) => list(concept(r.type) || r.description, r.content?.[0]?.attachment?.contentType),
  Device: (r) => list(r.deviceName?.[0]?.name, r.version?.map((v) => v.value).join(', ')),
  Provenance: (r) => list(code(r.reason?.[0]), `→ ${r.target?.length ?? 0}`),
};

export const describe = (resource) =>
  (LINES[resource.resourceType] ?? ((r) => concept(r.code)))(resource) || resource.id || '';

/** [[type, entries]] in the order in which the types first appear in the bundle. */
export function byType(bundle) {
  const groups = new Map();
  for (const entry of bundle.entry ?? []) {
    const type = entry.resource.resourceType;
    if (!groups.has(type)) groups.set(type, []);
    groups.get(type).push(entry);
  }
  return [...groups];
}
