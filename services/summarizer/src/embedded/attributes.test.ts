import type { Attributes, FactKind, Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

type Case = [Language, string, FactKind, string, Partial<Attributes>];

const CASES: Case[] = [
  ['es', 'Tos desde hace 3 días.', 'symptom', 'Tos', { duration: '3 días' }],
  ['es', 'P: Llevo dos semanas con dolor de espalda.', 'symptom', 'dolor de espalda', { duration: 'dos semanas' }],
  ['es', 'Fiebre de 4 días de evolución.', 'symptom', 'Fiebre', { duration: '4 días' }],
  ['es', 'P: Tengo fiebre y tos desde hace un par de días.', 'symptom', 'fiebre', { duration: 'un par de días' }],
  ['es', 'P: La tos empezó hace tres semanas.', 'symptom', 'tos', { onset: 'hace tres semanas' }],
  ['es', 'P: Tengo diarrea desde ayer.', 'symptom', 'diarrea', { onset: 'desde ayer' }],
  ['es', 'Cefalea intensa.', 'symptom', 'Cefalea', { severity: 'grave' }],
  ['es', 'Dolor de cabeza, severidad moderada.', 'symptom', 'Dolor de cabeza', { severity: 'moderado' }],
  [
    'es',
    'Acude por mareos desde hace dos semanas, leves.',
    'symptom',
    'mareos',
    { severity: 'leve', duration: 'dos semanas' },
  ],
  ['en', 'Cough for two weeks, mild.', 'symptom', 'Cough', { severity: 'mild' }],
  [
    'es',
    'P: Me duele la rodilla derecha, 8 sobre 10.',
    'symptom',
    'duele la rodilla',
    { severity: '8/10', laterality: 'derecha' },
  ],
  ['es', 'D: ¿Desde cuándo tiene la tos?\nP: Dos meses.', 'symptom', 'tos', { duration: 'Dos meses' }],
  ['es', 'P: Me duele la cabeza.\nD: ¿Del 1 al 10?\nP: Un siete.', 'symptom', 'duele la cabeza', { severity: '7/10' }],
  [
    'en',
    'P: I take aspirin, seventy five milligrams, and quetiapine one hundred and fifty milligrams.',
    'medication',
    'aspirin',
    { dose: 'seventy five milligrams' },
  ],
  [
    'es',
    'P: Tomo sertralina ciento cincuenta miligramos.',
    'medication',
    'sertralina',
    { dose: 'ciento cincuenta miligramos' },
  ],
  [
    'es',
    'P: Tomo enalapril 10 mg cada 12 horas.',
    'medication',
    'enalapril',
    { dose: '10 mg', frequency: 'cada 12 horas' },
  ],
  ['es', 'P: Dejé de tomar la simvastatina hace un año.', 'medication', 'simvastatina', {}],
  ['es', 'TA 130/85 mmHg.', 'measurement', 'TA', { value: '130/85', unit: 'mmHg' }],
  ['es', 'Creatinina 1,7 mg/dl.', 'measurement', 'Creatinina', { value: '1,7', unit: 'mg/dl' }],
  ['es', 'Temperatura de 38,5 grados.', 'measurement', 'Temperatura', { value: '38,5', unit: 'grados' }],
  ['es', 'Urocultivo negativo.', 'measurement', 'Urocultivo', { value: 'negativo' }],
  ['en', 'Cough for the past two weeks.', 'symptom', 'Cough', { duration: 'two weeks' }],
  ['en', 'A 3-day history of fever.', 'symptom', 'fever', { duration: '3-day' }],
  ['en', 'P: The rash started three days ago.', 'symptom', 'rash', { onset: 'three days ago' }],
  ['en', "P: I've had a headache since Monday.", 'symptom', 'headache', { onset: 'since Monday' }],
  ['en', 'P: It is a severe headache.', 'symptom', 'headache', { severity: 'severe' }],
  ['en', 'Mild nausea.', 'symptom', 'nausea', { severity: 'mild' }],
  ['en', 'D: How bad is the pain, one to ten?\nP: An eight.', 'symptom', 'pain', { severity: '8/10' }],
  ['en', 'D: How long have you had the cough?\nP: About three weeks.', 'symptom', 'cough', { duration: 'three weeks' }],
  ['en', 'P: I have numbness in my left hand.', 'symptom', 'numbness', { laterality: 'left' }],
  [
    'en',
    'P: I take metformin 500 mg twice a day.',
    'medication',
    'metformin',
    { dose: '500 mg', frequency: 'twice a day' },
  ],
  ['en', 'Blood pressure was 120 over 80.', 'measurement', 'Blood pressure', { value: '120 over 80' }],
  ['en', 'Your hemoglobin a1c is 7.2.', 'measurement', 'hemoglobin a1c', { value: '7.2' }],
  ['en', 'The chest x-ray was normal.', 'measurement', 'chest x-ray', { value: 'normal' }],
];

describe('what is said of a finding, a medicine, a measure', () => {
  it.each(CASES)('%s %s', (language, says, kind, words, attributes) => {
    const { facts } = draftOf(spoken(says, language));
    const fact = facts.find((one) => one.kind === kind && one.text.toLowerCase().includes(words.toLowerCase()));
    expect(fact).toBeDefined();
    expect(fact?.attributes).toMatchObject(attributes);
  });
});

describe('side put right', () => {
  it.each([
    ['en', 'P: My right knee hurts. No, wait, the left one.', 'left'],
    ['en', 'P: My right knee hurts, sorry, the left.', 'left'],
    ['es', 'P: Me duele la rodilla derecha. No, perdón, la izquierda.', 'izquierda'],
  ] as [Language, string, string][])('%s %s', (language, says, side) => {
    const symptoms = draftOf(spoken(says, language)).facts.filter((fact) => fact.kind === 'symptom');
    expect(symptoms.map((fact) => fact.attributes.laterality)).toEqual([side]);
    expect(symptoms[0]?.text).not.toMatch(/right|derecha/);
  });
});
