import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consoleModule } from './module.ts';

const { BLANK, reduce } = await consoleModule('job-state.js');
const { stepsOf } = await consoleModule('stages.js');

const event = (seq: number, status: string, at: string) => ({
  seq,
  attempt: 1,
  status,
  stage: 'summarizer',
  at,
  terminal: status === 'completed',
  delayed: null,
  problem: null,
});
const HISTORY = [
  event(100, 'pending', '2026-01-01T00:00:00.000Z'),
  event(120, 'summarizing', '2026-01-01T00:00:00.040Z'),
  event(130, 'mapping', '2026-01-01T00:00:01.040Z'),
  event(144, 'completed', '2026-01-01T00:00:01.100Z'),
];
const JOB = { ...event(100, 'pending', ''), submitted_at: HISTORY[0]!.at, updated_at: HISTORY[0]!.at, timeline: [] };

test('events in any order and any repetition give one state and one timeline', () => {
  const started = reduce(BLANK, { type: 'job', job: JOB });
  const inOrder = HISTORY.reduce((state, one) => reduce(state, { type: 'event', event: one }), started);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...HISTORY, ...HISTORY], { minLength: 8 }).filter((list) => new Set(list).size === 4),
      (list) => {
        const state = list.reduce((before, one) => reduce(before, { type: 'event', event: one }), started);
        expect(state.job).toEqual(inOrder.job);
        expect(state.timeline).toEqual(inOrder.timeline);
      },
    ),
  );
});

test('each step takes the time from the event that began it to the one that ended it', () => {
  const state = HISTORY.reduce(
    (before, one) => reduce(before, { type: 'event', event: one }),
    reduce(BLANK, { type: 'job', job: JOB }),
  );
  expect(stepsOf(state.job, state.timeline, 0)).toEqual({
    steps: [
      { name: 'accepted', state: 'done', took: null },
      { name: 'transcript', state: 'done', took: 40 },
      { name: 'summary', state: 'done', took: 1000 },
      { name: 'fhir', state: 'done', took: 60 },
    ],
    total: 1100,
  });
});

test('while it runs the clock runs on in the step that is under way', () => {
  const timeline = HISTORY.slice(0, 2);
  const { steps, total } = stepsOf({ ...JOB, terminal: false }, timeline, Date.parse('2026-01-01T00:00:05.040Z'));
  expect(steps.map(({ state }: { state: string }) => state)).toEqual(['done', 'done', 'running', 'waiting']);
  expect(steps[2].took).toBe(5000);
  expect(total).toBe(5040);
});
