import { expect, test } from 'vitest';
import { byConcept, byPhrase, fold } from './match.ts';
import { PINNED, pinnedCode } from './table.ts';

test('folding keeps words apart that only ñ tells apart', () => {
  expect(fold('  Dolor de CABEZA, ')).toBe('dolor de cabeza');
  expect(fold('AÑO')).toBe('año');
  expect(fold('ano')).not.toBe(fold('año'));
  expect(fold('Migraña')).toBe('migraña');
});

test('a whole phrase has a code, a part of one has not', () => {
  expect(byPhrase('dolor de cabeza', ['symptom'])?.code).toBe('R51.9');
  expect(byPhrase('un dolor de cabeza muy intenso', ['symptom'])?.code).toBe('R51.9');
  expect(byPhrase('diabetes gestacional de la madre', ['condition'])).toBeUndefined();
  expect(byPhrase('', ['symptom'])).toBeUndefined();
});

test('a concept has a code only for what it is used for', () => {
  expect(byConcept('headache', ['symptom'])?.code).toBe('R51.9');
  expect(byConcept('headache', ['unit'])).toBeUndefined();
  expect(byConcept('toString', ['symptom'])).toBeUndefined();
});

test('every row names its source and licence, and one code has one display', () => {
  const displays = new Map<string, string>();
  for (const row of PINNED) {
    const token = `${row.system}|${row.code}`;
    expect(displays.get(token) ?? row.display).toBe(row.display);
    displays.set(token, row.display);
    expect(row.code).not.toBe('');
    expect(row.display).not.toBe('');
    expect(pinnedCode(row.system, row.code)?.display).toBe(row.display);
  }
});
