import { describe, expect, it } from 'vitest';
import { collapseLoop, dropHallucinations } from './hallucinations.ts';

const SPEECH = [{ startMs: 0, endMs: 60_000 }];
const SETTINGS = { minVoicedShare: 0.1, maxWordsPerSecond: 9 };
const guard = (texts: readonly string[], speech = SPEECH, lengthMs = 3_000) =>
  dropHallucinations(
    texts.map((text, index) => ({ text, speaker: null, startMs: index * lengthMs, endMs: (index + 1) * lengthMs })),
    speech,
    SETTINGS,
  );
const kept = (texts: readonly string[], speech = SPEECH) => guard(texts, speech).kept.map((one) => one.text);

describe('the hallucination guard', () => {
  it.each([
    'Subtítulos realizados por la comunidad de Amara.org',
    'Subtitles by the Amara.org community',
    '¡Gracias por ver el video!',
    'Thanks for watching!',
    'Suscríbete al canal y activa la campanita.',
    "Don't forget to like and subscribe.",
    'Más información en www.ejemplo.com',
  ])('drops the phantom %j, even where a voice is', (text) => {
    const { kept: left, warnings } = guard([text, 'Me duele la cabeza.']);
    expect(left.map((one) => one.text)).toEqual(['Me duele la cabeza.']);
    expect(warnings).toEqual([{ code: 'hallucination_dropped', detail: expect.stringContaining('1 phantom phrases') }]);
    expect(warnings[0]!.detail).not.toContain(text.slice(0, 12));
  });

  it('drops text where no voice is, and keeps the same where one is', () => {
    expect(kept(['Gracias.', 'I have chest pain.'], [])).toEqual([]);
    expect(kept(['Gracias.', 'I have chest pain.'])).toEqual(['Gracias.', 'I have chest pain.']);
    expect(kept(['Sí.', 'No.'], [{ startMs: 3_500, endMs: 4_500 }])).toEqual(['No.']);
  });

  it('drops a loop of utterances, but not a question that is asked three times', () => {
    expect(kept(new Array(6).fill('the patient is fine'))).toEqual(['the patient is fine']);
    expect(kept(new Array(3).fill('¿Le duele aquí?'))).toHaveLength(3);
    expect(kept(new Array(5).fill('No.'))).toHaveLength(5);
  });

  it('drops more words than the voice had time for', () => {
    const flood = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    expect(guard([flood]).warnings[0]!.detail).toContain('1 faster than speech');
  });

  it('leaves a conversation as it is, without a warning', () => {
    const said = [
      'No, no, no, fiebre no.',
      'I saw a video about subtitles by a doctor, and then I got worried about this thing here.',
      'Thank you.',
      'See you in the next visit.',
    ];
    expect(guard(said)).toMatchObject({ kept: said.map((text) => ({ text })), warnings: [] });
  });
});

describe('a loop inside of a text', () => {
  it.each([
    [
      'I feel fine and then I feel fine and then I feel fine and then I feel fine and then stop',
      'I feel fine and then stop',
    ],
    [`${'no '.repeat(20)}`.trim(), 'no'],
    ['Sí. No, no, no me duele.', 'Sí. No, no, no me duele.'],
    ['Tome una cada ocho horas.', 'Tome una cada ocho horas.'],
  ])('%j', (given, expected) => expect(collapseLoop(given)).toBe(expected));
});
