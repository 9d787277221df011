/** 0 of all traps published as present and the patient's: by the embedded engine, and by a careless model behind verification. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caught, missed, type TrapCase, trapCases } from '../../evaluation/src/trap-cases.ts';
import { summarizerConfig } from '../../services/summarizer/src/config.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { createOpenAiEngine } from '../../services/summarizer/src/openai/engine.ts';
import { type Engines, summarize } from '../../services/summarizer/src/summarize.ts';
import { carelessly, claimed } from '../inference/models/careless.ts';
import { conversationOf, transcriptOf } from '../inference/models/conversation.ts';
import { type Inference, startInference } from '../inference/server.ts';

const cases = trapCases();
const categories = [...Map.groupBy(cases, ({ category }) => category)];
const never = new AbortController().signal;

const run = (trap: TrapCase, engines: Engines) =>
  summarize(
    transcriptOf(
      trap.turns.map((turn, i) => ({ id: `s${i + 1}`, ...turn })),
      trap.language,
    ),
    engines,
    never,
  );

test('there are at least 300 traps, in both languages', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
});

test.each(categories)('%s: both languages have their share', (category, traps) => {
  const of = (language: TrapCase['language']): number => traps.filter((trap) => trap.language === language).length;
  if (category === 'code-switching') expect(of('mixed')).toBe(traps.length);
  else expect(Math.min(of('es'), of('en')) / (traps.length - of('mixed'))).toBeGreaterThanOrEqual(0.4);
});

describe('the embedded engine', () => {
  const engines: Engines = { main: createEmbeddedEngine(), fallback: null, cache: null };

  test.each(categories)('%s: nothing is caught', { timeout: 30_000 }, async (_, traps) => {
    const wrong: Record<string, string[]> = {};
    for (const trap of traps) {
      const found = caught(trap, await run(trap, engines));
      if (found.length > 0) wrong[trap.id] = found;
    }
    expect(wrong).toEqual({});
  });

  test('cut off anywhere, a turn is still read', { timeout: 60_000 }, async () => {
    for (const trap of cases) {
      for (const cut of [1, 2, 3]) {
        const turns = trap.turns.flatMap(({ speaker, text }) => {
          const words = text.split(/(?<=\s)/);
          return [words.slice(cut), words.slice(0, -cut)].map((some) => ({ speaker, text: some.join('') || '…' }));
        });
        await expect(run({ ...trap, turns }, engines), trap.id).resolves.toBeDefined();
      }
    }
  });

  test('true findings survive', async () => {
    const lost: Record<string, string[]> = {};
    for (const trap of cases.filter((one) => one.category === 'true-findings')) {
      const gone = missed(trap, await run(trap, engines));
      if (gone.length > 0) lost[trap.id] = gone;
    }
    expect(lost).toEqual({});
  });
});

describe('a careless model, verified', () => {
  let server: Inference;
  let engines: Engines;
  let trap: TrapCase;

  beforeAll(async () => {
    server = await startInference({
      answer: (request) => {
        const transcript = conversationOf(request)!;
        const answer = carelessly(transcript, trap.never);
        return {
          ...answer,
          facts: [...answer.facts, ...(trap.claims ?? []).map((claim) => claimed(transcript, claim))],
        };
      },
    });
    const config = summarizerConfig({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'careless' });
    engines = { main: createOpenAiEngine(config.model), fallback: null, cache: null };
  });
  afterAll(() => server.close());

  test.each(categories)('%s: nothing is caught', { timeout: 30_000 }, async (_, traps) => {
    const wrong: Record<string, string[]> = {};
    for (trap of traps) {
      const found = caught(trap, await run(trap, engines));
      if (found.length > 0) wrong[trap.id] = found;
    }
    expect(wrong).toEqual({});
  });

  test('its inventions, its age and its narrative of them are rejected everywhere', { timeout: 60_000 }, async () => {
    for (trap of cases) {
      const summary = await run(trap, engines);
      expect(summary.facts.filter(({ name }) => name === 'sarcoidosis')).toEqual([]);
      expect(summary.patient.age).toBeNull();
      expect(summary.clinical_summary.narrative_summary).not.toContain('sarcoidosis');
    }
  });

  test('true findings survive', async () => {
    const lost: Record<string, string[]> = {};
    for (trap of cases.filter((one) => one.category === 'true-findings')) {
      const summary = await run(trap, engines);
      const present = trap.expect.filter(({ assertion }) => assertion === 'present');
      const gone = missed({ ...trap, expect: present }, summary);
      if (gone.length > 0) lost[trap.id] = gone;
    }
    expect(lost).toEqual({});
  });
});
