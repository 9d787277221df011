import type { Fact, Summary } from '@clinical/contracts';
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import { clean } from './elements/text.ts';
import { identities, resourceId } from './ids.ts';
import { type MapperSettings, type Mapping, mappingOf, urn } from './mapping.ts';
import type { WrittenResource } from './resource-types.ts';
import { age } from './resources/age.ts';
import { allergyIntolerance } from './resources/allergy-intolerance.ts';
import { carePlan } from './resources/care-plan.ts';
import { clinicalImpression } from './resources/clinical-impression.ts';
import { composition } from './resources/composition.ts';
import { condition } from './resources/condition.ts';
import { device } from './resources/device.ts';
import { documentReference } from './resources/document-reference.ts';
import { encounter } from './resources/encounter.ts';
import { familyMemberHistory } from './resources/family-member-history.ts';
import { medicationStatement } from './resources/medication-statement.ts';
import { patient } from './resources/patient.ts';
import { procedure } from './resources/procedure.ts';
import { provenance } from './resources/provenance.ts';
import { socialHistory } from './resources/social-history.ts';
import { symptom } from './resources/symptom.ts';
import { vitalSign } from './resources/vital-sign.ts';
import { type Route, route } from './route.ts';
import { type Placed, sections } from './sections.ts';

type FactResource = (id: string, fact: Fact, mapping: Mapping, suspected: number) => Resource;

/** One resource a fact; plans share one CarePlan, and words have none. */
const BY_ROUTE: Partial<Record<Route, readonly [WrittenResource, FactResource]>> = {
  symptom: ['Observation', symptom],
  measurement: ['Observation', vitalSign],
  social: ['Observation', socialHistory],
  condition: ['Condition', condition],
  family: ['FamilyMemberHistory', familyMemberHistory],
  medication: ['MedicationStatement', medicationStatement],
  allergy: ['AllergyIntolerance', allergyIntolerance],
  procedure: ['Procedure', procedure],
};

/**
 * A summary as a FHIR R4 transaction. Pure: the clock, the attempt and the settings are given, every id follows from
 * the job and from what a resource is about. The subject, the software, the visit and the transcript are created once
 * (ifNoneExist); what the pipeline asserts is put, so that a later attempt replaces it.
 */
export function bundleOf(summary: Summary, attempt: number, now: number, settings: MapperSettings): Bundle {
  const mapping = mappingOf(summary, attempt, now, settings);
  const { refs, jobId } = mapping;
  const idOf = (reference: string): string => reference.slice('urn:uuid:'.length);
  const entries: BundleEntry[] = [];
  const machineMade: string[] = [];
  const create = (reference: string, resource: Resource): void => {
    entries.push(entry(reference, resource, 'create', mapping));
  };
  const assert = (id: string, resource: Resource): string => {
    machineMade.push(urn(id));
    entries.push(entry(urn(id), resource, 'put', mapping));
    return urn(id);
  };

  create(refs.patient, patient(idOf(refs.patient), summary.patient, mapping));
  machineMade.push(refs.patient);
  create(refs.device, device(idOf(refs.device), mapping));
  create(refs.encounter, encounter(idOf(refs.encounter), mapping));
  create(refs.document, documentReference(idOf(refs.document), mapping));

  const { age: statedAge } = summary.patient;
  if (statedAge !== null) {
    const id = resourceId(jobId, 'Observation', 'age');
    assert(id, age(id, statedAge, mapping));
  }

  const placed = place(summary.facts, mapping, assert);
  const sentences = summary.narrative.map((sentence) => clean(sentence.text)).filter((text) => text !== null);

  const impressionId = resourceId(jobId, 'ClinicalImpression');
  const impression = assert(
    impressionId,
    clinicalImpression(impressionId, impressionParts(placed, sentences), mapping),
  );
  const compositionId = resourceId(jobId, 'Composition');
  const profile = summary.transcript.fhir_profile;
  const outline = sections(profile, { placed, sentences, impression }, mapping);
  assert(compositionId, composition(compositionId, profile, sentences, outline, mapping));

  const provenanceId = resourceId(jobId, 'Provenance', String(attempt));
  create(urn(provenanceId), provenance(provenanceId, machineMade, mapping));
  return {
    resourceType: 'Bundle',
    identifier: { system: settings.identifierSystem, value: jobId },
    type: 'transaction',
    timestamp: mapping.now,
    entry: entries,
  };
}

function place(facts: readonly Fact[], mapping: Mapping, assert: (id: string, resource: Resource) => string): Placed[] {
  const routes = new Map(facts.map((fact) => [fact, route(fact)]));
  const suspected = facts.filter((fact) => routes.get(fact) === 'condition' && fact.assertion === 'possible').length;
  const placed: Placed[] = [];
  for (const [fact, identity] of identities(facts)) {
    const to = routes.get(fact)!;
    const target = BY_ROUTE[to];
    if (to === 'nothing') continue;
    if (target === undefined) {
      placed.push({ fact, route: to, reference: null });
      continue;
    }
    const [type, build] = target;
    const id = resourceId(mapping.jobId, type, ...identity);
    placed.push({ fact, route: to, reference: assert(id, build(id, fact, mapping, suspected)) });
  }
  const plans = placed.filter((item) => item.route === 'plan');
  if (plans.length === 0) return placed;
  const id = resourceId(mapping.jobId, 'CarePlan');
  const reference = assert(
    id,
    carePlan(
      id,
      plans.map((item) => item.fact),
      mapping,
    ),
  );
  return placed.map((item) => (item.route === 'plan' ? { ...item, reference } : item));
}

function impressionParts(placed: readonly Placed[], summary: readonly string[]) {
  const of = (...routes: Route[]): string[] =>
    placed
      .filter((item) => routes.includes(item.route) && item.reference !== null)
      .filter((item) => item.route !== 'condition' || item.fact.assertion !== 'negated')
      .map((item) => item.reference!);
  return { summary, investigated: of('symptom', 'measurement', 'family'), problems: of('condition') };
}

function entry(fullUrl: string, resource: Resource, how: 'create' | 'put', mapping: Mapping): BundleEntry {
  const type = resource.resourceType;
  const parameter = type === 'Provenance' ? '_tag' : 'identifier';
  const token = `${mapping.settings.identifierSystem}|${fullUrl.slice('urn:uuid:'.length)}`;
  const query = `${parameter}=${encodeURIComponent(token)}`;
  return {
    fullUrl,
    resource,
    request:
      how === 'put' ? { method: 'PUT', url: `${type}?${query}` } : { method: 'POST', url: type, ifNoneExist: query },
  };
}
