/**
 * What holds of every summary, whatever was said and whichever engine drafted it: over all traps and our own
 * consultations, by the embedded engine and by a careless model. The rules are written here anew, from the contract.
 */
import { type Fact, NO_ATTRIBUTES, Summary, type Transcript } from '@clinical/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trapCases } from '../../evaluation/src/trap-cases.ts';
import { summarizerConfig } from '../../services/summarizer/src/config.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { termsIn } from '../../services/summarizer/src/language/lexicon.ts';
import { readTable } from '../../services/summarizer/src/language/tables.ts';
import { tokenise } from '../../services/summarizer/src/language/tokens.ts';
import { createOpenAiEngine } from '../../services/summarizer/src/openai/engine.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';
import { carelessly } from '../inference/models/careless.ts';
import { conversationOf, transcriptOf } from '../inference/models/conversation.ts';
import { type Inference, startInference } from '../inference/server.ts';
import { CONSULTATIONS, linesOf } from './consultations.ts';

const conversations: Transcript[] = [
  ...trapCases().map(({ turns, language }) =>
    transcriptOf(
      turns.map((turn, i) => ({ id: `s${i + 1}`, ...turn })),
      language,
    ),
  ),
  ...(['es', 'en'] as const).flatMap((language) =>
    CONSULTATIONS[language].map((turns) => transcriptOf(linesOf(turns), language)),
  ),
];

let server: Inference;
const summaries: Record<'embedded' | 'careless', Summary[]> = { embedded: [], careless: [] };

beforeAll(async () => {
  server = await startInference({ answer: (request) => carelessly(conversationOf(request)!) });
  const config = summarizerConfig({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'careless' });
  const engines = { embedded: createEmbeddedEngine(), careless: createOpenAiEngine(config.model) };
  const { signal } = new AbortController();
  for (const name of ['embedded', 'careless'] as const)
    for (const conversation of conversations)
      summaries[name].push(await summarize(conversation, { main: engines[name], fallback: null, cache: null }, signal));
}, 120_000);
afterAll(() => server.close());

const DOUBT = /^(?:posible|possible|probable)\s+/i;
const PAST = /histor|antecedente|previ[ao]|previous|former|past|prior|\bex-?/i;
const FAMILY = /^(?:(?:posible|possible) )?(?:antecedente familiar|family history): /i;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const within = (line: string, words: string): boolean => fold(line).includes(fold(words));

const doubted = ({ assertion, flags }: Fact): boolean => assertion === 'possible' || flags.includes('contradicted');
/** Said as sure if sure, with its doubt if in doubt. */
const doubtTold = (line: string, fact: Fact): boolean => doubted(fact) === DOUBT.test(line);
const own = ({ experiencer }: Fact): boolean => experiencer === 'patient';
const now = ({ assertion }: Fact): boolean => assertion === 'present' || assertion === 'possible';

const isSymptom = (line: string) => (fact: Fact) =>
  fact.kind === 'symptom' &&
  own(fact) &&
  now(fact) &&
  doubtTold(line, fact) &&
  fold(line).replace(DOUBT, '') === fold(fact.name).replace(DOUBT, '');

const isCondition = (line: string) => (fact: Fact) => {
  if (fact.kind !== 'condition' || !own(fact) || /^(?:resolved|resuelt)/.test(fact.attributes.status ?? ''))
    return false;
  if (fold(line).replace(DOUBT, '') !== fold(fact.name).replace(DOUBT, '')) return false;
  if (now(fact)) return doubtTold(line, fact);
  const term = termsIn(tokenise(fact.name), 0, tokenise(fact.name).length, ['es', 'en'])[0]?.term;
  const goesOn = /^(?:chronic|recurrent|active|cr[oó]nic|recurrente|activ)/.test(fact.attributes.status ?? '');
  return fact.assertion === 'historical' && (goesOn || term?.course != null);
};

const isRisk = (line: string) => (fact: Fact) => {
  const named = within(line, fact.name) || within(line, fact.text);
  if (!named || fact.experiencer === 'other') return false;
  if (fact.experiencer === 'family') {
    const relation = fact.relation?.split(/\s+/).at(-1);
    return FAMILY.test(line) && (relation === undefined || within(line, relation)) && fact.assertion !== 'negated';
  }
  if (FAMILY.test(line)) return false;
  if (fact.assertion === 'historical') return fact.kind !== 'medication' && PAST.test(line);
  return (fact.kind === 'risk_factor' || fact.kind === 'allergy') && now(fact) && doubtTold(line, fact);
};

