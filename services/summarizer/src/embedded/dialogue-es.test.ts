/** Spanish consultations as they are spoken: what verification publishes of what is asked, answered and told in passing. */
import { describe, expect, it } from 'vitest';
import { assemble } from '../summary/assemble.ts';
import { createEmbeddedEngine, draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

function published(text: string): string[] {
  const transcript = spoken(text, 'es');
  const { engine } = createEmbeddedEngine();
  const summary = assemble(transcript, draftOf(transcript), { engine, degraded: false, usage: null, warnings: [] });
  return summary.facts.map(({ name, assertion, kind }) => `${kind} ${assertion} ${name}`);
}

describe('that all goes well', () => {
  it.each([
    ['P: La verdad es que duermo de un tirón.', 'symptom negated insomnio'],
    ['D: ¿Orina bien?\nP: Sí, sí.', 'symptom negated oliguria'],
  ])('%s', (text, fact) => {
    expect(published(text)).toContain(fact);
  });

  it.each([
    'D: ¿Duerme bien?\nP: No, qué va.',
    'P: Desde el verano ni duermo bien ni nada.',
  ])('is nothing, once it is denied: %s', (text) => {
    expect(published(text)).not.toContain('symptom negated insomnio');
  });
});

describe('a polarity that stands after what it is of', () => {
  it.each([
    ['P: Cansada no estoy, la verdad.', 'symptom negated cansancio'],
    ['P: Y fiebre, no.', 'symptom negated fiebre'],
    ['D: ¿Náuseas o diarrea?\nP: Náuseas no, diarrea sí.', 'symptom negated náuseas'],
    ['D: ¿Náuseas o diarrea?\nP: Náuseas no, diarrea sí.', 'symptom present diarrea'],
    ['D: ¿Y omeprazol?\nP: Omeprazol no tomo.', 'medication negated omeprazol'],
    ['P: Picor picor no tengo.', 'symptom negated prurito'],
    ['D: ¿Se le hinchan los pies?\nP: Los pies no.', 'symptom negated edema periférico'],
  ])('%s', (text, fact) => {
    expect(published(text)).toContain(fact);
  });

  it.each([
    'P: Me duele la cabeza, no, la nuca.',
    'P: Tengo fiebre, ¿no?',
    'P: Es un dolor no muy fuerte.',
  ])('but corrects, asks or tells how much here: %s', (text) => {
    expect(published(text).filter((fact) => fact.startsWith('symptom negated'))).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    ['D: ¿Ha adelgazado?\nP: Ojalá. No, sigo igual.', 'symptom negated pérdida de peso'],
    ['D: ¿Tiene vértigos?\nP: Que no, que no.', 'symptom negated vértigo'],
    ['D: ¿Ronca usted?\nP: Mi marido dice que sí.', 'symptom present ronquido'],
    ['D: ¿Bebe y fuma?\nP: Fumar, en la vida.', 'risk_factor negated tabaquismo'],
    ['P: Traigo tos.\nD: ¿Y es una tos seca o arranca algo?\nP: Arranco, arranco.', 'symptom present tos'],
    ['D: ¿Estás embarazada?\nP: ¿Yo? Imposible.', 'condition negated embarazo'],
    ['D: ¿Le ha picado una garrapata?\nP: Que yo sepa, no.', 'condition negated picadura'],
    ['D: ¿Alergias?\nP: A medicamentos no.', 'allergy negated alergia a medicamentos'],
    ['D: ¿Tiene alergias? Aquí pone codeína.\nP: Sí.', 'allergy present codeína'],
    ['D: Usted tiene la tensión alta, ¿verdad?\nP: Sí.', 'condition present hipertensión arterial'],
  ])('%s', (text, fact) => {
    expect(published(text)).toContain(fact);
  });
});

it('what is denied in talk is a finding only where it is named as one', () => {
  expect(published('D: No hay prisa.\nP: Es que no tenía cita, y sin coche no hay manera.')).toEqual([]);
});

it('what the patient was thinking of is a doubt', () => {
  expect(published('P: Yo pensaba en la gota.')).toEqual(['condition possible gota']);
});

function told(text: string, wanted: string): Record<string, string | null> | undefined {
  const transcript = spoken(text, 'es');
  const { engine } = createEmbeddedEngine();
  const { facts } = assemble(transcript, draftOf(transcript), { engine, degraded: false, usage: null, warnings: [] });
  return facts.find(({ name }) => name === wanted)?.attributes;
}

describe('what is told of a finding', () => {
  it.each([
    ['P: Me duele el codo.\nD: ¿Cuál de los dos?\nP: El izquierdo.', 'dolor de codo', { laterality: 'izquierdo' }],
    ['P: Tengo tos.\nD: ¿Es seca o con flema?\nP: Seca.', 'tos', { character: 'Seca' }],
    [
      'P: Me duele la rodilla cuando bajo escaleras y se me pasa si me siento.',
      'dolor de rodilla',
      { aggravated_by: 'cuando bajo escaleras', relieved_by: 'si me siento' },
    ],
    ['P: Me mareo.\nD: ¿Con qué empeora?\nP: Al agacharme.', 'mareo', { aggravated_by: 'Al agacharme' }],
    ['P: Tomo naproxeno y no me hace nada.', 'naproxeno', { effect: 'no me hace nada' }],
  ])('%s', (text, name, attributes) => {
    expect(told(text, name)).toMatchObject(attributes);
  });

  it('not by a time that is past', () => {
    expect(told('P: Me duele la rodilla, que me operaron cuando era joven.', 'dolor de rodilla')).toMatchObject({
      aggravated_by: null,
    });
  });
});

describe('amounts', () => {
  it.each([
    [
      'P: Tomo losartán de cincuenta, uno por la noche.',
      'losartán',
      { dose: 'cincuenta', frequency: 'uno por la noche' },
    ],
    ['P: Fumo doce al día desde los veinte.', 'tabaquismo', { frequency: 'doce al día', onset: 'desde los veinte' }],
    ['D: ¿Fuma?\nP: Media cajetilla.', 'tabaquismo', { frequency: 'Media cajetilla' }],
    ['D: ¿Bebe?\nP: Dos cervezas al día.', 'consumo de alcohol', { frequency: 'Dos cervezas al día' }],
  ])('%s', (text, name, attributes) => {
    expect(told(text, name)).toMatchObject(attributes);
  });

  it('of a habit that is over', () => {
    expect(published('P: Fumaba dos paquetes al día.')).toEqual(['risk_factor historical tabaquismo']);
  });
});

describe('a plan in talk', () => {
  it.each([
    ['D: Te mando al urólogo.', 'plan present Te mando al urólogo'],
    ['D: Te pongo loratadina.', 'plan present loratadina'],
  ])('%s', (text, fact) => {
    expect(published(text)).toContain(fact);
  });

  it('ends a medicine too', () => {
    expect(told('D: Le quito el naproxeno.', 'naproxeno')).toMatchObject({ status: 'stopped' });
  });
});
