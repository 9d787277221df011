import type { Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

type Age = [number, string] | null;

describe('age', () => {
  const cases: [Language, string, Age][] = [
    ['es', 'Paciente de 45 años, masculino.', [45, 'a']],
    ['es', 'Mujer de setenta y dos años que acude por tos.', [72, 'a']],
    ['es', 'Varón de cuarenta y cinco años.', [45, 'a']],
    ['es', 'Edad: 29 Sexo: M.', [29, 'a']],
    ['es', 'Lactante de 8 meses con fiebre.', [8, 'mo']],
    ['es', 'D: ¿Cuántos años tiene?\nP: Setenta y seis.', [76, 'a']],
    ['es', 'P: Tengo 34 años y me duele la espalda.', [34, 'a']],
    ['es', 'P: Mi hijo de 5 años tiene mocos y a mí me duele la garganta desde ayer, tengo tos.', null],
    ['es', 'P: Llevo fumando 20 años.', null],
    ['es', 'P: Mi madre murió con 60 años.', null],
    ['es', 'P: A la edad de 30 años me operaron.', null],
    ['es', 'Evolución favorable en 24h. Diclofenaco 50 / 8h.', null],
    ['en', '45-year-old male patient.', [45, 'a']],
    ['en', 'This is a 72F with chest pain.', [72, 'a']],
    ['en', 'A 70 y.o. man.', [70, 'a']],
    ['en', 'Pt: 77/M. Admitted after a fall.', [77, 'a']],
    ['en', 'F/54 with abdominal pain.', [54, 'a']],
    ['en', '54 y/o male with cough.', [54, 'a']],
    ['en', 'Mrs Abbott is a woman of 76 years.', [76, 'a']],
    ['en', 'Ms Patel (32) complains of headache.', [32, 'a']],
    ['en', 'She is 84 and lives alone.', [84, 'a']],
    ['en', 'Patient is a 6 m.o. boy.', [6, 'mo']],
    ['en', 'A 3-week-old boy was brought in.', [3, 'wk']],
    ['en', 'A lady in her sixties presented with cough.', null],
    ['en', 'Temp 101 F overnight.', null],
    ['en', 'P: I am seventy six years old.', [76, 'a']],
    ['en', 'D: How old are you?\nP: Fifty eight.', [58, 'a']],
    ['en', "P: I'm 44 now and still smoking.", [44, 'a']],
    ['en', 'D: so james is a 46 -year-old male with back pain', [46, 'a']],
    ['en', 'P: He is two and a half years old.', [2.5, 'a']],
    ['en', 'P: I have a two year old son. My back hurts.', null],
    ['en', 'P: My mother was 70 when she died. I have a cough.', null],
    ['en', 'P: It started when I was 12 years old.', null],
    ['en', "P: I'm the oldest, my brothers are twenty and thirty years old.", null],
    ['en', 'P: She passed away at age eighty three.', null],
    ['en', 'P: I have had it for 10 years.', null],
  ];
  it.each(cases)('%s %s', (language, says, age) => {
    const draft = draftOf(spoken(says, language));
    expect(draft.age === null ? null : [draft.age.value, draft.age.unit]).toEqual(age);
  });
});

describe('gender', () => {
  const cases: [Language, string, 'male' | 'female' | null][] = [
    ['es', 'Paciente de 45 años, masculino.', 'male'],
    ['es', 'Sexo: H. Edad: 40 años.', 'male'],
    ['es', 'Sexo: M. Edad: 40 años.', 'female'],
    ['es', 'Mujer de 30 años.', 'female'],
    ['es', 'D: Buenos días, señora.\nP: Buenos días.', 'female'],
    ['es', 'P: Estoy embarazada de tres meses.', 'female'],
    ['es', 'P: Mi mujer tiene gripe. Yo tengo tos.', null],
    ['es', 'P: Me duele la cabeza.', null],
    ['es', 'Gestante; se extrae feto varón.', null],
    ['en', '62-year-old female.', 'female'],
    ['en', 'Pt: 77/M. Admitted after a fall.', 'male'],
    ['en', '54 yo F c/o pain.', 'female'],
    ['en', '34M, smoker.', 'male'],
    ['en', 'A 3-week-old boy was brought in.', 'male'],
    ['en', 'This 29-year-old primigravida has itching.', 'female'],
    ['en', 'D: Good morning, sir.\nP: Hi.', 'male'],
    ['en', 'P: I am pregnant.', 'female'],
    ['en', "P: I'm married to a wonderful woman for thirty five years.", null],
    ['en', 'P: My sister is 30 years old, she has asthma.', null],
    ['en', 'P: My head hurts.', null],
  ];
  it.each(cases)('%s %s', (language, says, gender) => {
    expect(draftOf(spoken(says, language)).gender?.value ?? null).toBe(gender);
  });
});
