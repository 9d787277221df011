/** What is found to be as it should: on examination, and of functions that are asked after. */
import type { Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

const measured = (text: string, language: Language): string[] => {
  const transcript = spoken(text, language);
  return verify(draftOf(transcript), transcript)
    .facts.filter(({ kind }) => kind === 'measurement')
    .map(({ name, attributes }) => `${name}: ${attributes.value}`);
};

describe('on examination', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'D: Chest is clear. Ears look fine.', ['Chest: clear', 'Ears: fine']],
    ['en', "D: Your tummy's soft and the reflexes are normal.", ['tummy: soft', 'reflexes: normal']],
    ['es', 'D: Los pulmones están limpios. Los reflejos, normales.', ['pulmones: limpios', 'reflejos: normales']],
  ])('%s: %s', (language, text, found) => {
    expect(measured(text, language)).toEqual(found);
  });

  it.each<[Language, string]>([
    ['en', 'D: Come back once the chest is clear.'],
    ['en', 'D: If the skin is fine, stop the cream.'],
    ['en', 'D: Is the chest clear?'],
    ['en', 'D: My back is fine, thanks for asking.'],
    ['es', 'D: Quiero ver que los pulmones están limpios.'],
  ])('not where it is hoped, supposed or asked: %s: %s', (language, text) => {
    expect(measured(text, language)).toEqual([]);
  });
});

describe('functions', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'D: Is she drinking okay?\nO: Yes, plenty of water.', ['drinking: okay']],
    ['en', 'D: Eating?\nP: Not much, a biscuit.', ['Eating: Not much']],
    ['es', 'D: ¿Y el apetito?\nP: Poco.', ['apetito: Poco']],
    ['en', 'D: Is she drinking okay?\nO: I will ask her.', []],
  ])('%s: %s', (language, text, found) => {
    expect(measured(text, language)).toEqual(found);
  });
});
