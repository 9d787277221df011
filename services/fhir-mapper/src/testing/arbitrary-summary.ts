import {
  Assertion,
  type Attributes,
  type Evidence,
  Experiencer,
  type Fact,
  FactKind,
  Language,
  type Segment,
  type Summary,
} from '@clinical/contracts';
import fc from 'fast-check';
import { PINNED } from '../terminology/table.ts';
import { summaryOf } from './summaries.ts';

/** Anything that the contract allows in a text, beside words that mean something. */
const WORDS = [
  'dolor de cabeza',
  'fever',
  'fiebre',
  'diabetes',
  'migraña',
  'alergias',
  'allergies',
  'fumador',
  'nunca he fumado',
  'presión arterial',
  'no tengo alergias',
  'blood pressure',
  'temperature',
  'losartán 50 mg',
  'su madre',
  'antecedentes familiares de diabetes',
  '<b>&amp;</b>',
  ']]>',
  '\u0000\u0007',
  '\ud800',
  '\u202e',
  ' ',
  '',
];
const anyText = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null, freq: 2 });

const attributes: fc.Arbitrary<Attributes> = fc.record({
  onset: maybe(
    fc.oneof(anyText, fc.constantFrom('desde hace tres días', 'since 2019', 'hace 1 mes', 'ayer', '900 años')),
  ),
  duration: maybe(fc.oneof(anyText, fc.constantFrom('3 días', 'two weeks', 'un mes', '30 minutos'))),
  severity: maybe(anyText),
  body_site: maybe(anyText),
  laterality: maybe(anyText),
  frequency: maybe(anyText),
  dose: maybe(anyText),
  route: maybe(anyText),
  trend: maybe(anyText),
  character: maybe(anyText),
  aggravated_by: maybe(anyText),
  relieved_by: maybe(anyText),
  effect: maybe(anyText),
  status: maybe(fc.oneof(anyText, fc.constantFrom('chronic', 'recurrent', 'active', 'resolved', 'taking', 'stopped'))),
  value: maybe(fc.oneof(anyText, fc.constantFrom('135/85', '38,5', '98', '60', '85/135', '1e9', '007'))),
  unit: maybe(fc.oneof(anyText, fc.constantFrom('mmHg', 'grados', '°F', '%', 'kg', 'mg/dL', 'bpm', 'parsecs'))),
});

const segment = (i: number): fc.Arbitrary<Segment> =>
  fc.record({
    id: fc.constantFrom(`s${i + 1}`, 's1'),
    speaker: fc.constantFrom('clinician', 'patient', 'other', 'unknown'),
    speaker_label: fc.constant(null),
    speaker_source: fc.constant('inferred' as const),
    start_ms: fc.constant(null),
    end_ms: fc.constant(null),
    language: fc.constantFrom(...Language.options),
    text: fc.oneof(anyText, fc.constant('Tengo dolor de cabeza desde hace tres días, y fiebre.')),
  });

/** Mostly a true quote; now and then one that stands nowhere. */
const evidenceIn = (segments: readonly Segment[]): fc.Arbitrary<Evidence> =>
  fc
    .record({
      at: fc.nat(Math.max(0, segments.length - 1)),
      start: fc.nat(30),
      length: fc.nat(30),
      lie: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ at, start, length, lie }) => {
      const source = segments[at];
      if (source === undefined || lie === 0) return { segment_id: 'nowhere', quote: 'x', start, end: start + length };
      const end = Math.min(source.text.length, start + length);
      const begin = Math.min(start, end);
      return { segment_id: source.id, quote: source.text.slice(begin, end), start: begin, end };
    });

const concepts = [...new Set(PINNED.map((row) => row.key))];

const fact = (segments: readonly Segment[]): fc.Arbitrary<Omit<Fact, 'id'>> =>
  fc.record({
    kind: fc.constantFrom(...FactKind.options),
    text: anyText,
    name: anyText,
    concept: maybe(fc.oneof(fc.constantFrom(...concepts), anyText)),
    assertion: fc.constantFrom(...Assertion.options),
    experiencer: fc.constantFrom(...Experiencer.options, 'patient' as const, 'patient' as const),
    relation: maybe(fc.oneof(anyText, fc.constantFrom('madre', 'maternal grandmother', 'hermanos'))),
    attributes,
    evidence: fc.array(evidenceIn(segments), { maxLength: 3 }),
    source: fc.constantFrom('model', 'lexicon', 'grammar'),
    flags: fc.array(fc.oneof(anyText, fc.constant('contradicted')), { maxLength: 2 }),
  });

/** Any summary that the contract allows, submitted in years that a validator believes. */
export const arbitrarySummary: fc.Arbitrary<Summary> = fc
  .integer({ min: 0, max: 6 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => segment(i))))
  .chain((segments) => {
    const evidence = fc.array(evidenceIn(segments), { maxLength: 2 });
    return fc.record({
      segments: fc.constant(segments),
      job_id: fc.uuid(),
      submitted_at: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2060, 0) }),
      language: fc.constantFrom(...Language.options),
      profile: fc.constantFrom('r4' as const, 'ips' as const),
      age: maybe(
        fc.record({
          value: fc.oneof(fc.nat(120), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
          unit: fc.constantFrom('a', 'mo', 'wk', 'd'),
          evidence,
        }),
      ),
      gender: maybe(fc.record({ value: fc.constantFrom('male', 'female', 'other'), evidence })),
      facts: fc.array(fact(segments), { maxLength: 12 }),
      narrative: fc.array(
        fc.record({ text: anyText, fact_ids: fc.constant<string[]>([]), segment_ids: fc.constant<string[]>([]) }),
        {
          maxLength: 3,
        },
      ),
      engine: fc.record({ name: anyText, model: maybe(anyText), version: anyText, prompt_version: maybe(anyText) }),
    });
  })
  .map(({ segments, profile, age, gender, facts, ...given }): Summary => {
    const base = summaryOf({ lines: [], facts: [] });
    return {
      ...base,
      ...given,
      patient: { age, gender },
      facts: facts.map((each, i) => ({ id: `f${i + 1}`, ...each })),
      transcript: {
        ...base.transcript,
        job_id: given.job_id,
        submitted_at: given.submitted_at,
        language: given.language,
        segments: [...segments],
        fhir_profile: profile,
      },
    };
  });
