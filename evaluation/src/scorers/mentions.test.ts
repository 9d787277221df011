import { describe, expect, it } from 'vitest';
import { ageMentioned, sexMentioned } from './mentions.ts';

describe('sex mentions', () => {
  it.each([
    ['en', 'M', 'male'],
    ['es', 'M', 'female'],
    ['es', 'H', 'male'],
    ['en', 'F', 'female'],
    ['es', 'F', 'female'],
    ['en', 'male', 'male'],
    ['en', 'man', 'male'],
    ['en', 'Mr', 'male'],
    ['en', 'Mrs.', 'female'],
    ['en', 'woman', 'female'],
    ['en', 'elderly gentleman', 'male'],
    ['es', 'Mujer', 'female'],
    ['es', 'señora', 'female'],
    ['es', 'señor', 'male'],
    ['es', 'Masculino', 'male'],
    ['en', 'H', null],
  ] as const)('in %s %s is %s', (language, mention, sex) => {
    expect(sexMentioned([mention], language)).toBe(sex);
  });

  it('are read until one tells', () => {
    expect(sexMentioned(['patient', 'girl'], 'en')).toBe('female');
    expect(sexMentioned([], 'es')).toBeNull();
  });
});

describe('age mentions', () => {
  it.each([
    ['en', '9-month-old', { value: 9, unit: 'mo' }],
    ['en', '3-week-old', { value: 3, unit: 'wk' }],
    ['en', '11 days old', { value: 11, unit: 'd' }],
    ['en', '54 yo', { value: 54, unit: 'a' }],
    ['en', '77', { value: 77, unit: 'a' }],
    ['en', 'aged seventy-two', { value: 72, unit: 'a' }],
    ['es', '22', { value: 22, unit: 'a' }],
    ['es', '5 meses', { value: 5, unit: 'mo' }],
    ['es', '20 días', { value: 20, unit: 'd' }],
    ['en', 'in her sixties', null],
    ['en', 'in his 60s', null],
  ] as const)('in %s %s', (language, mention, age) => {
    expect(ageMentioned(mention, language)).toEqual(age);
  });
});
