import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConversation } from './parse/conversation.ts';
import { segmentsOf } from './segments.ts';
import { pieces, splitLongTurns } from './split.ts';
import { turn } from './turn.ts';

const segment = (text: string, type = 'text/plain', languageHint: string | null = null) => {
  const { turns, form } = parseConversation(text, type);
  return segmentsOf(turns, { maxChars: 200, languageHint, form, labelledBy: 'given' });
};

describe('speakers', () => {
  it('have the role of their label, and never a name', () => {
    const { segments } = segment(
      'Dr. García: Hola.\nAna López (madre): Buenas.\nPaciente: Hola.\nEnfermera Lucía: Pase.',
    );
    expect(
      segments.map(({ id, speaker, speaker_label, speaker_source }) => [id, speaker, speaker_label, speaker_source]),
    ).toEqual([
      ['s1', 'clinician', 'Dr.', 'given'],
      ['s2', 'other', 'madre', 'given'],
      ['s3', 'patient', 'Paciente', 'given'],
      ['s4', 'clinician', 'Enfermera', 'given'],
    ]);
  });

  it('are inferred where labels name no role, and names become letters', () => {
    const { segments } = segment(`Marta: Good morning, what brings you in today?
Joe: I've been having chest pain for two days, doctor.
Marta: Do you have any other symptoms?
Joe: My arm feels numb.`);
    expect(
      segments.map(({ speaker, speaker_label, speaker_source }) => [speaker, speaker_label, speaker_source]),
    ).toEqual([
      ['clinician', 'A', 'inferred'],
      ['patient', 'B', 'inferred'],
      ['clinician', 'A', 'inferred'],
      ['patient', 'B', 'inferred'],
    ]);
    expect(JSON.stringify(segments)).not.toMatch(/Marta|Joe/);
  });

  it('are inferred from recogniser labels in Spanish, a parent being another', () => {
    const json = (lines: [string, string][]) =>
      JSON.stringify({ segments: lines.map(([speaker, text]) => ({ speaker, text })) });
    const { segments } = segment(
      json([
        ['SPEAKER_01', 'Mi hija tiene fiebre desde ayer y no quiere comer.'],
        ['SPEAKER_00', '¿Ha tenido vómitos o diarrea?'],
        ['SPEAKER_01', 'No, pero mi hija no duerme y estoy preocupada.'],
        ['SPEAKER_00', 'Vamos a pedir una analítica y le voy a recetar un jarabe.'],
      ]),
      'application/json',
    );
    expect(segments.map((one) => one.speaker)).toEqual(['other', 'clinician', 'other', 'clinician']);
    expect(segments[0]!.speaker_label).toBe('SPEAKER_01');
  });

  it('stay unknown where nothing tells, as in a note', () => {
    const { segments } = segment('Paciente de 45 años con cefalea.');
    expect(segments[0]).toMatchObject({ speaker: 'unknown', speaker_label: null, speaker_source: 'none' });
    const vague = segment('A: Sí.\nB: Bueno.\nA: Claro.\nB: Vale.').segments;
    expect(vague.map(({ speaker, speaker_label }) => [speaker, speaker_label])[0]).toEqual(['unknown', 'A']);
  });

  it('are inferred segment by segment where a recogniser tells no speakers', () => {
    const cue = (text: string, at: number) => `00:${10 + at}.000 --> 00:${11 + at}.000\n${text}`;
    const said = [
      'What brings you in today?',
      'I have a sore throat.',
      'Have you had any fever?',
      'No.',
      "Let me take a look. I'm going to examine your throat.",
    ];
    const { segments } = segment(`WEBVTT\n\n${said.map(cue).join('\n\n')}`, 'text/vtt');
    expect(segments.map((one) => one.speaker)).toEqual(['clinician', 'patient', 'clinician', 'patient', 'clinician']);
  });

  it('that are labelled against what they say are told of, and left as they are', () => {
    const { segments, warnings } = segment(`Patient: What brings you in today? Have you had any fever?
Doctor: I've been having a cough and my chest hurts.
Patient: I'm going to order an x-ray and prescribe your inhaler.
Doctor: I feel tired and I have a headache, doctor.`);
    expect(segments[0]!.speaker).toBe('patient');
    expect(warnings.map((warning) => warning.code)).toEqual(['speaker_labels_doubtful']);
  });
});

describe('language', () => {
  it.each([
    ['Me duele la cabeza desde ayer.', 'es'],
    ['My head has been hurting since yesterday.', 'en'],
    ['Cefalea, náuseas y fotofobia.', 'es'],
    ['No chest pain or shortness of breath.', 'en'],
    ['12/8', 'und'],
  ])('%j is %s', (text, language) => expect(segment(text).language).toBe(language));

  it('of short turns is that of their neighbours, of nothing else the hint', () => {
    const { segments, language } = segment(
      'Doctor: ¿Tiene usted fiebre por la noche?\nPaciente: No.\nDoctor: ¿Y le duele al tragar?\nPaciente: Mm.',
    );
    expect(segments.map((one) => one.language)).toEqual(['es', 'es', 'es', 'es']);
    expect(language).toBe('es');
    expect(segment('No.', 'text/plain', 'en-US').language).toBe('en');
    expect(segment('No.').language).toBe('und');
  });

  it('is mixed where both carry clauses of their own', () => {
    const switched = segment(`Doctor: How long have you had the pain in your stomach?
Patient: Desde hace como tres semanas, me duele mucho después de comer.
Doctor: And have you taken anything for it?
Patient: I took some Tums, pero no me quitaron el dolor para nada.`);
    expect(switched.language).toBe('mixed');
    expect(switched.segments.map((one) => one.language)).toEqual(['en', 'es', 'en', 'mixed']);
    expect(
      segment('Doctor: Good morning, señora. How are you feeling today?\nPatient: I am doing well, thank you so much.')
        .language,
    ).toBe('en');
  });
});

describe('long turns', () => {
  it('are cut at sentence ends, with their times shared out', () => {
    const text = `El Dr. Gil pautó 2.5 mg. ${'Sigue igual. '.repeat(30)}`.trim();
    const cut = splitLongTurns([turn(text, 'Doctor', 0, 10_000)], 200);
    expect(cut.length).toBeGreaterThan(1);
    for (const one of cut) expect(one.text).toMatch(/\.$/);
    expect(cut[0]!.startMs).toBe(0);
    expect(cut.at(-1)!.endMs).toBe(10_000);
  });

  it('lose nothing but white space at the cuts, and never split a code point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 4, max: 60 }), (text, max) => {
        const parts = pieces(text, max);
        expect(
          parts
            .map(({ from, to }) => text.slice(from, to))
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        for (const { from, to } of parts) {
          expect(to - from).toBeLessThanOrEqual(max);
          if (text.isWellFormed()) expect(text.slice(from, to).isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
