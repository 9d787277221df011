/** Visits of two hours and transcripts of 2 MB: nothing is cut off, nothing is doubled, and nobody else waits for long. */
import type { Fact, Transcript } from '@clinical/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { summarizerConfig } from '../../services/summarizer/src/config.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import type { SummarizerEngine } from '../../services/summarizer/src/engine.ts';
import { createOpenAiEngine } from '../../services/summarizer/src/openai/engine.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';
import { messageText } from '../inference/chat.ts';
import careful from '../inference/models/careful.ts';
import { type Line, transcriptOf } from '../inference/models/conversation.ts';
import { type Inference, startInference } from '../inference/server.ts';
import { CONSULTATIONS, linesOf } from './consultations.ts';

// A few seconds each; bound by the processor, so that a busy machine must not fail them.
vi.setConfig({ testTimeout: 120_000 });

const never = new AbortController().signal;
const by = (main: SummarizerEngine) => (transcript: Transcript) =>
  summarize(transcript, { main, fallback: null, cache: null }, never);
const embedded = by(createEmbeddedEngine());

/** Asked one by one all over the visit; each is denied in the next turn, and named nowhere else. */
const DENIED =
  'gout, asthma, psoriasis, eczema, glaucoma, hepatitis, epilepsy, anemia, jaundice, tuberculosis, osteoporosis, endometriosis, pancreatitis, bronchitis, tinnitus, cirrhosis, constipation, heartburn, hemorrhoids, hoarseness'.split(
    ', ',
  );
/** Told one by one in between. */
const TAKEN =
  'warfarin, omeprazole, simvastatin, prednisone, gabapentin, methotrexate, amlodipine, tamsulosin, citalopram, allopurinol, digoxin, lamotrigine, hydroxychloroquine, spironolactone, mirtazapine, azathioprine, bisoprolol, donepezil, finasteride, clopidogrel'.split(
    ', ',
  );
const CHAT: readonly Omit<Line, 'id'>[] = [
  { speaker: 'clinician', text: 'Go on, please, take all the time that you need, and tell me the rest of it.' },
  {
    speaker: 'patient',
    text: 'Well, we went to see the new library on the square, and then we had lunch with everybody.',
  },
  { speaker: 'clinician', text: 'That sounds nice, and the weather was good for once, I remember that weekend.' },
  { speaker: 'patient', text: 'It was, and on the way back we stopped at the market for flowers and a loaf of bread.' },
];

/** A visit of so many turns with a denial and a medicine in each stretch of it, from its first turns to its last. */
function visit(turns: number): Line[] {
  const lines: Omit<Line, 'id'>[] = [];
  const stretch = Math.floor(turns / DENIED.length);
  for (const [i, finding] of DENIED.entries()) {
    const asked: Omit<Line, 'id'>[] = [
      { speaker: 'clinician', text: `Have you ever had ${finding}?` },
      { speaker: 'patient', text: 'No.' },
    ];
    const told: Omit<Line, 'id'>[] = [{ speaker: 'patient', text: `I take ${TAKEN[i]} every day.` }];
    const talk = Array.from({ length: stretch - 3 }, (_, k) => CHAT[k % CHAT.length]!);
    const half = Math.floor(talk.length / 2);
    const last = i === DENIED.length - 1;
    lines.push(...asked, ...talk.slice(0, half), ...(last ? [] : told), ...talk.slice(half), ...(last ? told : []));
  }
  return lines.map((line, i) => ({ id: `s${i + 1}`, ...line }));
}

const named = (facts: readonly Fact[], assertion: Fact['assertion'], names: readonly string[]): string[] =>
  facts.filter((fact) => fact.assertion === assertion && names.includes(fact.name)).map(({ name }) => name);

/** All that was planted, each once. */
function expectAll(facts: readonly Fact[]): void {
  expect(named(facts, 'negated', DENIED)).toEqual(DENIED);
  expect(named(facts, 'present', TAKEN)).toEqual(TAKEN);
  expect(named(facts, 'present', DENIED)).toEqual([]);
}

const TWO_HOURS = visit(2500);
const words = (lines: readonly Line[]): number => lines.reduce((sum, { text }) => sum + text.split(' ').length, 0);

