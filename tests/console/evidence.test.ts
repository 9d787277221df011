import fc from 'fast-check';
import { expect, test } from 'vitest';
import { consoleModule } from './module.ts';

const { cutIntoPieces } = await consoleModule('evidence.js');

interface Anchor {
  readonly item: string;
  readonly start: number;
  readonly end: number;
}
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly items: readonly string[];
}

test('overlapping quotes share pieces', () => {
  const pieces = cutIntoPieces('abcdef', [
    { item: 'A', start: 0, end: 4 },
    { item: 'B', start: 2, end: 6 },
  ]);
  expect(pieces).toEqual([
    { text: 'ab', start: 0, items: ['A'] },
    { text: 'cd', start: 2, items: ['A', 'B'] },
    { text: 'ef', start: 4, items: ['B'] },
  ]);
});

test('a quote that does not fit into its segment marks nothing', () => {
  expect(cutIntoPieces('abc', [{ item: 'A', start: 1, end: 9 }])).toEqual([{ text: 'abc', start: 0, items: [] }]);
});

test('for any text and quotes: the pieces are the text, and each character names exactly the quotes over it', () => {
  // Any UTF-16 code units, lone surrogates too: offsets count units, not characters.
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
  const anchor = fc.record({
    item: fc.constantFrom('A', 'B', 'C'),
    start: fc.integer({ min: 0, max: 20 }),
    end: fc.integer({ min: 0, max: 24 }),
  });
  fc.assert(
    fc.property(units, fc.array(anchor), (codes, anchors: Anchor[]) => {
      const text = String.fromCharCode(...codes);
      const pieces: Piece[] = cutIntoPieces(text, anchors);
      const whole = anchors.filter(({ end }) => end <= text.length);
      const shown = pieces.flatMap(({ text: part, items }) =>
        Array.from({ length: part.length }, () => [...items].sort().join()),
      );
      const wanted = Array.from({ length: text.length }, (_, at) => {
        const over = whole.filter(({ start, end }) => start <= at && at < end);
        return [...new Set(over.map(({ item }) => item))].sort().join();
      });
      return pieces.map((piece) => piece.text).join('') === text && shown.join(' ') === wanted.join(' ');
    }),
  );
});
