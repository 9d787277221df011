import { type Assertion, type Fact, NO_ATTRIBUTES, type Summary } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { checklist } from './checklist.ts';
import type { Outcome } from './scorer.ts';

const fact = (
  name: string,
  assertion: Assertion = 'present',
  more: Partial<Omit<Fact, 'attributes'>> & { attributes?: Partial<Fact['attributes']> } = {},
): Fact => ({
  id: name,
  kind: 'symptom',
  text: name,
  name,
  concept: null,
  assertion,
  experiencer: 'patient',
  relation: null,
  evidence: [],
  source: 'lexicon',
  flags: [],
  ...more,
  attributes: { ...NO_ATTRIBUTES, ...more.attributes },
});

/** Lines `!critical`, `-not critical`, `#heading`. */
function judge(
  lines: readonly string[],
  facts: readonly Fact[],
): { missed: string[]; wrong: string[]; told: number[] } {
  const list = lines.map((line) => ({
    text: line.slice(1),
    criticality: line.startsWith('#') ? null : line.startsWith('!') ? 'critical' : 'non-critical',
  }));
  const missed: string[] = [];
  const wrong: string[] = [];
  const outcome = {
    record: { row: { checklists: [{ clinician: '1', checklists: [list] }] } },
    summary: {
      facts,
      patient: { age: null, gender: null },
      rejected: [],
      possible_omissions: [],
      transcript: { segments: [] },
    } as unknown as Summary,
  } as unknown as Outcome;
  const counts = checklist.count(outcome, (score, _, text) => {
    if (score.startsWith('critical')) missed.push(text);
    else if (score.startsWith('polarity')) wrong.push(text);
  });
  return { missed, wrong, told: [...counts!['critical items recall']!] };
}

describe('a critical line is told', () => {
  it('by its words, numbers in figures or words', () => {
    const headache = fact('headache', 'present', { attributes: { duration: 'four days', laterality: 'left side' } });
    expect(judge(['!headache', '!4 days', '!on the left side'], [headache]).told).toEqual([3, 3]);
  });

  it('by the form of a fact: past, taken, of the mother', () => {
    const facts = [
      fact('eczema', 'historical', { kind: 'condition' }),
      fact('paracetamol', 'present', { kind: 'medication' }),
      fact('migraine', 'family', { experiencer: 'family', relation: 'mum' }),
    ];
    expect(judge(['!previously had eczema', '!taken paracetamol', '!mother has migraines'], facts).missed).toEqual([]);
  });

  it('by what makes it worse or better', () => {
    const pain = fact('knee pain', 'present', { attributes: { aggravated_by: 'going upstairs', relieved_by: 'rest' } });
    expect(judge(['!worse going upstairs', '!better with rest'], [pain]).missed).toEqual([]);
    expect(judge(['!worse going upstairs'], [fact('knee pain')]).missed).toHaveLength(1);
  });

  it('in shorthand, and through a slip of the pen', () => {
    const facts = [
      fact('dyspnea', 'negated'),
      fact('allergy', 'negated', { kind: 'allergy' }),
      fact('labyrinthitis', 'historical', { kind: 'condition' }),
    ];
    expect(judge(['!No SOB', '!NKDA', '!labyrnthitis'], facts).missed).toEqual([]);
    const headache = fact('headache', 'present', { attributes: { duration: 'three weeks' } });
    expect(judge(['!h/a 3/52', '!3/52', '!3/7'], [headache]).missed).toEqual(['3 days']);
  });

  it('under its heading when it only says nil', () => {
    const facts = [fact('regular medications', 'negated', { kind: 'medication' })];
    expect(judge(['#PMH', '!nil', '#DH', '!nil'], facts).missed).toEqual(['nil']);
  });

  it('not by a fact that says only a part of it', () => {
    const facts = [
      fact('headache'),
      fact('chest pain', 'hypothetical'),
      fact('blood test', 'present', { kind: 'plan' }),
    ];
    expect(judge(['!tablets did not help the headache', '!chest pain', '!blood'], facts).told).toEqual([0, 3]);
  });
});

describe('a line that joins several things', () => {
  const facts = [fact('vomiting', 'negated'), fact('fever', 'negated'), fact('heart attack', 'historical')];

  it('is told when each of them is', () => {
    expect(judge(['!no vomiting / fever', '!heart attack, stent 2021'], facts)).toEqual({
      missed: ['heart attack, stent 2021'],
      wrong: [],
      told: [1, 2],
    });
  });

  it('carries its denial over `or` and a stroke, not for certain over a comma', () => {
    const coughs = [...facts, fact('cough', 'present')];
    expect(judge(['!no vomiting or cough'], coughs).wrong).toHaveLength(1);
    expect(judge(['!no vomiting, cough'], coughs)).toMatchObject({ missed: [], wrong: [] });
  });

  it('is told by what is planned under a condition when it is one itself', () => {
    const plan = fact('go to A&E for chest pain', 'hypothetical', { kind: 'plan' });
    expect(judge(['!A&E if chest pain', '!chest pain'], [plan]).missed).toEqual(['chest pain']);
  });
});

describe('polarity', () => {
  it('is that of the whole line, not of a term that holds a denial', () => {
    const facts = [fact('loss of appetite', 'present', { text: 'off my food' }), fact('vomiting', 'negated')];
    expect(judge(['!not eating', '!no vomiting'], facts).wrong).toEqual([]);
    expect(judge(['!vomiting'], facts).wrong).toHaveLength(1);
  });

  it('goes on over `or`', () => {
    const facts = [fact('numbness', 'negated'), fact('weakness', 'negated')];
    expect(judge(['!no numbness', '!or weakness'], facts).wrong).toEqual([]);
  });

  it('is wrong where the facts contradict each other and the list does not', () => {
    const facts = [fact('cough', 'negated'), fact('cough', 'present')];
    expect(judge(['!no cough'], facts).wrong).toHaveLength(1);
    expect(judge(['!no cough', '!cough at night'], facts).wrong).toEqual([]);
  });

  it('of what is not sure is possible', () => {
    expect(judge(['!not sure if depression'], [fact('depression', 'possible')]).wrong).toEqual([]);
    expect(judge(['!not sure if depression'], [fact('depression', 'present')]).wrong).toHaveLength(1);
  });
});
