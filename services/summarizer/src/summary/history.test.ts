import { type Fact, NO_ATTRIBUTES } from '@clinical/contracts';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../verify/reading.ts';
import { asHistory, goesOn } from './history.ts';

const nothingRead = { byId: new Map() } as unknown as Reading;

const past = (text: string, name: string, attributes: Partial<Fact['attributes']> = {}): Fact => ({
  id: 'f1',
  kind: 'condition',
  text,
  name,
  concept: null,
  assertion: 'historical',
  experiencer: 'patient',
  relation: null,
  attributes: { ...NO_ATTRIBUTES, ...attributes },
  evidence: [],
  source: 'lexicon',
  flags: [],
});

describe('the patient’s past in words that say so', () => {
  test.each([
    [past('Antecedentes de asma', 'asma'), 'es', 'antecedentes de asma'],
    [past('historial de migrañas', 'migraña'), 'es', 'historial de migrañas'],
    [past('Neumonía', 'neumonía', { onset: 'en 2016' }), 'es', 'antecedente de neumonía en 2016'],
    [past('History of asthma', 'asthma'), 'en', 'history of asthma'],
    [
      past('I had a stomach ulcer', 'peptic ulcer', { onset: 'ten years ago' }),
      'en',
      'history of peptic ulcer ten years ago',
    ],
  ] as const)('%#: %s', (fact, tongue, told) => {
    expect(asHistory(fact, nothingRead, tongue)).toBe(told);
  });
});

describe('what of the past goes on', () => {
  test.each([
    ['a recurrent condition', past('historial de migrañas', 'migraña', { status: 'recurrent' }), true],
    ['a chronic one, whenever it began', past('diabetes', 'diabetes', { status: 'chronic', onset: 'en 2010' }), true],
    [
      'not one that may recur but is told of a time that is over',
      past('ulcer', 'ulcer', { status: 'recurrent', onset: 'ten years ago' }),
      false,
    ],
    ['not what has ended', past('neumonía', 'neumonía', { status: 'resolved' }), false],
  ] as const)('%s', (_, fact, expected) => {
    expect(goesOn(fact)).toBe(expected);
  });
});