describe('two hours', () => {
  let server: Inference;
  beforeAll(async () => {
    server = await startInference({ apiKey: 'key', answer: careful });
  });
  afterAll(() => server.close());

  test('go through the embedded engine', async () => {
    expect(TWO_HOURS.length).toBeGreaterThan(2400);
    expect(words(TWO_HOURS)).toBeGreaterThan(20_000);
    expectAll((await embedded(transcriptOf(TWO_HOURS, 'en'))).facts);
  });

  test('go through a model in overlapping parts, each within its budget; what stands on a cut is told once', async () => {
    const env = { LLM_BASE_URL: server.baseUrl, LLM_API_KEY: 'key', LLM_PART_TOKENS: '2500' };
    const { model } = summarizerConfig(env);
    const summary = await by(createOpenAiEngine(model))(transcriptOf(TWO_HOURS, 'en'));
    const requests = server.calls.map((call) => messageText(call.chat!.messages.at(-1)!));
    expect(requests.length).toBeGreaterThan(15);
    expect(summary.usage?.calls).toBe(requests.length);
    for (const request of requests) expect(request.length / 3).toBeLessThanOrEqual(2500);
    const read = requests.map((request) => [...request.matchAll(/^\{"id":"(s\d+)"/gm)].map(([, id]) => id!));
    expect(new Set(read.flat()).size).toBe(TWO_HOURS.length);
    const cuts = read.filter((ids) => ids[0] !== 's1').map((ids) => ids[0]!);
    for (const cut of cuts) expect(read.filter((ids) => ids.includes(cut)).length).toBeGreaterThan(1);
    expect(summary.warnings.map(({ code }) => code)).toEqual(['read_in_parts']);
    expectAll(summary.facts);
  });
});

const MEGABYTES = 2 * 1024 * 1024;

/** 2 MB of our consultations, over and over, between what is told at the beginning, in the middle and at the end. */
function huge(): Line[] {
  const filling = CONSULTATIONS.en.flatMap((turns) => linesOf(turns)).map(({ speaker, text }) => ({ speaker, text }));
  const size = filling.reduce((sum, { text }) => sum + text.length, 0);
  const half = Array.from({ length: Math.ceil(MEGABYTES / size / 2) }, () => filling).flat();
  const say = (text: string) => ({ speaker: 'patient' as const, text });
  const tell = (text: string) => [say('Yesterday I went for a long walk by the river with the dog.'), say(text)];
  const told = [tell('I have glaucoma.'), tell('I have gout.'), tell('I have psoriasis.')] as const;
  const lines = [...told[0], ...half, ...told[1], ...half, ...told[2]];
  return lines.map((line, i) => ({ id: `s${i + 1}`, ...line }));
}

describe('2 MB', () => {
  const lines = huge();
  const planted = ['glaucoma', 'gout', 'psoriasis'];
  const whole = (text: string, speaker: Line['speaker'] = 'unknown'): Transcript =>
    transcriptOf([{ id: 's1', speaker, text }], 'en');

  test.each([
    ['as turns', () => transcriptOf(lines, 'en')],
    ['as one note', () => whole(lines.map(({ text }) => text).join('\n'))],
    ['as one turn without a single mark', () => whole(unmarked(lines), 'patient')],
  ])('%s: what is told first, in the middle and last is found, and others get their turn', async (_, transcript) => {
    let turns = 0;
    let working = true;
    const wait = (): void => {
      turns += 1;
      if (working) setImmediate(wait);
    };
    setImmediate(wait);
    const { facts } = await embedded(transcript()).finally(() => {
      working = false;
    });
    expect(named(facts, 'present', planted)).toEqual(planted);
    expect(turns).toBeGreaterThan(5);
  });

  test('a model reads it in parts as well', async () => {
    const server = await startInference({ apiKey: 'key', answer: careful });
    const { model } = summarizerConfig({ LLM_BASE_URL: server.baseUrl, LLM_API_KEY: 'key' });
    const { facts, warnings } = await by(createOpenAiEngine(model))(
      whole(lines.map(({ text }) => text).join('\n')),
    ).finally(() => server.close());
    expect(named(facts, 'present', planted)).toEqual(planted);
    expect(warnings.map(({ code }) => code)).toEqual(['read_in_parts']);
  });

  test('a question without an end, a list without an end: the work stays in proportion', async () => {
    for (const text of ['do you have a cough or a fever or ', 'no fever no cough no nausea and no pain ']) {
      const { facts } = await embedded(whole(`${text.repeat(300)}?`));
      expect(facts.filter(({ assertion }) => assertion === 'present')).toEqual([]);
    }
  });
});

const unmarked = (lines: readonly Line[]): string => lines.map(({ text }) => text.replace(/[^\w\s']/g, ' ')).join(' ');