describe.each(['embedded', 'careless'] as const)('by %s', (name) => {
  test('it is of the contract', () => {
    for (const summary of summaries[name]) expect(Summary.safeParse(summary).error?.issues ?? []).toEqual([]);
  });

  test('every fact stands on words of the transcript, and says them', () => {
    for (const { facts, transcript } of summaries[name]) {
      const texts = new Map(transcript.segments.map(({ id, text }) => [id, text]));
      for (const { evidence, name: called, text } of facts) {
        expect({ called, evidence: evidence.length > 0 }).toEqual({ called, evidence: true });
        for (const { segment_id, quote, start, end } of evidence)
          expect(texts.get(segment_id)?.slice(start, end)).toBe(quote);
        expect({ text, said: saidWords(text, [...texts.values()].join('\n')) }).toEqual({ text, said: true });
      }
    }
  });

  test('symptoms are present and the patient’s own, the uncertain with its doubt', () => {
    expect(unexplained(summaries[name], (flat) => flat.symptoms.map((one) => one.name), isSymptom)).toEqual([]);
  });

  test('relevant conditions are the patient’s and go on: never a resolved one', () => {
    expect(unexplained(summaries[name], (flat) => flat.relevant_conditions, isCondition)).toEqual([]);
  });

  test('risk factors tell the past as past, relatives as relatives, and nothing denied, supposed or of others', () => {
    expect(unexplained(summaries[name], (flat) => flat.risk_factors, isRisk)).toEqual([]);
  });

  test('every sentence cites facts or segments', () => {
    for (const { narrative, facts, patient } of summaries[name]) {
      const ids = new Set(facts.map(({ id }) => id));
      for (const { text, fact_ids, segment_ids } of narrative) {
        expect({ text, cites: fact_ids.length + segment_ids.length > 0 }).toEqual({ text, cites: true });
        expect(fact_ids.filter((id) => !ids.has(id))).toEqual([]);
        if (fact_ids.length === 0) expect(patient.age ?? patient.gender).not.toBeNull();
      }
    }
  });

  test('nothing is translated: names, lines and narrative speak the conversation’s language', () => {
    for (const summary of summaries[name]) {
      const { transcript, facts, clinical_summary: flat } = summary;
      const said = transcript.segments.map(({ text }) => text).join('\n');
      if (transcript.language !== 'es' && transcript.language !== 'en') {
        for (const fact of facts)
          expect({ fact: fact.text, said: saidWords(fact.text, said) }).toMatchObject({ said: true });
        continue;
      }
      const foreign = facts
        .map((fact) => fact.name)
        .filter((called) => !saidWords(called, said) && !isTermOf(called, transcript.language as 'es' | 'en'));
      expect(foreign).toEqual([]);
      const lines = [...flat.risk_factors, ...flat.relevant_conditions, ...flat.symptoms.map((one) => one.name)];
      const other = FRAMES[transcript.language === 'es' ? 'en' : 'es'];
      expect([...lines, flat.narrative_summary].filter((line) => other.test(line))).toEqual([]);
    }
  });
});

test('a model that translates is not believed: what was said stands, in its words', async () => {
  const spanish = transcriptOf([{ id: 's1', speaker: 'patient', text: 'Me duele la cabeza desde hace 3 días.' }], 'es');
  const translating = await startInference({
    answer: () => ({
      age: null,
      gender: null,
      facts: ['me duele la cabeza', 'headache'].map((text) => ({
        kind: 'symptom',
        text,
        name: 'headache',
        assertion: 'present',
        experiencer: 'patient',
        relation: null,
        attributes: { ...NO_ATTRIBUTES, duration: 'for 3 days', severity: 'severe' },
        quotes: [{ segment_id: 's1', quote: 'Me duele la cabeza desde hace 3 días' }],
      })),
      narrative: [{ text: 'The patient has had a headache for 3 days.', facts: [0] }],
    }),
  });
  const main = createOpenAiEngine(summarizerConfig({ LLM_BASE_URL: translating.baseUrl }).model);
  const summary = await summarize(spanish, { main, fallback: null, cache: null }, new AbortController().signal);
  await translating.close();
  expect(summary.facts.map(({ name, attributes }) => [name, attributes.severity])).toEqual([
    ['me duele la cabeza', null],
  ]);
  expect(JSON.stringify([summary.facts, summary.narrative, summary.clinical_summary])).not.toMatch(
    /headache|for 3 days/,
  );
});

/** Words in which the product frames what was said. */
const FRAMES = {
  es: /(?<![\p{L}])(?:antecedentes?|historial|alergia a|posible|el paciente|la paciente|refiere|niega|presenta)(?![\p{L}])/iu,
  en: /(?<![\p{L}])(?:history of|allergy|possible|the patient|reports|denies|presents with)(?![\p{L}])/iu,
};

const MEASURES = readTable('measures.tsv', ['es', 'en']);

/** Whether the tables of a language know the name. */
const isTermOf = (called: string, tongue: 'es' | 'en'): boolean => {
  const tokens = tokenise(called);
  return termsIn(tokens, 0, tokens.length, [tongue]).length > 0 || MEASURES.some((row) => row[tongue] === called);
};

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether all words were said, in whatever order. */
function saidWords(text: string, said: string): boolean {
  const heard = new Set(wordsOf(said));
  return wordsOf(text).every((word) => heard.has(word));
}

/** Lines of the flat summary that no fact of the summary accounts for. */
function unexplained(
  all: readonly Summary[],
  lines: (flat: Summary['clinical_summary']) => readonly string[],
  explains: (line: string) => (fact: Fact) => boolean,
): { line: string; said: string }[] {
  return all.flatMap(({ clinical_summary, facts, transcript }) =>
    lines(clinical_summary)
      .filter((line) => !facts.some(explains(line)))
      .map((line) => ({ line, said: transcript.segments.map(({ text }) => text).join(' | ') })),
  );
}
