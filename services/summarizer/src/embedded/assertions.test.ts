import type { Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

/**
 * Each case: what is said, and for findings by their words what must come of them: `present`, `negated`, `possible`,
 * `historical`, `family`, `hypothetical`, `other` (somebody else's), `none` (not the patient's present or at all).
 */
type Case = readonly [says: string, expected: Record<string, string>];

const ES: readonly Case[] = [
  ['Cursó sin fiebre y se pautó sertralina.', { fiebre: 'negated', sertralina: 'present' }],
  ['No tuvo tos y mostraba exantema.', { tos: 'negated', exantema: 'present' }],
  ['Sin fiebre, presentando cefalea.', { fiebre: 'negated', cefalea: 'present' }],
  ['Hepatopatía no viral desde hace años, en tratamiento con warfarina.', { warfarina: 'present' }],
  ['No precisó tratamiento con morfina.', { morfina: 'negated' }],
  ['Sin tratamiento previo con insulina ni metformina.', { insulina: 'negated', metformina: 'negated' }],
  ['No tolera bien el tratamiento con enalapril.', { enalapril: 'present' }],
  ['Brote de colitis tratado con deflazacort.', { colitis: 'present', deflazacort: 'present' }],
  ['Niña de tres años que ingirió jarabe de codeína.', { codeína: 'present' }],
  ['Su niña tiene asma.', { asma: 'family' }],
  ['Se aplicó una pequeña cantidad de lidocaína.', { lidocaína: 'present' }],
  ['Paciente con fiebre y tos. No presenta disnea.', { fiebre: 'present', tos: 'present', disnea: 'negated' }],
  [
    'Niega fiebre, escalofríos ni sudoración nocturna.',
    { fiebre: 'negated', escalofríos: 'negated', 'sudoración nocturna': 'negated' },
  ],
  [
    'Acude por dolor torácico sin disnea ni palpitaciones.',
    { 'dolor torácico': 'present', disnea: 'negated', palpitaciones: 'negated' },
  ],
  ['No refiere náuseas pero sí vómitos.', { náuseas: 'negated', vómitos: 'present' }],
  ['No se me quita el dolor de cabeza.', { 'dolor de cabeza': 'present' }],
  ['P: No puedo dormir por la tos.', { tos: 'present' }],
  ['Neumonía a descartar.', { Neumonía: 'possible' }],
  ['Se descarta fractura de cadera.', { 'fractura de cadera': 'negated' }],
  ['Probable bronquitis aguda.', { bronquitis: 'possible' }],
  ['P: Creo que tengo gripe.', { gripe: 'possible' }],
  [
    'Antecedentes de hipertensión arterial y diabetes.',
    { 'hipertensión arterial': 'historical', diabetes: 'historical' },
  ],
  ['Tuvo neumonía en 2016.', { neumonía: 'historical' }],
  ['P: Hace años tuve una úlcera de estómago.', { úlcera: 'historical' }],
  ['P: Mi madre es diabética.', { diabética: 'family' }],
  ['Su padre falleció de un infarto.', { infarto: 'family' }],
  [
    'Antecedentes familiares: madre con cáncer de mama, tía con migraña.',
    { 'cáncer de mama': 'family', migraña: 'family' },
  ],
  ['P: Mi madre tiene asma y yo tengo migrañas.', { asma: 'family', migrañas: 'present' }],
  ['P: Vivo con mi madre y tengo fiebre.', { fiebre: 'present' }],
  ['P: Mi vecina tiene covid.', { covid: 'other' }],
  ['P: Mi marido tiene gripe.', { gripe: 'other' }],
  ['D: El otro día vi a otro paciente con neumonía.', { neumonía: 'none' }],
  ['D: Un paciente mío tuvo meningitis.', { meningitis: 'none' }],
  ['D: Si tuviera fiebre, vuelva.', { fiebre: 'hypothetical' }],
  ['D: Vuelva si aparece dolor en el pecho o disnea.', { 'dolor en el pecho': 'hypothetical', disnea: 'hypothetical' }],
  ['D: En caso de vómitos acuda a urgencias.', { vómitos: 'hypothetical' }],
  ['D: Este antibiótico puede dar diarrea.', { diarrea: 'hypothetical' }],
  ['D: Los efectos secundarios son náuseas y mareo.', { náuseas: 'hypothetical', mareo: 'hypothetical' }],
  ['D: ¿Tiene fiebre?\nP: No.', { fiebre: 'negated' }],
  ['D: ¿Tiene fiebre?\nP: Sí, desde ayer.', { fiebre: 'present' }],
  ['D: ¿Tiene fiebre?\nP: No, fiebre no. Tos sí.', { fiebre: 'negated', Tos: 'present' }],
  ['D: ¿Tiene fiebre, tos o mocos?\nP: Solo tos.', { fiebre: 'negated', mocos: 'negated', tos: 'present' }],
  ['D: ¿Ha notado mareos?\nP: Me parece que sí.', { mareos: 'possible' }],
  ['D: ¿Tiene dolor de espalda?\nD: Bueno, vamos a explorarle.', { 'dolor de espalda': 'none' }],
  ['D: ¿Le duele la cabeza?\nP: He venido por los papeles de la baja.', { 'duele la cabeza': 'none' }],
  ['D: ¿Alguien de su familia tiene diabetes?\nP: Sí, mi abuela.', { diabetes: 'family' }],
  ['D: ¿Y su padre?\nP: Es hipertenso.', { hipertenso: 'family' }],
  ['Afebril, sin exantema.', { Afebril: 'negated', exantema: 'negated' }],
  ['P: Si fuera migraña me dolería más.', { migraña: 'hypothetical' }],
  ['Sin aumento del dolor.', {}],
  ['P: Pensé que era un infarto pero solo era ansiedad.', { infarto: 'hypothetical', ansiedad: 'present' }],
  ['P: Se me ha quitado la fiebre pero sigo con tos.', { fiebre: 'historical', tos: 'present' }],
  ['D: ¿Se le ha quitado la fiebre?\nP: Sí.', { fiebre: 'historical' }],
  ['Se trata de un paciente con neumonía bilateral.', { neumonía: 'present' }],
  ['D: Ayer vi a un paciente con sarna.', { sarna: 'none' }],
  ['P: No creo que sea migraña.', { migraña: 'negated' }],
  ['P: Me han dicho que igual es artrosis.', { artrosis: 'possible' }],
  ['D: En la sala todos tienen gripe.', { gripe: 'none' }],
  ['P: No es que tenga dolor, es más bien una molestia en el pecho.', { 'molestia en el pecho': 'present' }],
  ['D: Como no haga dieta va a acabar con diabetes.', { diabetes: 'hypothetical' }],
  ['P: Mi hijo tiene varicela, yo estoy bien pero cansada.', { varicela: 'family', cansada: 'present' }],
  ['P: Nunca he tenido asma ni alergias.', { asma: 'negated', alergias: 'negated' }],
  ['Dolor torácico que cedió con reposo.', { 'Dolor torácico': 'historical' }],
  ['P: Antes fumaba, lo dejé hace dos años.', { fumaba: 'historical' }],
];

const EN: readonly Case[] = [
  ['P: no nothing i have gout and no cough', { gout: 'present', cough: 'negated' }],
  ['P: I was never treated with warfarin or heparin.', { warfarin: 'negated', heparin: 'negated' }],
  [
    'The patient has a fever and a cough. Denies chest pain.',
    { fever: 'present', cough: 'present', 'chest pain': 'negated' },
  ],
  ['No fever, chills, or night sweats.', { fever: 'negated', chills: 'negated', 'night sweats': 'negated' }],
  ['She reports nausea but no vomiting.', { nausea: 'present', vomiting: 'negated' }],
  ["P: I don't have a fever but I have a cough.", { fever: 'negated', cough: 'present' }],
  ["P: I can't sleep because of the cough.", { cough: 'present' }],
  ["P: The headache won't go away.", { headache: 'present' }],
  ['P: I have no appetite but no nausea either.', { nausea: 'negated' }],
  ['Neither chest pain nor dyspnea.', { 'chest pain': 'negated', dyspnea: 'negated' }],
  ['D: It might be pneumonia.', { pneumonia: 'possible' }],
  ['Possible appendicitis; rule out ectopic pregnancy.', { appendicitis: 'possible', 'ectopic pregnancy': 'possible' }],
  ['P: I think I have the flu.', { flu: 'possible' }],
  ['History of hypertension and asthma.', { hypertension: 'historical', asthma: 'historical' }],
  ['P: I had pneumonia in 2016.', { pneumonia: 'historical' }],
  ['P: Years ago I had an ulcer in my stomach.', {}],
  ['P: My mother had breast cancer and I have migraines.', { 'breast cancer': 'family', migraines: 'present' }],
  ['P: My dad has diabetes. He also has high blood pressure.', { diabetes: 'family', 'high blood pressure': 'family' }],
  ['Family history of colon cancer.', { 'colon cancer': 'family' }],
  ['P: Diabetes runs in the family.', { Diabetes: 'family' }],
  ['P: My neighbor has the flu.', { flu: 'other' }],
  ['P: My wife says I snore and I have headaches.', { headaches: 'present' }],
  ['P: I came in with my wife because I have a headache.', { headache: 'present' }],
  ['D: I saw another patient with shingles this morning.', { shingles: 'none' }],
  ['D: If you get chest pain, call us.', { 'chest pain': 'hypothetical' }],
  ['D: Come back if you develop a fever or vomiting.', { fever: 'hypothetical', vomiting: 'hypothetical' }],
  ['D: This medicine can cause diarrhea.', { diarrhea: 'hypothetical' }],
  ['D: Side effects include nausea and dizziness.', { nausea: 'hypothetical', dizziness: 'hypothetical' }],
  ['D: Any fever?\nP: No.', { fever: 'negated' }],
  ['D: Any fever, chills, or cough?\nP: Just the cough.', { fever: 'negated', chills: 'negated', cough: 'present' }],
  ['D: Do you have chest pain?\nP: Only at night.', { 'chest pain': 'present' }],
  ['D: Have you had any dizziness?\nP: Yeah, a little bit.', { dizziness: 'present' }],
  ['D: Any palpitations?\nP: Not that I know of.', { palpitations: 'negated' }],
  ['D: Any palpitations?\nP: Maybe.', { palpitations: 'possible' }],
  ['D: Do you have any pain in your chest?\nD: Okay, let me listen to your lungs.', { pain: 'none' }],
  ['D: Any nausea?\nP: My appointment was at nine.', { nausea: 'none' }],
  ['D: Does anyone in your family have heart disease?\nP: Yes, my father.', { 'heart disease': 'family' }],
  ['D: No chest pain?\nP: No.', { 'chest pain': 'negated' }],
  ['D: And no fever, right?\nP: Right.', { fever: 'negated' }],
  ['D: And you are still on metformin?\nP: Yes.', { metformin: 'present' }],
  ['Afebrile, nontender abdomen.', { Afebrile: 'negated' }],
  ['P: Do I have cancer?', { cancer: 'none' }],
  ['P: My right knee hurts. No, wait, the left one.', {}],
  ['P: I quit smoking ten years ago.', { 'quit smoking': 'historical' }],
  ["P: Oh great, I just love having diabetes... kidding, I don't have it.", { diabetes: 'hypothetical' }],
  ['D: Do you have diabetes or heart disease?\nP: I have diabetes.', { 'heart disease': 'none' }],
  ['P: My wife thinks I have sleep apnea.', { 'sleep apnea': 'possible' }],
  ['D: We had a case of meningitis at the school.', { meningitis: 'none' }],
  [
    'P: I thought it was a heart attack but it was just heartburn.',
    { 'heart attack': 'hypothetical', heartburn: 'present' },
  ],
  ["D: How's the cough?\nP: Gone.", { cough: 'none' }],
  ["P: I'd die of a heart attack if I saw the bill.", { 'heart attack': 'hypothetical' }],
  ['D: You mentioned vomiting, has that settled?\nP: Yes.', { vomiting: 'historical' }],
  ['P: I have had a cough for the past three days.', { cough: 'present' }],
  ['P: I had pneumonia in the past.', { pneumonia: 'historical' }],
  ['D: I had a patient with shingles yesterday.', { shingles: 'none' }],
  ['D: Has the vomiting stopped?\nP: No.', { vomiting: 'present' }],
  ["P: I don't think it's a migraine.", { migraine: 'negated' }],
  ["P: The pills didn't help my back pain.", { 'back pain': 'present' }],
  ["P: I don't know why I have a headache.", { headache: 'present' }],
  ['P: The rash has cleared up.', { rash: 'historical' }],
  ["P: My friend's mum died of a brain tumor.", { 'brain tumor': 'other' }],
  ['D: Have you taken a pregnancy test?\nP: Yes.', { 'pregnancy test': 'present' }],
  [
    "P: I haven't been sick, and I haven't had any suicidal thoughts.",
    { 'been sick': 'negated', 'suicidal thoughts': 'negated' },
  ],
  ['No evidence of recurrence with this or other malignancy.', { malignancy: 'negated' }],
  ['D: We want to prevent a stroke.', { stroke: 'none' }],
  ['Patient denies any history of seizures.', { seizures: 'negated' }],
];

function outcome(facts: ReturnType<typeof draftOf>['facts'], words: string): string {
  const fact =
    facts.find((one) => one.text.toLowerCase().includes(words.toLowerCase())) ??
    facts.find((one) => one.quotes.some((q) => q.quote.toLowerCase().includes(words.toLowerCase())));
  if (fact === undefined) return 'none';
  if (fact.experiencer === 'other') return 'other';
  return fact.assertion;
}

function check(cases: readonly Case[], language: Language): void {
  it.each(cases)('%s', (says, expected) => {
    const { facts } = draftOf(spoken(says, language));
    for (const [words, wanted] of Object.entries(expected)) {
      const got = outcome(facts, words);
      if (wanted === 'none') expect(['none', 'other', 'hypothetical']).toContain(got);
      else expect([words, got]).toEqual([words, wanted]);
    }
  });
}

describe('what is said of a finding, in Spanish', () => check(ES, 'es'));
describe('what is said of a finding, in English', () => check(EN, 'en'));
