import type { FactKind, Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

const told = (language: Language, text: string, kind: FactKind): string[] =>
  draftOf(spoken(text, language))
    .facts.filter((fact) => fact.kind === kind)
    .map((fact) => fact.text);

describe('medicines', () => {
  it.each<[string, Language, string, string[]]>([
    [
      'relaxants and anaesthetics',
      'es',
      'Recibió rocuronio, succinilcolina y sevoflurano.',
      ['rocuronio', 'succinilcolina', 'sevoflurano'],
    ],
    [
      'a combination is one, whatever the sign',
      'es',
      'Inició trimetoprim / sulfametoxazol y levodopa-carbidopa.',
      ['trimetoprim / sulfametoxazol', 'levodopa-carbidopa'],
    ],
    [
      'salts by their grammar',
      'es',
      'Se pautó aspartato magnésico y gluconato de zinc.',
      ['aspartato magnésico', 'gluconato de zinc'],
    ],
    ['a salt before its substance', 'es', 'Toma besilato de amlodipino 5 mg.', ['besilato de amlodipino']],
    [
      'a name that no table knows, by its dose and how often',
      'es',
      'Toma Zelfrina 20 mg / 24 h; proteinuria de 300 mg / 24 h.',
      ['Zelfrina'],
    ],
    ['no dose in a fluid', 'es', 'Trebalina 3 mg / dl.', []],
    [
      'by the list it stands in',
      'es',
      'Con cisplatino, trobexamid y etopósido.',
      ['cisplatino', 'trobexamid', 'etopósido'],
    ],
    ['by the treatment it is', 'es', 'Se sustituye por tolvezina. Tratamiento con fisioterapia.', ['tolvezina']],
    ['a product of two names', 'es', 'Se pautó trimetroprin - sulfametoxasol.', ['trimetroprin - sulfametoxasol']],
    ['abbreviations where they are given', 'es', 'Tratamiento con VPA y LEV. Dolor LEV.', ['VPA', 'LEV']],
    ['no salt that a stone is made of', 'es', 'Cálculo de fosfato cálcico en uréter.', []],
    [
      'the way of giving is no part of the name',
      'es',
      'Toma hierro oral y oxígeno domiciliario.',
      ['hierro', 'oxígeno'],
    ],
    [
      'as they sound',
      'es',
      'Toma enalaprilo, bromazepan y azathioprina.',
      ['enalaprilo', 'bromazepan', 'azathioprina'],
    ],
    ['one letter wrong in a long name', 'es', 'Toma levetiracepam y clopidogrrel.', ['levetiracepam', 'clopidogrrel']],
    [
      'one letter wrong, in English',
      'en',
      'She takes atorvostatin and hydroxicloroquine.',
      ['atorvostatin', 'hydroxicloroquine'],
    ],
    ['words that only look like one', 'es', 'Vive en una colonia y el estroma era normal.', []],
    ['abbreviations as typed', 'es', 'Tratado con MMF, HBPM y 5-FU.', ['MMF', 'HBPM', '5-FU']],
    [
      'what is given as well as measured',
      'es',
      'Tratamiento con calcio 500 mg y vitamina D.',
      ['calcio', 'vitamina D'],
    ],
    ['serum is no medicine', 'es', 'Se midió la creatinina en suero.', []],
    ['units of a vitamin are a dose', 'en', 'I take vitamin D 1000 units daily.', ['vitamin D']],
  ])('%s', (_, language, text, expected) => expect(told(language, text, 'medication')).toEqual(expected));

  it('leaves the name as said where a name is only spelled like one', () => {
    const [fact] = draftOf(spoken('Toma enalaprilo 10 mg.', 'es')).facts;
    expect(fact).toMatchObject({ name: 'enalaprilo', concept: null, attributes: { dose: '10 mg' } });
  });
});

describe('what is measured', () => {
  it.each<[string, Language, string, string[]]>([
    [
      'never is a medicine',
      'es',
      'Vitamina D 12 ng/ml, magnesio 1,8 mg/dl y hierro 40 µg/dl.',
      ['Vitamina D 12 ng/ml', 'magnesio 1,8 mg/dl', 'hierro 40 µg/dl'],
    ],
    [
      'beside niveles and in fluids',
      'es',
      'Niveles de vitamina B12 bajos, cortisol en orina elevado.',
      ['vitamina B12 bajos', 'cortisol en orina elevado'],
    ],
    ['by symbols as typed', 'es', 'K 4,1, Mg 2 mg/dl, Na 138.', ['K 4,1', 'Mg 2 mg/dl', 'Na 138']],
    [
      'a value further on',
      'es',
      'La creatinina del paciente al alta era de 1,5 mg/dl.',
      ['creatinina del paciente al alta era de 1,5 mg/dl'],
    ],
    [
      'a list with others in it',
      'es',
      'La bilirrubina, enzimas hepáticas y la urea eran normales.',
      ['bilirrubina', 'urea eran normales'],
    ],
    ['a result before its list', 'es', 'Niveles elevados de urea y cortisol.', ['urea', 'cortisol']],
    ['how a list went', 'es', 'Normalización de las cifras de urea.', ['urea']],
    [
      'a list shares its result',
      'es',
      'Glucosa, urea y creatinina normales.',
      ['Glucosa', 'urea', 'creatinina normales'],
    ],
  ])('%s', (_, language, text, expected) => {
    expect(told(language, text, 'measurement')).toEqual(expected);
    expect(told(language, text, 'medication')).toEqual([]);
  });
});

describe('tests by what they measure', () => {
  it.each<[string, string[]]>([
    ['La determinación de catecolaminas en orina está pendiente.', ['determinación de catecolaminas en orina']],
    ['Se solicitó cortisol.', ['cortisol']],
    ['Se determinó la causa.', []],
  ])('%s', (text, expected) => expect(told('es', text, 'procedure')).toEqual(expected));
});

describe('lists of allergies', () => {
  it.each<[string, string[]]>([
    ['Alérgica a la aspirina (AAS) y al diclofenaco, fumadora.', ['aspirina', 'diclofenaco']],
    ['Alergia a la penicilina, sin otros antecedentes.', ['Alergia a la penicilina']],
    ['Alergias: no conocidas.', []],
    ['Alergia a penicilina, temblor esencial y anemia ferropénica.', ['penicilina']],
    ['Mujer sin hábitos tóxicos, alérgica al metamizol.', ['metamizol']],
  ])('%s', (text, expected) => {
    const allergies = draftOf(spoken(text, 'es')).facts.filter(
      ({ kind, assertion, text: said }) =>
        kind === 'allergy' && assertion === 'present' && !/^al[eé]rgi\p{L}+$/iu.test(said),
    );
    expect(allergies.map((fact) => fact.text)).toEqual(expected);
  });
});
