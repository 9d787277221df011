import { describe, expect, it } from 'vitest';
import { parseConversation } from './conversation.ts';

const turns = (text: string) => parseConversation(text, 'text/plain').turns.map((turn) => [turn.label, turn.text]);
const form = (text: string) => parseConversation(text, 'text/plain').form;

describe('labelled dialogue', () => {
  it.each([
    ['Doctor: ¿Qué le pasa?\nPaciente: Me duele la cabeza.', ['Doctor', 'Paciente']],
    ['Dr. García: ¿Qué le pasa?\nJuana Ruiz (paciente): Me duele la cabeza.', ['Dr. García', 'Juana Ruiz (paciente)']],
    ['[doctor] ¿Qué le pasa?\n[patient] Me duele la cabeza.', ['doctor', 'patient']],
    ['DOCTOR - ¿Qué le pasa?\nPACIENTE – Me duele la cabeza.', ['DOCTOR', 'PACIENTE']],
    ['Médico: ¿Qué le pasa?\nMadre: Me duele la cabeza.', ['Médico', 'Madre']],
    ['D: ¿Qué le pasa?\nP: Me duele la cabeza.', ['D', 'P']],
    ['**Doctora:** ¿Qué le pasa?\n**Paciente:** Me duele la cabeza.', ['Doctora', 'Paciente']],
    ['- Enfermera: ¿Qué le pasa?\n- Paciente: Me duele la cabeza.', ['Enfermera', 'Paciente']],
    ['\uFEFFDoctor:\r\n¿Qué le pasa?\r\n\r\n\r\nPaciente:\r\nMe duele la cabeza.\r\n', ['Doctor', 'Paciente']],
    ['Doctor: ¿Qué le pasa? Paciente: Me duele la cabeza.', ['Doctor', 'Paciente']],
    ['Speaker 1: ¿Qué le pasa?\nSpeaker 2: Me duele la cabeza.', ['Speaker 1', 'Speaker 2']],
    ['Guest_family: ¿Qué le pasa?\nDoctor_2: Me duele la cabeza.', ['Guest_family', 'Doctor_2']],
  ])('%j', (text, labels) => {
    expect(turns(text)).toEqual([
      [labels[0], '¿Qué le pasa?'],
      [labels[1], 'Me duele la cabeza.'],
    ]);
  });

  it('keeps turns of several lines, colons and clock times inside of them verbatim', () => {
    const text = `Doctor: Tome esto:
  - paracetamol, 500 mg
  - reposo

a las 8:30.
Paciente: De acuerdo.`;
    expect(turns(text)).toEqual([
      ['Doctor', 'Tome esto:\n  - paracetamol, 500 mg\n  - reposo\n\na las 8:30.'],
      ['Paciente', 'De acuerdo.'],
    ]);
  });

  it('keeps what stands before the first turn', () => {
    expect(turns('Visit of today\n\nDoctor: Hi.\nPatient: Hello.')[0]).toEqual([null, 'Visit of today']);
  });

  it('reads times before and after labels', () => {
    const timed = parseConversation('[00:01] Doctor: Hi.\n[01:02:03.5] Patient: Hello.', 'text/plain').turns;
    expect(timed.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [1000, 3_723_500],
      [3_723_500, null],
    ]);
    const exported = parseConversation(
      'Speaker 1  0:03\nHow are you?\n\nSpeaker 2  0:05\nNot well.',
      'text/plain',
    ).turns;
    expect(exported.map(({ label, startMs, text }) => [label, startMs, text])).toEqual([
      ['Speaker 1', 3000, 'How are you?'],
      ['Speaker 2', 5000, 'Not well.'],
    ]);
  });

  it('takes names for speakers where they take turns', () => {
    const text = 'Marta: Hi, how are you?\nJoe: My knee hurts.\nMarta: Since when?\nJoe: Since May.';
    expect(turns(text).map(([label]) => label)).toEqual(['Marta', 'Joe', 'Marta', 'Joe']);
  });

  it('takes dashes for turns where somebody asks', () => {
    expect(turns('—¿Qué la trae por aquí?\n— Me duele el pecho.\n\n—¿Desde cuándo?')).toEqual([
      [null, '¿Qué la trae por aquí?'],
      [null, 'Me duele el pecho.'],
      [null, '¿Desde cuándo?'],
    ]);
  });

  it('takes titles for speakers beside a doctor', () => {
    const text = '[00:03] DR. SMITH: Where is it?\n[00:09] MRS. BROWN: On my arm.';
    expect(turns(text)).toEqual([
      ['DR. SMITH', 'Where is it?'],
      ['MRS. BROWN', 'On my arm.'],
    ]);
  });

  it('lets a note that follows be said by nobody', () => {
    const text = 'Doctor: What hurts?\nPatient: My chest.\n\nAssessment: angina.\nPlan: ECG.';
    expect(turns(text).slice(1)).toEqual([
      ['Patient', 'My chest.'],
      [null, 'Assessment: angina.'],
      [null, 'Plan: ECG.'],
    ]);
  });

  it('takes a lone turn for one where it is spoken', () => {
    expect(turns('Paciente: me duele la espalda.')).toEqual([['Paciente', 'me duele la espalda.']]);
    expect(turns('Doctor: You can take ibuprofen.')).toEqual([['Doctor', 'You can take ibuprofen.']]);
  });
});

describe('notes', () => {
  it.each([
    'Paciente de 45 años, masculino, presenta dolor de cabeza desde hace 3 días, severidad moderada.',
    'Paciente: varón de 45 años.',
    'Nombre: Ana.\nEdad: 40 años.\nMédico: Luis Gil.\nMotivo de consulta: tos.\nAlergias: ninguna.',
    'Paciente: Juan Pérez\nMédico: Dra. Gil\nFecha: 2024-01-02\nMotivo de consulta: tos de 3 días.\nPlan: reposo.',
    'Patient: John Smith\nDOB: 01/02/1980\nProvider: Dr. Jones\nJohn is a 44-year-old male with chest pain.',
    '- cefalea\n- fiebre\n- tos',
    'S: Headache for two days.\nO: Afebrile.\nA: Migraine.\nP: Ibuprofen.',
    'Chief Complaint: cough\nHistory: three days of cough\nPlan: rest',
    'Patient Information: 40 years old\nNurse Notes: stable',
    'The plan was discussed with the doctor: rest and fluids. The patient: agreed.',
  ])('are no dialogue: %j', (text) => {
    expect(form(text)).toBe('note');
    expect(turns(text)).toEqual([[null, text]]);
  });

  it('are cut at blank lines', () => {
    expect(turns('Cefalea.\nTres días.\n \nSin fiebre.')).toEqual([
      [null, 'Cefalea.\nTres días.'],
      [null, 'Sin fiebre.'],
    ]);
  });

  it('must say something', () => {
    expect(() => turns(' \n\uFEFF ')).toThrow(expect.objectContaining({ code: 'transcript_empty' }));
  });
});
