import type { Language } from '@clinical/contracts';
import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

/** What is said, and how each finding is published once verification has read it for itself; `none`: not at all. */
type Case = readonly [says: string, expected: Record<string, string>];

const LISTS: readonly Case[] = [
  ['Sin fiebre, con leve disnea y tos.', { fiebre: 'negated', disnea: 'present', tos: 'present' }],
  ['Sin hematuria, esta mañana dolor lumbar.', { hematuria: 'negated', 'dolor lumbar': 'present' }],
  ['No cefalea, no vértigo, escasa tos residual.', { cefalea: 'negated', vértigo: 'negated', tos: 'present' }],
  ['Sin náuseas, vómitos ni diarrea.', { náuseas: 'negated', vómitos: 'negated', diarrea: 'negated' }],
  ['No se palpan bultos por el dolor.', { bultos: 'negated', dolor: 'present' }],
  ['Neumonía (no derrame), con fiebre alta.', { Neumonía: 'present', derrame: 'negated', fiebre: 'present' }],
  ['Disnea y astenia ... No edemas.', { Disnea: 'present', astenia: 'present', edemas: 'negated' }],
  ['No se vio fractura y el TAC mostró un hematoma.', { fractura: 'negated', hematoma: 'present' }],
  [
    'La anciana en ningún momento refirió mareo, disnea ni tos.',
    { mareo: 'negated', disnea: 'negated', tos: 'negated' },
  ],
  ['No se ven masas, observándose un quiste renal.', { masas: 'negated', quiste: 'present' }],
  ['Sin rigidez de nuca en relación con una cefalea.', { 'rigidez de nuca': 'negated', cefalea: 'present' }],
  ['Infección de orina por un germen Gram negativo.', { 'Infección de orina': 'present' }],
  ['Desaparición progresiva de la ictericia.', { ictericia: 'historical' }],
  ['Se ha descartado, con la ecografía, una trombosis venosa.', { trombosis: 'negated' }],
];

const QUALITIES: readonly Case[] = [
  ['Dolor torácico no irradiado y tos.', { 'Dolor torácico': 'present', irradiado: 'negated', tos: 'present' }],
  ['Fibrilación auricular no conocida y edemas.', { 'Fibrilación auricular': 'present', edemas: 'present' }],
  ['Abdomen no distendido ni doloroso.', { distendido: 'negated', doloroso: 'negated' }],
  ['La herida no está infectada.', { infectada: 'negated' }],
  ['Insuficiencia mitral no significativa con disnea.', { 'Insuficiencia mitral': 'present', significativa: 'none' }],
];

const PHRASES: readonly Case[] = [
  ['No se ha podido objetivar derrame articular.', { 'derrame articular': 'negated' }],
  ['Sin llegar a presentar rigidez de nuca.', { 'rigidez de nuca': 'negated' }],
  ['El escáner no mostró signos de hidrocefalia.', { hidrocefalia: 'negated' }],
  ['Sin antecedentes psiquiátricos previos.', { 'antecedentes psiquiátricos': 'negated' }],
  ['Mujer de 50 años sin antecedentes de interés.', { 'antecedentes de interés': 'negated' }],
  [
    'No hábitos tóxicos. Sin factores de riesgo vascular.',
    { 'hábitos tóxicos': 'negated', 'factores de riesgo': 'negated' },
  ],
  ['Sin signos de IC.', { IC: 'negated' }],
  ['No aumento de los edemas.', { 'aumento de los edemas': 'negated' }],
  ['Lumbalgia sin mejoría con paracetamol.', { Lumbalgia: 'present', mejoría: 'negated' }],
  ['Sin respuesta a estímulos.', { respuesta: 'negated' }],
  ['Sin síntomas de depresión.', { depresión: 'negated' }],
  ['Con miedo a caerse, no acúfenos, no vómitos.', { acúfenos: 'negated', vómitos: 'negated' }],
  ['Asma : no Catarros frecuentes : no', { Asma: 'negated', 'Catarros frecuentes': 'negated' }],
  ['Hormigueo: no. Sangre oculta en heces negativa.', { Hormigueo: 'negated', 'Sangre oculta': 'none' }],
  ['No ha seguido tratamiento.', { seguido: 'none' }],
  [
    'No otitis. No bloqueos. No antecedentes respiratorios.',
    { otitis: 'negated', bloqueos: 'negated', 'antecedentes respiratorios': 'negated' },
  ],
  ['Sin mucha mejoría, sin cambios respecto a ayer.', { mejoría: 'negated', 'cambios respecto': 'negated' }],
  ['Luego cede espontáneamente la ictericia.', { ictericia: 'historical' }],
  ['Lesiones orales, no genitales.', { genitales: 'none' }],
];

