import { describe, expect, it } from 'vitest';
import { itemsOf } from './checklist-items.ts';
import { written } from './shorthand.ts';

describe('shorthand', () => {
  it.each([
    ['NAMC', 'no alergias'],
    ['fiebre 4 d', 'fiebre 4 días'],
    ['exfumador 12 a', 'exfumador 12 años'],
    ['ibuprofeno c/8 h', 'ibuprofeno cada 8 horas'],
    ['10 cig/día', '10 cigarrillos por día'],
    ['rodilla dcha', 'rodilla derecha'],
  ])('of Spanish clinics: %s', (text, full) => {
    expect(written(text, 'es')).toBe(full);
  });

  it('of one language is none of the other', () => {
    expect(written('1 a day, IT worker', 'en')).toBe('1 a day, IT worker');
  });
});

it('an item whose first word begins with the letters of a conjunction has a polarity of its own', () => {
  const list = ['no fiebre', 'oído tapado'].map((text) => ({ text, criticality: 'critical' }));
  expect(itemsOf(list, 'es').map(({ polarity }) => polarity)).toEqual(['negated', 'affirmed']);
});
