import { expect, test } from 'vitest';
import { type AbortedTransaction, type FetchedRecord, hideAborted } from './aborted.ts';

const data = (offset: number, producerId: string, inTransaction = true): FetchedRecord => ({
  offset: String(offset),
  key: Buffer.from([0, 0, 0, 0]),
  isControlRecord: false,
  batchContext: { producerId, inTransaction },
});

const marker = (offset: number, producerId: string, type: 'abort' | 'commit'): FetchedRecord => ({
  ...data(offset, producerId),
  key: Buffer.from([0, 0, 0, type === 'abort' ? 0 : 1]),
  isControlRecord: true,
});

const since = (producerId: string, firstOffset: number): AbortedTransaction => ({
  producerId,
  firstOffset: String(firstOffset),
});

/** Offsets that a reader gets. */
function seen(records: FetchedRecord[], aborted: AbortedTransaction[]): number[] {
  hideAborted(records, aborted);
  return records.filter(({ isControlRecord }) => !isControlRecord).map(({ offset }) => Number(offset));
}

test('two that overlap, named in the order in which they ended', () => {
  const records = [data(8, 'A'), data(9, 'B'), marker(10, 'B', 'abort'), marker(11, 'A', 'abort'), data(12, 'A')];
  expect(seen(records, [since('B', 9), since('A', 8)])).toEqual([12]);
});

test('two that began before what was fetched', () => {
  const records = [data(12, 'B'), data(13, 'A'), marker(14, 'A', 'abort'), marker(15, 'B', 'abort'), data(16, 'B')];
  expect(seen(records, [since('A', 10), since('B', 11)])).toEqual([16]);
});

test('one producer aborts, commits and aborts again; others are not touched', () => {
  const records = [
    data(1, 'A'),
    data(2, 'C', false),
    marker(3, 'A', 'abort'),
    data(4, 'A'),
    data(5, 'B'),
    marker(6, 'A', 'commit'),
    data(7, 'A'),
    marker(8, 'B', 'commit'),
    marker(9, 'A', 'abort'),
  ];
  expect(seen(records, [since('A', 1), since('A', 7)])).toEqual([2, 4, 5]);
});

test('the marker is yet to come', () => {
  expect(seen([data(1, 'A'), data(2, 'A')], [since('A', 1)])).toEqual([]);
});

test('a commit marker ends nothing', () => {
  const records = [data(1, 'B'), marker(2, 'B', 'commit'), data(3, 'A'), marker(4, 'B', 'commit'), data(5, 'A')];
  expect(seen(records, [since('A', 3)])).toEqual([1]);
});
