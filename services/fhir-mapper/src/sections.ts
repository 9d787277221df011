import type { Fact, FhirProfile } from '@clinical/contracts';
import type { Coding, CompositionSection } from '@medplum/fhirtypes';
import { factText } from './elements/concept.ts';
import { derivedFrom } from './elements/evidence.ts';
import { narrative } from './elements/narrative.ts';
import type { Labels } from './labels.ts';
import type { Mapping } from './mapping.ts';
import type { Route } from './route.ts';
import { concept, emptyReason, LOINC } from './terminology/codes.ts';
import { noneKnown } from './terminology/none-known.ts';

/** A fact that has been given its place, with the reference of its resource where it has one. */
export interface Placed {
  readonly fact: Fact;
  readonly route: Route;
  readonly reference: string | null;
}

interface Outline {
  readonly title: keyof Omit<Labels, 'units'>;
  readonly code: Coding | null;
  readonly of: Route;
  /** Stands in an IPS-shaped Composition also when empty (IPS 2.0: problems, allergies, medications). */
  readonly required?: true;
}

const OUTLINE: readonly Outline[] = [
  { title: 'problems', code: LOINC.problems, of: 'condition', required: true },
  { title: 'allergies', code: LOINC.allergies, of: 'allergy', required: true },
  { title: 'medications', code: LOINC.medications, of: 'medication', required: true },
  { title: 'socialHistory', code: LOINC.socialHistory, of: 'social' },
  { title: 'familyHistory', code: LOINC.familyHistory, of: 'family' },
  { title: 'vitalSigns', code: null, of: 'measurement' },
  { title: 'procedures', code: LOINC.procedures, of: 'procedure' },
  { title: 'plan', code: LOINC.plan, of: 'plan' },
  { title: 'otherStatements', code: null, of: 'words' },
];

export interface SectionInput {
  readonly placed: readonly Placed[];
  readonly sentences: readonly string[];
  readonly impression: string;
}

/** The sections of the note; one without content is left out, but for those that IPS requires. */
export function sections(profile: FhirProfile, input: SectionInput, mapping: Mapping): CompositionSection[] {
  const outlined = OUTLINE.flatMap((outline) => {
    const placed = input.placed.filter((item) => item.route === outline.of);
    if (placed.length > 0) return [filled(outline, placed, mapping)];
    return profile === 'ips' && outline.required ? [empty(outline, mapping)] : [];
  });
  const story = [...complaint(input, mapping), ...illness(input, mapping)];
  const assessment = section(
    'assessment',
    LOINC.assessment,
    [mapping.labels.extraction],
    [],
    [input.impression],
    mapping,
  );
  return profile === 'ips' ? [...outlined, ...story, assessment] : [...story, ...outlined, assessment];
}

/** The symptom that was spoken of first. */
function complaint({ placed }: SectionInput, mapping: Mapping): CompositionSection[] {
  const first = placed
    .filter((item) => item.route === 'symptom' && item.fact.assertion === 'present' && item.reference !== null)
    .map((item) => ({
      item,
      at: Math.min(...item.fact.evidence.map((e) => mapping.transcript.locate(e)?.offset ?? Infinity)),
    }))
    .sort((a, b) => a.at - b.at || (a.item.reference! < b.item.reference! ? -1 : 1))[0]?.item;
  if (first === undefined) return [];
  const lines = [line(first.fact, mapping)];
  return [section('chiefComplaint', LOINC.chiefComplaint, lines, [], [first.reference!], mapping)];
}

function illness({ placed, sentences }: SectionInput, mapping: Mapping): CompositionSection[] {
  const symptoms = placed.filter((item) => item.route === 'symptom');
  if (symptoms.length === 0 && sentences.length === 0) return [];
  const items = symptoms.map((item) => line(item.fact, mapping));
  return [section('presentIllness', LOINC.presentIllness, sentences, items, references(symptoms), mapping)];
}

/** What has no resource of its own has its evidence at the section. */
const filled = ({ title, code, of }: Outline, placed: readonly Placed[], mapping: Mapping): CompositionSection => ({
  ...(of === 'words' && {
    extension: derivedFrom(
      placed.flatMap((item) => item.fact.evidence),
      mapping,
    ),
  }),
  ...section(
    title,
    code,
    [],
    placed.map((item) => line(item.fact, mapping)),
    references(placed),
    mapping,
  ),
});

/** Nobody spoke of it: the list is not known to be empty. */
const empty = ({ title, code }: Outline, mapping: Mapping): CompositionSection => ({
  ...section(title, code, [mapping.labels.notMentioned], [], [], mapping),
  emptyReason: concept(emptyReason('notasked')),
});

function section(
  title: Outline['title'],
  code: Coding | null,
  paragraphs: readonly string[],
  items: readonly string[],
  entries: readonly string[],
  mapping: Mapping,
): CompositionSection {
  return {
    title: mapping.labels[title],
    ...(code && { code: concept(code) }),
    text: narrative(mapping, paragraphs, items),
    ...(entries.length > 0 && { entry: entries.map((reference) => ({ reference })) }),
  };
}

const references = (placed: readonly Placed[]): string[] => [
  ...new Set(placed.map((item) => item.reference).filter((reference) => reference !== null)),
];

/** One fact in words, with everything that keeps it from being the patient's present: "diabetes (madre, negado)". */
function line(fact: Fact, mapping: Mapping): string {
  const { labels } = mapping;
  const { value, unit, severity, dose, frequency, duration } = fact.attributes;
  const qualifiers = [
    fact.experiencer === 'other' ? (fact.relation ?? labels.ofOther) : null,
    fact.experiencer === 'family' || fact.assertion === 'family' ? (fact.relation ?? labels.family) : null,
    noneKnown(fact) ? labels.noneKnown : fact.assertion === 'family' ? null : labels[fact.assertion],
    [value, unit].filter(Boolean).join(' '),
    severity,
    dose,
    frequency,
    duration,
  ].filter(Boolean);
  return qualifiers.length === 0 ? factText(fact) : `${factText(fact)} (${qualifiers.join(', ')})`;
}
