import { describe, expect, it } from 'vitest';
import { verify } from '../verify/verify.ts';
import { draftOf } from './engine.ts';
import { spoken } from './spoken.ts';

/** What is said, and each fact of care as published once verification has read it for itself. */
type Case = readonly [says: string, published: readonly string[]];

const DENIED: readonly Case[] = [
  ['No se practicó biopsia por plaquetopenia.', ['procedure biopsia negated']],
  ['Sin cirugías previas.', ['procedure cirugías negated']],
  ['No precisó transfusión ni aminas.', ['procedure transfusión negated', 'medication aminas negated']],
  ['Niega toma de AINEs.', ['medication AINEs negated']],
  ['Sin tratamiento anticoagulante.', ['medication anticoagulante negated']],
  ['No sigue ninguna medicación.', ['medication medicación negated']],
  ['No se hizo apertura del peritoneo.', []],
  ['No se realizó apertura del peritoneo.', ['procedure apertura del peritoneo negated']],
  [
    'Sin necesidad de intubación ni ventilación mecánica, fue dada de alta.',
    ['procedure intubación negated', 'procedure ventilación mecánica negated'],
  ],
  ['No recibió tratamiento con rituximab.', ['medication rituximab negated']],
  ['Drenaje: no. Anatomía patológica: no.', ['procedure Anatomía patológica negated']],
];

const TURNED_DOWN: readonly Case[] = [
  ['Se desestima la cirugía por comorbilidad.', ['procedure cirugía negated']],
  ['Rechaza el tratamiento quirúrgico.', ['procedure tratamiento quirúrgico negated']],
  ['No es candidata a trasplante hepático.', ['procedure trasplante negated']],
  ['Imposibilidad de realizar resonancia.', ['procedure resonancia negated']],
  ['Transfusiones: negadas.', ['procedure Transfusiones negated']],
  ['No se hizo biopsia por negativa de la familia.', ['procedure biopsia negated']],
  ['La biopsia no se llevó a cabo.', ['procedure biopsia negated']],
  ['Quedó suspendida la colonoscopia.', ['procedure colonoscopia negated']],
];

const NOT_DENIED: readonly Case[] = [
  ['No se hizo TAC hasta el lunes.', ['procedure TAC possible']],
  ['Nódulo ya presente, sin cambios en el TAC.', []],
  ['No se desestima la cirugía.', []],
  ['No se suspendió la furosemida.', []],
  ['Dolor sin respuesta a morfina ni a ketamina.', ['medication morfina present', 'medication ketamina present']],
];

const STOPPED: readonly Case[] = [
  ['Metamizol 575 mg, de momento suspendido.', ['medication Metamizol historical']],
  [
    'Se retira amiodarona y diltiazem y se inicia bisoprolol.',
    ['medication amiodarona historical', 'medication diltiazem historical', 'medication bisoprolol present'],
  ],
  ['Se procedió a la suspensión del tramadol.', ['medication tramadol historical']],
  ['Empezó amlodipino, que fue interrumpido por edemas.', ['medication amlodipino historical']],
  ['Toma omeprazol y se retiró la sonda.', ['medication omeprazol present']],
  ['Mal control con acenocumarol, por lo que se suspende acenocumarol.', ['medication acenocumarol historical']],
];

function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (says, published) => {
    const transcript = spoken(says, 'es');
    const { facts } = verify(draftOf(transcript), transcript);
    const care = facts.filter(({ kind }) => kind === 'procedure' || kind === 'medication');
    expect(care.map(({ kind, text, assertion }) => `${kind} ${text} ${assertion}`)).toEqual(published);
  });
}

describe('care that was not given', () => check(DENIED));
describe('care that was turned down, called off or could not be', () => check(TURNED_DOWN));
describe('a denial of something else', () => check(NOT_DENIED));
describe('medicines that were stopped', () => check(STOPPED));
