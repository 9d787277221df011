/** What question and answer tell together, in both languages: drafted, and then standing up to verification. */
import type { Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

const factsOf = (text: string, language: Language) => {
  const transcript = spoken(text, language);
  return verify(draftOf(transcript), transcript).facts;
};
const published = (text: string, language: Language): string[] =>
  factsOf(text, language).map(({ kind, name, assertion }) => `${kind} ${name}: ${assertion}`);

/** The attributes that were said of the first fact. */
const attributesOf = (text: string, language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(factsOf(text, language)[0]?.attributes ?? {}).filter(
      (one): one is [string, string] => one[1] !== null,
    ),
  );

describe('the course, the scale, and what changes a complaint', () => {
  it.each<[Language, string, Record<string, string>]>([
    [
      'en',
      'P: I have tummy pain.\nD: Is it getting better, worse, or about the same?\nP: Worse, definitely.',
      { trend: 'Worse' },
    ],
    ['en', 'P: I have tummy pain.\nD: Is it getting worse?\nP: Yes.', { trend: 'getting worse' }],
    ['en', 'P: I have tummy pain.\nD: Is it getting worse?\nP: No.', {}],
    [
      'en',
      "P: I have tummy pain.\nD: And on a scale of one to ten, with ten being the worst pain you've ever had?\nP: Maybe an eight.",
      { severity: '8/10' },
    ],
    ['en', 'P: I have a cough.\nD: Is it worse at any time of day?\nP: At night, when I lie down.', {}],
    ['en', 'P: I have back pain.\nD: Where is it?\nP: Right across the middle.', {}],
    ['en', "P: My throat hurts. It's got a lot worse.", { trend: 'a lot worse' }],
    ['es', 'P: Me duele la barriga.\nD: ¿Va a más o a menos?\nP: A más.', { trend: 'A más' }],
    ['es', 'P: Me duele la barriga.\nD: Del uno al diez, ¿cuánto le duele?\nP: Un siete.', { severity: '7/10' }],
    [
      'es',
      'P: Tengo dolor de cabeza.\nD: ¿Cada cuánto?\nP: Dos o tres veces al mes.',
      { frequency: 'Dos o tres veces al mes' },
    ],
    ['es', 'P: Estoy cansada. Duermo mucho y me levanto igual.', {}],
  ])('%s %s', (language, text, expected) => {
    expect(attributesOf(text, language)).toEqual(expected);
  });
});

describe('where it spreads, whether it was there before, how a function is', () => {
  it.each<[Language, string, string[]]>([
    ['en', 'D: Does it go anywhere?\nP: Down my left arm.', ['symptom Down my left arm: present']],
    ['es', 'P: Se me corre a la espalda.', ['symptom Se me corre a la espalda: present']],
    ['en', 'D: Have you had anything like this before?\nP: Never.', ['symptom anything like this before: negated']],
    ['es', 'D: ¿Le había pasado antes?\nP: Nunca.', ['symptom había pasado antes: negated']],
    [
      'en',
      'D: Waterworks okay? Bowels?\nP: All normal.',
      ['measurement Waterworks: present', 'measurement Bowels: present'],
    ],
    ['en', 'D: How are you sleeping?\nP: Terribly.', ['measurement sleeping: present']],
    ['es', 'D: ¿Qué tal el apetito?\nP: Fatal.', ['measurement apetito: present']],
    ['en', 'P: Work is my life as well.', []],
    ['en', "P: I've lost half a stone.", ['symptom weight loss: present']],
    ['es', 'D: ¿Ha bajado de peso?\nP: Como dos kilos.', ['symptom pérdida de peso: present']],
    ['en', 'D: Have you been dizzy?\nP: When I stand up, yeah.', ['symptom dizziness: present']],
    ['en', 'D: Do you have epilepsy?\nP: Since I was twelve.', ['condition epilepsy: present']],
    ['es', 'D: ¿Ha tenido asma?\nP: De niño sí.', ['condition asma: historical']],
    ['es', 'D: ¿Mareos?\nP: Mareos, dice que no.', ['symptom mareo: negated']],
    ['es', 'D: ¿Tos?\nP: Tos no traigo.', ['symptom tos: negated']],
  ])('%s %s', (language, text, expected) => {
    expect(published(text, language)).toEqual(expected);
  });
});

it('does not deny with `anywhere else` what was told before', () => {
  expect(published("P: I've got a rash on my arm.\nD: Is there a rash anywhere else?\nP: No.", 'en')).toEqual([
    'symptom arm rash: present',
  ]);
});

describe('allergies, operations, work and home', () => {
  it.each<[Language, string, string[]]>([
    [
      'en',
      'D: Any allergies?\nP: Only plasters, they bring me out in a rash.',
      ['allergy plasters: present', 'symptom rash: historical'],
    ],
    ['es', 'D: ¿Alguna alergia?\nP: Al polen y a los gatos.', ['allergy polen: present', 'allergy gatos: present']],
    ['en', 'D: Any allergies?\nP: Good question.', []],
    ['en', 'P: I have amoxicillin. Amoxicillin allergy.', ['allergy amoxicillin allergy: present']],
    ['es', 'D: ¿Le han operado de algo?\nP: De la vesícula.', ['procedure vesícula: historical']],
    ['en', 'D: What do you do for work?\nP: I drive a bus.', ['risk_factor drive a bus: present']],
    ['es', 'D: ¿Con quién vive?\nP: Con mi mujer.', ['risk_factor Con mi mujer: present']],
    ['en', 'P: I vape.', ['risk_factor vaping: present']],
  ])('%s %s', (language, text, expected) => {
    expect(published(text, language)).toEqual(expected);
  });
});

describe('a clinician examines and plans', () => {
  it.each<[Language, string, string[]]>([
    ['en', "D: I'll check your blood pressure. 128 over 80, that's fine.", ['measurement blood pressure: present']],
    ['es', 'D: La saturación es del noventa y cuatro por ciento.', ['measurement saturación de oxígeno: present']],
    [
      'en',
      "D: Oxygen's ninety-seven percent, pulse a hundred and two.",
      ['measurement oxygen saturation: present', 'measurement heart rate: present'],
    ],
    ['en', "D: I'd like to restart the sertraline.", ['plan sertraline: present']],
    [
      'es',
      'D: Le voy a cambiar el ibuprofeno por paracetamol.',
      ['medication ibuprofeno: present', 'plan paracetamol: present'],
    ],
    ['en', "D: I'm referring you to the chest pain clinic.", ['plan referring you to the chest pain clinic: present']],
    ['es', 'D: Le pido una endoscopia, por el antecedente de su papá.', ['plan endoscopia: present']],
  ])('%s %s', (language, text, expected) => {
    expect(published(text, language)).toEqual(expected);
  });

  it('tells values by their figures', () => {
    expect(attributesOf('D: La tensión, ciento treinta y dos sobre ochenta.', 'es')).toEqual({ value: '132/80' });
    expect(attributesOf('D: Pulse a hundred and two.', 'en')).toEqual({ value: '102' });
    expect(attributesOf('D: Le voy a cambiar el ibuprofeno por paracetamol.', 'es')).toEqual({ status: 'stopped' });
  });
});

describe('a carer tells of a relative', () => {
  it.each<[Language, string, string[]]>([
    [
      'en',
      "O: Dad's muddled since Tuesday.\nD: Does your dad have diabetes?\nO: Yes. And his brother had a stroke.",
      ['symptom confusion: present', 'condition diabetes mellitus: present', 'condition stroke: family'],
    ],
    ['en', "D: What's been happening, mum?\nO: He's had a temperature since Sunday.", ['symptom fever: present']],
    [
      'es',
      'O: Mi suegra tiene vértigo.\nD: ¿Es diabética?\nO: Sí.',
      ['symptom mareo: present', 'condition diabetes mellitus: present'],
    ],
    ['en', "P: My dad's muddled.", ['symptom confusion: family']],
  ])('%s %s', (language, text, expected) => {
    expect(published(text, language)).toEqual(expected);
  });
});

describe('a note', () => {
  it.each<[string, string[]]>([
    ['PE: abdomen soft.', []],
    ['Discharge summary: pain settled.', ['symptom pain: historical']],
    ['Shoulder pain on movement, nil at rest.', ['symptom shoulder pain: present']],
    ['Presents with 3/52 hx of low back pain.', ['symptom low back pain: present']],
    ['Old healed rib fractures.', ['condition fracture: historical']],
    ['Echo could not exclude apical thrombus.', ['condition apical thrombus: possible']],
    ['FHx of epilepsy (uncle). Possible fit vs syncope.', ['condition epilepsy: family', 'symptom syncope: possible']],
  ])('%s', (text, expected) => {
    expect(published(text, 'en')).toEqual(expected);
  });
});

describe('a few words that say how it is', () => {
  it.each<[Language, string, string]>([
    ['en', 'D: Any tremor?\nP: Slight, when I hold a cup.', 'symptom tremor: present'],
    ['en', 'D: And night sweats?\nP: Buckets.', 'symptom night sweats: present'],
    ['es', 'D: ¿Tiene temblor?\nP: Leve, al sostener la taza.', 'symptom temblor: present'],
  ])('%s: %s', (language, text, fact) => {
    expect(published(text, language)).toContain(fact);
  });

  it.each<[Language, string]>([
    ['en', 'D: Any tremor?\nP: Hang on a second.'],
    ['en', 'D: Any tremor? Any cramps?\nP: Slight, at night.'],
    ['en', 'D: Any tremor?\nP: Kevin, leave that alone.'],
    ['es', 'D: ¿Tiene temblor?\nP: Fenomenal, doctora.'],
  ])('which others do not: %s: %s', (language, text) => {
    expect(published(text, language)).not.toContain(`symptom ${language === 'en' ? 'tremor' : 'temblor'}: present`);
  });
});

describe('readings said aloud', () => {
  it.each<[Language, string, string]>([
    ['en', "D: Blood pressure's one thirty-eight over seventy-six.", '138/76'],
    ['en', 'D: Blood pressure one-oh-six over sixty-four.', '106/64'],
    ['en', 'D: Heart rate one twenty-four.', '124'],
    ['es', 'D: Presión, ciento cincuenta y dos, ochenta y ocho.', '152/88'],
  ])('%s: %s', (language, text, value) => {
    expect(attributesOf(text, language).value).toBe(value);
  });
});

it('lets the answer to the one settle what a yes to both left open', () => {
  const facts = published('D: Do you drink or smoke?\nP: Yes.\nD: And how about smoking?\nP: No.', 'en');
  expect(facts).toContain('risk_factor smoking: negated');
  expect(facts).not.toContain('risk_factor smoking: possible');
});

describe('when in a life it was', () => {
  it.each<[Language, string, string]>([
    ['en', 'P: I had pneumonia when I was fourteen.', 'when I was fourteen'],
    ['en', 'P: I have had asthma since I was a kid.', 'since I was a kid'],
    ['en', 'P: My dad had a stroke at fifty-two.', 'at fifty-two'],
    ['en', 'P: My gran had breast cancer in her eighties.', 'in her eighties'],
    ['es', 'P: Tuve neumonía a los catorce años.', 'a los catorce años'],
  ])('%s: %s', (language, text, onset) => {
    expect(attributesOf(text, language).onset).toBe(onset);
  });
});

it.each<[Language, string, string]>([
  [
    'en',
    'D: If the pain moves to the right, ring us or go to A and E.',
    'If the pain moves to the right, ring us or go to A and E',
  ],
  ['es', 'D: Si le sube la fiebre, venga a urgencias.', 'Si le sube la fiebre, venga a urgencias'],
])('keeps the advice for when it gets worse: %s: %s', (language, text, advice) => {
  expect(published(text, language)).toContain(`plan ${advice}: hypothetical`);
});
