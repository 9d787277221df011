/** What is told over several turns: circumstances of a finding named before or after, and answers in general terms. */
import type { Assertion, Attributes, FactKind, Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

const facts = (text: string, language: Language) => draftOf(spoken(text, language)).facts;

const CIRCUMSTANCES: readonly [Language, string, string, Partial<Attributes>][] = [
  ['en', "P: I get this cramp in my calf. It's been about three weeks.", 'cramp', { duration: 'three weeks' }],
  ['es', 'P: Me da un calambre en la pierna. Empezó hace dos semanas.', 'calambre', { onset: 'hace dos semanas' }],
  ['en', "P: Yes, it's been a few days now. I have a rash.", 'rash', { duration: 'a few days' }],
  ['es', 'P: Sí, ya hace unos días que empezó. Tengo picor.', 'picor', { duration: 'unos días' }],
  ['en', 'D: And where is the rash?\nP: Mostly my chest and my arms.', 'rash', { body_site: 'chest and my arms' }],
  ['es', 'D: ¿Dónde tiene la erupción?\nP: En el pecho y los brazos.', 'erupción', { body_site: 'pecho y los brazos' }],
  ['en', "P: I've got a headache.\nD: OK.\nP: It's on the left side.", 'headache', { laterality: 'left side' }],
  ['es', 'P: Tengo dolor de cabeza.\nD: Vale.\nP: Es en el lado izquierdo.', 'dolor', { laterality: 'lado izquierdo' }],
  ['en', 'P: I feel dizzy.\nP: It comes and goes.', 'dizzy', { frequency: 'comes and goes' }],
  ['es', 'P: Tengo mareos.\nP: Va y viene.', 'mareos', { frequency: 'Va y viene' }],
  [
    'en',
    'P: I have a cough.\nD: Did it start last week, or earlier?\nP: Four days ago.',
    'cough',
    { onset: 'Four days ago' },
  ],
  [
    'en',
    'D: When did the pain start?\nP: When I changed my mattress.',
    'pain',
    { onset: 'When I changed my mattress' },
  ],
  ['es', 'D: ¿Cuándo empezó el dolor?\nP: Cuando cambié de colchón.', 'dolor', { onset: 'Cuando cambié de colchón' }],
  [
    'en',
    'P: I take metformin.\nD: How long have you been on it?\nP: Two years.',
    'metformin',
    { duration: 'Two years' },
  ],
];

describe('circumstances told beside a finding', () => {
  it.each(CIRCUMSTANCES)('%s %s', (language, text, name, attributes) => {
    const fact = facts(text, language).find((one) => one.text.includes(name));
    expect(fact?.attributes).toMatchObject(attributes);
  });

  it('are not those of the work, the home or a journey', () => {
    const [fact] = facts("P: I've a cough. It's a shop where I've worked for six years.", 'en');
    expect(fact?.attributes.duration).toBeNull();
  });
});

const GENERAL: readonly [Language, string, readonly [FactKind, string, Assertion][]][] = [
  ['en', 'D: Do you take any regular medications?\nP: No.', [['medication', 'regular medications', 'negated']]],
  ['es', 'D: ¿Toma alguna medicación habitual?\nP: No, ninguna.', [['medication', 'medicación habitual', 'negated']]],
  ['en', 'D: Any other illnesses?\nP: Well, not really, no.', [['condition', 'other illnesses', 'negated']]],
  ['es', 'D: ¿Tiene alguna otra enfermedad?\nP: No.', [['condition', 'otra enfermedad', 'negated']]],
  ['en', 'D: Do you have any medical problems?\nP: Yes.', []],
  ['en', 'D: Have you taken any medication for the pain?\nP: No.', []],
  ['en', 'D: Are you allergic to any medications?\nP: No.', [['allergy', 'allergy', 'negated']]],
  ['en', 'D: Any pins and needles in your face, arms or legs?\nP: No.', [['symptom', 'tingling', 'negated']]],
  ['en', 'D: Do you have any pets?\nP: No.', []],
  ['en', 'D: There is a high chance that the examination helps.', []],
];

describe('answers in general terms', () => {
  it.each(GENERAL)('%s %s', (language, text, expected) => {
    expect(facts(text, language).map(({ kind, name, assertion }) => [kind, name, assertion])).toEqual(expected);
  });
});

describe('what was only repeated', () => {
  it.each([
    ['en', 'D: Any allergies at all?\nP: Oh, allergies. Um, no.', [['allergy', 'negated']]],
    ['es', 'D: ¿Tiene alguna alergia?\nP: Ah, alergias. Pues no.', [['alergia', 'negated']]],
    [
      'en',
      'D: Any allergies?\nP: No, just latex.\nD: Latex, okay.',
      [
        ['allergy', 'negated'],
        ['latex', 'present'],
      ],
    ],
  ] as const)('%s %s', (language, text, expected) => {
    expect(facts(text, language).map(({ name, assertion }) => [name, assertion])).toEqual(expected);
  });
});

const TAKEN_AS_SAID: readonly [Language, string, readonly (readonly [FactKind, string, Assertion])[]][] = [
  [
    'en',
    "P: It's not painful. It's slightly warm and a bit red.",
    [
      ['symptom', 'painful', 'negated'],
      ['symptom', 'warm', 'present'],
      ['symptom', 'red', 'present'],
    ],
  ],
  [
    'es',
    'P: No es doloroso. Está caliente.',
    [
      ['symptom', 'dolor', 'negated'],
      ['symptom', 'caliente', 'present'],
    ],
  ],
  ['en', "P: It's hard to say. It's a warm day.", []],
  ['en', 'D: How would you describe the pain?\nP: Sort of throbbing.', [['symptom', 'pain', 'present']]],
  ['en', 'P: I have trouble getting up.', [['symptom', 'trouble getting up', 'present']]],
  ['es', 'P: Tengo problemas con el equilibrio.', [['symptom', 'problemas con el equilibrio', 'present']]],
  ['en', 'P: I have problems with my boss.', []],
  [
    'en',
    'D: Any problems with your arms or legs?\nP: No.',
    [['symptom', 'problems with your arms or legs', 'negated']],
  ],
  ['en', 'P: I noticed some zig-zag lines in my vision.', [['symptom', 'zig-zag lines in my vision', 'present']]],
  ['en', 'P: I noticed that you were late.', []],
  ['es', 'P: Tengo la mejilla dormida.', [['symptom', 'mejilla dormida', 'present']]],
  ['en', "D: What do you do for a living?\nP: I'm a jockey.", [['risk_factor', 'jockey', 'present']]],
  ['en', "P: I'm a bit tired.", [['symptom', 'fatigue', 'present']]],
  ['es', 'D: ¿A qué se dedica?\nP: Soy albañil.', [['risk_factor', 'albañil', 'present']]],
  ['en', 'P: I work as a bus driver.', [['risk_factor', 'work as a bus driver', 'present']]],
  ['en', 'P: It works for me. I live on my own.', [['risk_factor', 'live on my own', 'present']]],
  ['en', 'P: I work in plastic surgery.', [['risk_factor', 'work in plastic surgery', 'present']]],
  ['en', 'D: Have you been abroad?\nP: I went to Vietnam.', [['risk_factor', 'went to Vietnam', 'present']]],
  ['es', 'D: ¿Vive solo?\nP: Sí.', [['risk_factor', 'Vive solo', 'present']]],
  ['en', "P: I've been away to Thailand.", [['risk_factor', 'been away to Thailand', 'present']]],
  ['en', "P: I've been to the shops.", []],
  ['en', 'D: Do you smoke?\nP: I used to, but I stopped.', [['risk_factor', 'smoking', 'historical']]],
  ['es', 'D: ¿Fuma usted?\nP: Ya no.', [['risk_factor', 'tabaquismo', 'historical']]],
  ['en', 'D: Any allergies at all? Any medications?\nP: No, no allergies.', [['allergy', 'allergy', 'negated']]],
];

describe('taken as said', () => {
  it.each(TAKEN_AS_SAID)('%s %s', (language, text, expected) => {
    expect(facts(text, language).map(({ kind, name, assertion }) => [kind, name, assertion])).toEqual(expected);
  });
});
