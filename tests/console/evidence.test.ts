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
  const anchor = fc.record({
    item: fc.constantFrom('A', 'B', 'C'),
    start: fc.integer({ min: 0, max: 20 }),
    end: fc.integer({ min: 0, max: 24 }),
  });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.array(anchor), (text, anchors: Anchor[]) => {
      const pieces: Piece[] = cutIntoPieces(text, anchors);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const { text: part, start, items } of pieces) {
        for (let at = start; at < start + part.length; at += 1) {
          const over = anchors.filter((one) => one.end <= text.length && one.start <= at && at < one.end);
          expect(new Set(items)).toEqual(new Set(over.map(({ item }) => item)));
        }
      }
    }),
  );
});
