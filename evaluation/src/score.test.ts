import { describe, expect, it } from 'vitest';
import { titleOf } from './errors/cause.ts';
import { scored } from './testing/scored.ts';

const span = (text: string, found: string, assertion: string): object => ({
  start: text.indexOf(found),
  end: text.indexOf(found) + found.length,
  text: found,
  assertion: [assertion],
});

const sentence = (id: string, text: string, found: string, assertion = 'negated'): object => ({
  id,
  language: 'es',
  text,
  entities: [span(text, found, assertion)],
});

describe('errors by their kind', () => {
  it('tells a missing word from a fact with another assertion, and what the score would be without each', async () => {
    const { figure } = await scored('spans.es', [
      sentence('1', 'Niega fiebre.', 'fiebre'),
      sentence('2', 'Niega esplufia.', 'esplufia'),
      sentence('3', 'Refiere tos seca.', 'tos seca'),
      sentence('4', 'Refiere mareo.', 'mareo'),
    ]);
    const recall = figure('negated findings recall');
    expect(recall).toMatchObject({ n: 4, target: 0.8 });
    const byAssertion = recall.errors.find(({ cause }) => cause.kind === 'assertion');
    expect(byAssertion).toMatchObject({ count: 2, title: 'a fact is there, with another assertion: present' });
    expect(byAssertion?.would).toBeCloseTo(recall.value + 0.5);
    const present = figure('negated findings reported present');
    expect(present).toMatchObject({ value: 0.5, better: 'lower' });
    expect(present.errors).toMatchObject([{ cause: { kind: 'no_trigger', detail: 'negation' }, count: 2, would: 0 }]);
  });

  it('names the fact of another kind, another person and what the conversation never says', async () => {
    const turns = [
      { speaker: 'Doctor', text: 'What brings you in?' },
      { speaker: 'Patient', text: 'I have a cough. My mother has asthma.' },
    ];
    const item = (text: string): object => ({ text, criticality: 'critical' });
    const { mistakes, figure } = await scored('visits.en', [
      {
        id: 'v1',
        language: 'en',
        turns,
        checklists: [{ checklists: [[item('cough'), item('lives by the harbour')]] }],
      },
      {
        id: 'v2',
        language: 'en',
        turns,
        gold: { chief_complaint: 'asthma', secondary_complaints: ['cough'], age: null, age_stated: false },
      },
    ]);
    expect(figure('critical items recall')).toMatchObject({ value: 0.5, errors: [{ cause: { kind: 'unsaid' } }] });
    const complaint = mistakes.find(({ score: name }) => name === 'complaints recall');
    expect(complaint).toMatchObject({ record: 'v2', text: 'asthma', cause: { kind: 'person', detail: 'family' } });
    expect(titleOf(complaint!.cause)).toBe("a fact is there, as another person's: family");
  });
});

describe('case texts', () => {
  it('are compared with a sex letter of their own language, and precision is told with and without denials', async () => {
    const { figure } = await scored('cases.en', [
      {
        id: '1',
        language: 'en',
        text: 'A 60-year-old man had a dry cough. He denied fever.',
        gold: { age_mentions: ['60-year-old'], sex_mentions: ['M'], symptom_mentions: ['dry cough'] },
      },
    ]);
    expect(figure('stated gender right').value).toBe(1);
    expect(figure('symptom findings precision (overlap)')).toMatchObject({ value: 0.5, n: 2 });
    expect(figure('of those not denied, precision (overlap)')).toMatchObject({ value: 1, n: 1 });
  });
});

describe('ages', () => {
  const visit = (id: string, age: number | null, says: string): object => ({
    id,
    language: 'en',
    turns: [{ speaker: 'Doctor', text: says }],
    gold: { age, age_stated: false, gender: null },
  });

  it('of infants are not invented where the gold knows whole years and the words say months', async () => {
    const { figure } = await scored('ages.en', [
      visit('1', null, 'Anna is a 14-month-old girl with a cough.'),
      visit('2', null, 'Anna is a 30-year-old woman with a cough.'),
      visit('3', 2, 'Anna is a 14-month-old girl with a cough.'),
    ]);
    expect(figure('age invented where not stated')).toMatchObject({ n: 2, value: 1 });
  });
});
