import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtSilence } from './cut.ts';
import { type HeardChunk, mergeChunks } from './merge.ts';
import type { Utterance } from './words.ts';

const utterance = (startMs: number, endMs: number, text: string, speaker: string | null = null): Utterance => ({
  startMs,
  endMs,
  text,
  speaker,
});
const text = (utterances: readonly Utterance[]): string => utterances.map((one) => one.text).join(' ');
const merge = (...chunks: HeardChunk[]) => mergeChunks(chunks, { overlapMs: 2000 });

describe('merging chunks', () => {
  it('joins a sentence that both heard in part, without the word that the edge cut', () => {
    const merged = merge(
      { seamMs: null, timed: true, utterances: [utterance(0, 11_000, 'Me duele la cabeza desde hace tres dí')] },
      {
        seamMs: 10_000,
        timed: true,
        utterances: [utterance(9_000, 14_000, 'beza desde hace tres días y tengo fiebre.')],
      },
    );
    expect(merged.map((one) => one.text)).toEqual(['Me duele la cabeza desde hace tres días y tengo fiebre.']);
    expect(merged[0]).toMatchObject({ startMs: 0, endMs: 14_000 });
  });

  it('goes by time where the chunks share no words', () => {
    const merged = merge(
      { seamMs: null, timed: true, utterances: [utterance(0, 9_400, 'No fever.'), utterance(10_500, 11_000, 'Ye')] },
      { seamMs: 10_000, timed: true, utterances: [utterance(10_500, 12_000, 'Yes, sometimes.')] },
    );
    expect(text(merged)).toBe('No fever. Yes, sometimes.');
  });

  it('keeps a word that is said again', () => {
    const merged = merge(
      {
        seamMs: null,
        timed: true,
        utterances: [utterance(0, 9_500, 'Two days.'), utterance(9_600, 10_900, 'Two days?')],
      },
      {
        seamMs: 10_000,
        timed: true,
        utterances: [utterance(9_600, 10_900, 'Two days?'), utterance(11_500, 12_500, 'Two days.')],
      },
    );
    expect(text(merged)).toBe('Two days. Two days? Two days.');
  });

  it('aligns text without times', () => {
    const merged = merge(
      {
        seamMs: null,
        timed: false,
        utterances: [utterance(0, 40_000, 'I take one pill in the morning and another one')],
      },
      { seamMs: 39_000, timed: false, utterances: [utterance(38_000, 60_000, 'morning and another one at night.')] },
    );
    expect(text(merged)).toBe('I take one pill in the morning and another one at night.');
  });

  it('carries speakers over a seam where a recogniser names them anew', () => {
    const merged = merge(
      {
        seamMs: null,
        timed: true,
        utterances: [
          utterance(0, 8_000, 'Any allergies?', 'A'),
          utterance(8_500, 10_800, 'Just penicillin, doctor.', 'B'),
        ],
      },
      {
        seamMs: 10_000,
        timed: true,
        utterances: [
          utterance(9_000, 10_800, 'Just penicillin, doctor.', 'A'),
          utterance(12_000, 14_000, 'Good to know.', 'B'),
        ],
      },
    );
    expect(merged.map((one) => [one.speaker, one.text])).toEqual([
      ['A', 'Any allergies?'],
      ['B', 'Just penicillin, doctor.'],
      ['A', 'Good to know.'],
    ]);
  });

  it('neither loses nor doubles a word, wherever the cuts fall', () => {
    const word = fc.constantFrom(
      'no',
      'sí',
      'fiebre',
      'dolor',
      'the',
      'pain',
      'días',
      'tres',
      'y',
      'cabeza',
      'again',
      'pecho',
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 20, maxLength: 120 }),
        fc.integer({ min: 5_000, max: 15_000 }),
        (words, cut) => {
          // 400 ms a word, no pause anywhere: the hardest case for a cut.
          const spoken = words.map((said, index) => ({
            said: `${said}${index % 7}`,
            startMs: index * 400,
            endMs: index * 400 + 400,
          }));
          const total = words.length * 400;
          const chunks = cutAtSilence([{ startMs: 0, endMs: total }], total, {
            maxMs: cut,
            overlapMs: 2_000,
            skipSilenceMs: 20_000,
          });
          const heard = chunks.map((chunk): HeardChunk => {
            const inside = spoken.filter((one) => one.endMs > chunk.startMs && one.startMs < chunk.endMs);
            const said = inside.map((one) => {
              const whole = one.startMs >= chunk.startMs && one.endMs <= chunk.endMs;
              return whole ? one.said : one.said.slice(0, 1);
            });
            const first = Math.max(chunk.startMs, inside[0]!.startMs);
            return {
              seamMs: chunk.seamMs,
              timed: true,
              utterances: [utterance(first, Math.min(chunk.endMs, inside.at(-1)!.endMs), said.join(' '))],
            };
          });
          expect(text(merge(...heard))).toBe(spoken.map((one) => one.said).join(' '));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('cutting', () => {
  const limits = { maxMs: 10_000, overlapMs: 2_000, skipSilenceMs: 20_000 };

  it('cuts in the longest pause of what fits, and overlaps around it', () => {
    const speech = [
      { startMs: 1_000, endMs: 6_500 },
      { startMs: 6_700, endMs: 7_500 },
      { startMs: 8_500, endMs: 14_000 },
    ];
    expect(cutAtSilence(speech, 15_000, limits)).toEqual([
      { startMs: 600, endMs: 9_000, seamMs: null },
      { startMs: 7_000, endMs: 14_400, seamMs: 8_000 },
    ]);
  });

  it('does not send long silences', () => {
    const speech = [
      { startMs: 5_000, endMs: 6_000 },
      { startMs: 60_000, endMs: 61_000 },
    ];
    expect(cutAtSilence(speech, 120_000, limits)).toEqual([
      { startMs: 4_600, endMs: 6_400, seamMs: null },
      { startMs: 59_600, endMs: 61_400, seamMs: null },
    ]);
  });

  it('covers all speech with chunks of the allowed length', () => {
    const span = fc.tuple(fc.integer({ min: 250, max: 30_000 }), fc.integer({ min: 100, max: 30_000 }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 30 }), (lengths) => {
        let at = 0;
        const speech = lengths.map(([length, pause]) => {
          const one = { startMs: at, endMs: at + length };
          at += length + pause;
          return one;
        });
        const chunks = cutAtSilence(speech, at, limits);
        for (const chunk of chunks) {
          expect(chunk.endMs - chunk.startMs).toBeLessThanOrEqual(limits.maxMs + 1);
          expect(chunk.endMs).toBeGreaterThan(chunk.startMs);
        }
        for (const one of speech) {
          for (const point of [one.startMs, (one.startMs + one.endMs) / 2, one.endMs]) {
            expect(chunks.some((chunk) => chunk.startMs <= point && point <= chunk.endMs)).toBe(true);
          }
        }
      }),
    );
  });
});
