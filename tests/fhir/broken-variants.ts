/**
 * A good bundle, broken in one place each: what receivers have met in the field, and what the specification forbids.
 */
// biome-ignore lint/suspicious/noExplicitAny: the point is to break types
type Json = any;

export interface BrokenVariant {
  readonly name: string;
  readonly break: (bundle: Json) => void;
}

const resources = (bundle: Json, type: string): Json[] =>
  bundle.entry.map((entry: Json) => entry.resource).filter((resource: Json) => resource.resourceType === type);
const first = (bundle: Json, type: string): Json => resources(bundle, type)[0];
const entryOf = (bundle: Json, type: string): Json =>
  bundle.entry.find((entry: Json) => entry.resource.resourceType === type);
const observation = (bundle: Json, code: string): Json =>
  resources(bundle, 'Observation').find((resource) => resource.code.coding?.[0]?.code === code);
const condition = (bundle: Json, status: string): Json =>
  resources(bundle, 'Condition').find((resource) => resource.verificationStatus.coding[0].code === status);
const symptom = (bundle: Json): Json => observation(bundle, '75325-1');

export const BROKEN_VARIANTS: readonly BrokenVariant[] = [
  // References and the frame of the bundle
  {
    name: 'dangling reference',
    break: (b) => (symptom(b).subject.reference = 'urn:uuid:00000000-0000-5000-8000-000000000000'),
  },
  {
    name: 'reference to a server that is not there',
    break: (b) => (first(b, 'Condition').subject.reference = 'Patient/123'),
  },
  {
    name: 'reference of the wrong type',
    break: (b) => (first(b, 'Condition').subject.reference = entryOf(b, 'Device').fullUrl),
  },
  {
    name: 'performer is a Device',
    break: (b) => (symptom(b).performer = [{ reference: entryOf(b, 'Device').fullUrl }]),
  },
  {
    name: 'assessor is a Device',
    break: (b) => (first(b, 'ClinicalImpression').assessor = { reference: entryOf(b, 'Device').fullUrl }),
  },
  { name: 'duplicate fullUrl', break: (b) => (b.entry[5].fullUrl = b.entry[6].fullUrl) },
  { name: 'fullUrl missing', break: (b) => delete b.entry[5].fullUrl },
  { name: 'fullUrl is not a UUID', break: (b) => (b.entry[5].fullUrl = 'urn:uuid:observation-1') },
  { name: 'request missing', break: (b) => delete b.entry[5].request },
  {
    name: 'request of another type',
    break: (b) => (b.entry[5].request.url = b.entry[5].request.url.replace('Observation', 'Condition')),
  },
  { name: 'put under a foreign identifier', break: (b) => (b.entry[5].request.url = 'Observation?identifier=x%7C1') },
  { name: 'patient matched by name', break: (b) => (entryOf(b, 'Patient').request.ifNoneExist = 'name=Smith') },
  { name: 'bundle of no known type', break: (b) => (b.type = 'parcel') },
  { name: 'two patients', break: (b) => b.entry.push(structuredClone(entryOf(b, 'Patient'))) },
  { name: 'a resource that is none', break: (b) => (first(b, 'Procedure').resourceType = 'Ritual') },
  // Codes
  { name: 'invented code', break: (b) => (symptom(b).valueCodeableConcept.coding[0].code = 'R51.99') },
  { name: 'wrong display', break: (b) => (symptom(b).valueCodeableConcept.coding[0].display = 'Cefalea') },
  {
    name: 'code of another system',
    break: (b) => (symptom(b).valueCodeableConcept.coding[0].system = 'http://snomed.info/sct'),
  },
  { name: 'code without a system', break: (b) => delete symptom(b).valueCodeableConcept.coding[0].system },
  {
    name: 'section code as an observation',
    break: (b) =>
      (symptom(b).code.coding[0] = {
        system: 'http://loinc.org',
        code: '10154-3',
        display: 'Chief complaint Narrative - Reported',
      }),
  },
  { name: 'status that does not exist', break: (b) => (symptom(b).status = 'probably') },
  { name: 'gender as said', break: (b) => (first(b, 'Patient').gender = 'femenino') },
  {
    name: 'clinical status that does not exist',
    break: (b) => (condition(b, 'unconfirmed').clinicalStatus.coding[0].code = 'ongoing'),
  },
  { name: 'unit that is not UCUM', break: (b) => (observation(b, '8310-5').valueQuantity.code = 'grados') },
  {
    name: 'blood pressure in another unit',
    break: (b) => (observation(b, '85354-9').component[0].valueQuantity.code = '/min'),
  },
  { name: 'quantity as text', break: (b) => (observation(b, '8310-5').valueQuantity.value = '37,2') },
  // Structure
  { name: 'unknown property', break: (b) => (symptom(b).certainty = 0.9) },
  { name: 'two values of one choice', break: (b) => (symptom(b).valueString = 'dolor de cabeza') },
  { name: 'single value where a list belongs', break: (b) => (symptom(b).category = symptom(b).category[0]) },
  { name: 'list where a single value belongs', break: (b) => (symptom(b).code = [symptom(b).code]) },
  { name: 'required element missing', break: (b) => delete first(b, 'FamilyMemberHistory').relationship },
  { name: 'empty string', break: (b) => (first(b, 'MedicationStatement').medicationCodeableConcept.text = '') },
  { name: 'empty array', break: (b) => (symptom(b).note = []) },
  { name: 'null value', break: (b) => (symptom(b).bodySite = null) },
  { name: 'a date that no calendar has', break: (b) => (first(b, 'Procedure').performedDateTime = '2026-02-30') },
  { name: 'time without a zone', break: (b) => (first(b, 'DocumentReference').date = '2026-03-02T15:15:00') },
  {
    name: 'period that ends before it starts',
    break: (b) => (symptom(b).effectivePeriod = { start: '2026-03-02', end: '2026-01-01' }),
  },
  {
    name: 'narrative that is not XHTML',
    break: (b) => (first(b, 'Composition').text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>open</div>'),
  },
  {
    name: 'script in the narrative',
    break: (b) =>
      (first(b, 'Composition').text.div = '<div xmlns="http://www.w3.org/1999/xhtml"><script>x</script></div>'),
  },
  // Invariants
  {
    name: 'con-3: a problem without a clinical status',
    break: (b) => delete condition(b, 'unconfirmed').clinicalStatus,
  },
  {
    name: 'con-4: abated and active',
    break: (b) => ((condition(b, 'provisional') ?? condition(b, 'differential')).abatementString = 'ayer'),
  },
  {
    name: 'con-5: an error with a clinical status',
    break: (b) =>
      (condition(b, 'unconfirmed').verificationStatus.coding[0] = {
        system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
        code: 'entered-in-error',
        display: 'Entered in Error',
      }),
  },
  {
    name: 'ait-1: an allergy without a clinical status',
    break: (b) => delete first(b, 'AllergyIntolerance').clinicalStatus,
  },
  {
    name: 'cmp-2: an empty reason beside entries',
    break: (b) =>
      (first(b, 'Composition').section[0].emptyReason = {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: 'nilknown', display: 'Nil Known' },
        ],
      }),
  },
  { name: 'obs-6: a value and a reason for none', break: (b) => (symptom(b).dataAbsentReason = { text: 'no' }) },
  // Extensions
  {
    name: 'unknown extension',
    break: (b) => symptom(b).extension.push({ url: 'http://example.com/confidence', valueDecimal: 0.9 }),
  },
  {
    name: 'der-1: a length without an offset',
    break: (b) =>
      (symptom(b).extension[0].extension = symptom(b).extension[0].extension.filter(
        (part: Json) => part.url !== 'offset',
      )),
  },
  {
    name: 'an offset that is a string',
    break: (b) => (symptom(b).extension[0].extension[1] = { url: 'offset', valueString: '10' }),
  },
  { name: 'evidence without its document', break: (b) => symptom(b).extension[0].extension.shift() },
  {
    name: 'modifier extension',
    break: (b) => (symptom(b).modifierExtension = [{ url: 'http://example.com/negated', valueBoolean: true }]),
  },
  // Promises of the mapping that R4 knows nothing of
  { name: 'machine-made but final', break: (b) => (symptom(b).status = 'final') },
  {
    name: 'machine-made but confirmed',
    break: (b) =>
      (condition(b, 'unconfirmed').verificationStatus.coding[0] = {
        system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
        code: 'confirmed',
        display: 'Confirmed',
      }),
  },
  { name: 'machine-made and not marked', break: (b) => delete symptom(b).meta },
  { name: 'no Provenance for it', break: (b) => first(b, 'Provenance').target.pop() },
  { name: 'evidence taken away', break: (b) => delete symptom(b).extension },
  {
    name: 'a denial with the code of a finding',
    break: (b) =>
      (observation(b, '111551-8').code.coding[0] = { system: 'http://loinc.org', code: '75325-1', display: 'Symptom' }),
  },
  {
    name: 'refuted but active',
    break: (b) =>
      (condition(b, 'refuted').clinicalStatus = {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active', display: 'Active' },
        ],
      }),
  },
  { name: 'a plan that is an order', break: (b) => (first(b, 'CarePlan').intent = 'order') },
];
