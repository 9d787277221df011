import type { FactKind, Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

/** kind, a word of its text, its assertion */
type Expected = [FactKind, string, string];

const CASES: [Language, string, Expected[]][] = [
  ['es', 'Alérgica a la penicilina.', [['allergy', 'penicilina', 'present']]],
  [
    'es',
    'P: Soy alérgico al marisco y a las nueces.',
    [
      ['allergy', 'marisco', 'present'],
      ['allergy', 'nueces', 'present'],
    ],
  ],
  ['es', 'No alergias medicamentosas conocidas.', [['allergy', 'alergias', 'negated']]],
  ['es', 'D: ¿Es alérgico a algo?\nP: A la amoxicilina.', [['allergy', 'amoxicilina', 'present']]],
  ['es', 'D: ¿Alguna alergia?\nP: No.', [['allergy', 'alergia', 'negated']]],
  ['es', 'P: Fumo un paquete al día.', [['risk_factor', 'Fumo', 'present']]],
  ['es', 'P: Nunca he fumado.', [['risk_factor', 'Nunca he fumado', 'negated']]],
  ['es', 'D: Le voy a pedir una analítica.', [['plan', 'analítica', 'present']]],
  ['es', 'D: Le receto paracetamol 1 g cada 8 horas.', [['plan', 'paracetamol', 'present']]],
  ['es', 'D: Vuelva en dos semanas.', [['plan', 'Vuelva en', 'present']]],
  ['es', 'P: Me operaron de apendicitis en 2010.', [['procedure', 'operaron', 'present']]],
  [
    'es',
    'Tratamiento con levofloxacino y fictoprazol.',
    [
      ['medication', 'levofloxacino', 'present'],
      ['medication', 'fictoprazol', 'present'],
    ],
  ],
  ['en', 'No known drug allergies.', [['allergy', 'allerg', 'negated']]],
  [
    'en',
    'P: I am allergic to penicillin and shellfish.',
    [
      ['allergy', 'penicillin', 'present'],
      ['allergy', 'shellfish', 'present'],
    ],
  ],
  ['en', 'D: Are you allergic to anything?\nP: Just sulfa.', [['allergy', 'sulfa', 'present']]],
  ['en', 'P: I smoke a pack a day.', [['risk_factor', 'smoke', 'present']]],
  ['en', 'D: Do you smoke?\nP: No.', [['risk_factor', 'smoke', 'negated']]],
  ['en', "D: I'll order an X-ray.", [['plan', 'X-ray', 'present']]],
  ['en', "D: Let's start amoxicillin 500 mg three times a day.", [['plan', 'amoxicillin', 'present']]],
  ['en', 'D: I want you to continue your lisinopril.', [['medication', 'lisinopril', 'present']]],
  ['en', 'D: Follow up with me in two weeks.', [['plan', 'Follow up', 'present']]],
  ['en', 'P: I was put on prozac last year.', [['medication', 'prozac', 'present']]],
  ['en', 'P: My knee is really swollen.', [['symptom', 'knee is really swollen', 'present']]],
  ['en', 'Denies blurring of the peripheral field.', [['symptom', 'blurring', 'negated']]],
  [
    'es',
    'Niega cambios del ritmo deposicional ni enclavamiento del dedo.',
    [['symptom', 'enclavamiento del dedo', 'negated']],
  ],
];

describe('kinds of facts', () => {
  it.each(CASES)('%s %s', (language, says, expected) => {
    const { facts } = draftOf(spoken(says, language));
    const told = facts.map((fact): Expected => [fact.kind, fact.text, fact.assertion]);
    for (const [kind, words, assertion] of expected) {
      expect(told).toContainEqual([kind, expect.stringContaining(words), assertion]);
    }
  });
});

describe('what is no fact', () => {
  it.each<[Language, string]>([
    ['es', 'D: Buenos días, ¿cómo está?\nP: Bien, gracias. Qué frío hace hoy.\nD: Sí, un frío tremendo.'],
    ['en', 'D: Good morning! Did you watch the game?\nP: Yes, what a game.\nD: All right then.'],
    ['en', 'D: Do you have a headache?\nD: Sorry, one moment.'],
    ['es', ''],
  ])('%s %s', (language, says) => expect(draftOf(spoken(says, language)).facts).toEqual([]));

  it('says nothing of a child of the patient, and all of a child who is the patient', () => {
    const mother = draftOf(spoken('P: My son has a fever and a rash.\nD: How long has he had it?\nP: Two days.'));
    expect(mother.facts.find((fact) => fact.concept === 'fever')).toMatchObject({
      experiencer: 'patient',
      assertion: 'present',
    });
    const own = draftOf(spoken('P: I have a cough and I feel tired.\nP: My son has a fever too.'));
    expect(own.facts.find((fact) => fact.concept === 'fever')).toMatchObject({ experiencer: 'family' });
  });
});
