import { describe, expect, it } from 'vitest';
import { parseConversation } from './conversation.ts';

const parse = (value: unknown) =>
  parseConversation(typeof value === 'string' ? value : JSON.stringify(value), 'application/json').turns.map(
    ({ label, startMs, endMs, text }) => [label, startMs, endMs, text],
  );
const expected = [
  ['A', 500, 1500, '¿Qué le pasa?'],
  ['B', 2000, 3250, 'Me duele.'],
];
const [first, second] = ['¿Qué le pasa?', 'Me duele.'];

describe('diarised JSON', () => {
  it.each<[string, unknown]>([
    [
      'diarized_json',
      {
        segments: [
          { speaker: 'A', start: 0.5, end: 1.5, text: ` ${first}` },
          { speaker: 'B', start: 2, end: 3.25, text: second },
        ],
      },
    ],
    [
      'utterances in milliseconds',
      {
        utterances: [
          { speaker: 'A', start: 500, end: 1500, text: first },
          { speaker: 'B', start: 2000, end: 3250, text: second },
        ],
      },
    ],
    [
      'turns of our own',
      {
        turns: [
          { speaker: 'A', start_ms: 500, end_ms: 1500, text: first },
          { speaker: 'B', start_ms: 2000, end_ms: 3250, text: second },
        ],
      },
    ],
    [
      'a bare array with clock times',
      [
        { role: 'A', start: '00:00:00.500', end: '0:01.5', content: first },
        { role: 'B', start: '0:02', end: '0:03.25', content: second },
      ],
    ],
    [
      'times as strings',
      {
        results: {
          audio_segments: [
            { speaker_label: 'A', start_time: '0.5', end_time: '1.5', transcript: first },
            { speaker_label: 'B', start_time: '2.0', end_time: '3.25', transcript: second },
          ],
        },
      },
    ],
    [
      'words',
      {
        monologues: [
          { speaker: { label: 'A' }, start: 0.5, end: 1.5, words: ['¿Qué', 'le', { text: 'pasa?' }] },
          { speaker: { name: 'B' }, start: 2, end: 3.25, words: [{ word: 'Me' }, { word: 'duele.' }] },
        ],
      },
    ],
  ])('%s', (_, value) => expect(parse(value)).toEqual(expected));

  it('has speakers that are numbers, no times, and skips what is empty', () => {
    const value = {
      segments: [
        { speaker: 0, text: 'Hi' },
        { speaker: 1, text: ' ' },
        { speaker: null, text: 'Bye', timestamp: [1, 2.5] },
      ],
    };
    expect(parse(value)).toEqual([
      ['Speaker 0', null, null, 'Hi'],
      [null, 1000, 2500, 'Bye'],
    ]);
  });

  it.each<[string, unknown]>([
    ['no JSON', '{"segments": ['],
    ['no list', { text: 'hello' }],
    ['a list of other things', ['hello']],
    ['an entry without text', { segments: [{ speaker: 'A', start: 1 }] }],
    ['null', 'null'],
  ])('refuses %s, and says nothing of its content', (_, value) => {
    expect(() => parse(value)).toThrow(expect.objectContaining({ code: 'diarised_json_invalid' }));
  });

  it('with nothing said is empty', () => {
    expect(() => parse({ segments: [] })).toThrow(expect.objectContaining({ code: 'transcript_empty' }));
  });
});