const DOUBTS: readonly Case[] = [
  ['Radiografía sin clara consolidación.', { consolidación: 'possible' }],
  ['Sin claros signos de meningitis.', { meningitis: 'possible' }],
  ['No dolor torácico claro. No fiebre.', { 'dolor torácico': 'possible', fiebre: 'negated' }],
  ['No parece haber tenido convulsiones.', { convulsiones: 'possible' }],
  ['Probable SDRA. Imagen sugestiva de mioma submucoso.', { SDRA: 'possible', 'mioma submucoso': 'possible' }],
  ['Podría tratarse de un dolicocolon.', { dolicocolon: 'possible' }],
  ['Se explican las posibles opciones y el posible alta.', { opciones: 'none', alta: 'none' }],
  ['Orientación diagnóstica: pancreatitis aguda.', { pancreatitis: 'possible' }],
  ['Al parecer con palidez.', { palidez: 'possible' }],
  ['Fiebre sin foco aparente.', { Fiebre: 'present', 'foco aparente': 'possible' }],
  ['Sin lesiones pulmonares evidentes.', { lesiones: 'possible' }],
  ['No podemos descartar una tromboflebitis.', { tromboflebitis: 'possible' }],
  ['Se interpretó el cuadro como gastritis.', { gastritis: 'possible' }],
  ['La fatiga podría guardar relación con un hipotiroidismo.', { hipotiroidismo: 'possible' }],
  ['Improbable absceso.', { absceso: 'possible' }],
  ['Demencia de probable origen mixto.', { Demencia: 'present', 'origen mixto': 'possible' }],
  ['Probable basocelular.', { basocelular: 'possible' }],
  ['Caída en casa (¿síncope?) con hematoma.', { Caída: 'present', síncope: 'possible', hematoma: 'present' }],
  ['Disnea ( neumonía ? ) desde ayer.', { Disnea: 'present', neumonía: 'possible' }],
  ['Kernig y Brudzinski negativos.', { Kernig: 'negated' }],
];

const PERSONS: readonly Case[] = [
  ['Se aprecia un pequeño infarto lacunar.', { infarto: 'present' }],
  ['Remitida por su médico de familia por astenia.', { astenia: 'present' }],
  ['Su hermana refiere mareo y dolor lumbar.', { mareo: 'present', 'dolor lumbar': 'present' }],
  ['Refiere la familia que presenta desorientación, sin fiebre.', { desorientación: 'present', fiebre: 'negated' }],
  ['Se trata de un paciente que ingresa por disnea.', { disnea: 'present' }],
  ['Su hermana tiene asma.', { asma: 'family' }],
];

const ENGLISH: readonly Case[] = [
  ['No fever, mild cough.', { fever: 'negated', cough: 'present' }],
  ['Pneumonia (no effusion) and fever.', { Pneumonia: 'present', effusion: 'negated', fever: 'present' }],
  ['The abdomen is not distended or tender.', { distended: 'negated', tender: 'negated' }],
  ['No increase in the swelling.', { 'increase in the swelling': 'negated' }],
  ['No rash was seen and the scan showed a hematoma.', { rash: 'negated', hematoma: 'present' }],
  ['No clear consolidation. No definite fracture.', { consolidation: 'possible', fracture: 'possible' }],
  ['Probable ARDS.', { ARDS: 'possible' }],
  ['P: no nothing i have gout and a cough', { gout: 'present', cough: 'present' }],
  ['She has not noticed any numbness.', { numbness: 'negated' }],
];

function published(says: string, language: Language) {
  const transcript = spoken(says, language);
  return verify(draftOf(transcript), transcript).facts;
}

function check(cases: readonly Case[], language: Language): void {
  it.each(cases)('%s', (says, expected) => {
    const facts = published(says, language);
    for (const [words, wanted] of Object.entries(expected)) {
      const fact = facts.find(
        ({ text, kind }) => kind !== 'measurement' && text.toLowerCase().includes(words.toLowerCase()),
      );
      expect([words, fact?.assertion ?? 'none']).toEqual([words, wanted]);
    }
  });
}

describe('where a denial ends', () => check(LISTS, 'es'));
describe('a quality denied beside its finding', () => check(QUALITIES, 'es'));
describe('phrases that no table knows, under a denial', () => check(PHRASES, 'es'));
describe('what is denied with doubt, or put forward', () => check(DOUBTS, 'es'));
describe('who only tells, or is nobody', () => check(PERSONS, 'es'));
describe('the same in English', () => check(ENGLISH, 'en'));
