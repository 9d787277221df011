import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMetadata, encodeMetadata, METADATA_MAX_BYTES, snapshotOf } from './metadata.ts';
import { OffsetMap, type OffsetSnapshot } from './offset-map.ts';

const empty = (base: number): OffsetSnapshot => ({ base, high: base, unfinished: [] });

/** Ascending offsets with gaps, as a log with control records has them. */
const log = fc
  .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 80 })
  .map((steps) => steps.map((_, index) => steps.slice(0, index + 1).reduce((a, b) => a + b, 0)));

/** What another process makes of a snapshot that went through the broker. */
const throughTheLog = (snapshot: OffsetSnapshot): OffsetSnapshot => {
  const text = encodeMetadata(snapshot.base, { ...snapshot, notes: new Map(), dirty: true, mark: 0 });
  return snapshotOf(snapshot.base, decodeMetadata(snapshot.base, text));
};

describe('The offset map', () => {
  it('tells the example of its docstring', () => {
    const map = new OffsetMap(empty(5));
    for (const offset of [5, 6, 8, 9]) expect(map.deliver(offset)).toBe(true);
    map.finish(6);
    map.finish(9);
    expect(map.snapshot()).toEqual({ base: 5, high: 10, unfinished: [5, 8] });
  });

  it('hands every record over exactly once, whichever finish before an owner dies, over any number of owners', () => {
    fc.assert(
      fc.property(log, fc.array(fc.infiniteStream(fc.boolean()), { minLength: 1, maxLength: 5 }), (offsets, owners) => {
        const finished: number[] = [];
        let snapshot = empty(0);
        for (const coin of [...owners, null]) {
          const map = new OffsetMap(throughTheLog(snapshot));
          const inHand = offsets.filter((offset) => offset >= snapshot.base && map.deliver(offset));
          for (const offset of inHand) {
            if (coin !== null && coin.next().value !== true) continue;
            map.finish(offset);
            finished.push(offset);
          }
          snapshot = map.snapshot();
        }
        expect(finished.sort((a, b) => a - b)).toEqual(offsets);
        expect(snapshot.unfinished).toEqual([]);
        expect(snapshot.base).toBe(offsets.at(-1)! + 1);
      }),
    );
  });

  it('never commits beyond an unfinished record', () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.boolean()), (offsets, coin) => {
        const map = new OffsetMap(empty(0));
        const open = new Set<number>();
        for (const offset of offsets) {
          map.deliver(offset);
          open.add(offset);
          if (coin.next().value !== true) continue;
          map.finish(offset);
          open.delete(offset);
          expect(map.base).toBeLessThanOrEqual(Math.min(...open, Number.POSITIVE_INFINITY));
        }
      }),
    );
  });

  it('takes a record that was delivered before for known', () => {
    const map = new OffsetMap(empty(0));
    expect(map.deliver(0)).toBe(true);
    expect(map.deliver(0)).toBe(false);
    expect(map.deliver(1)).toBe(true);
  });

  it('does not wait for a record that the log has lost', () => {
    const map = new OffsetMap({ base: 3, high: 9, unfinished: [3, 5] });
    expect(map.deliver(7)).toBe(false);
    expect(map.base).toBe(9);
  });

  it('needs a few bytes for one slow record however many overtake it', () => {
    const map = new OffsetMap(empty(0));
    for (let offset = 0; offset < 500_000; offset += 1) map.deliver(offset);
    for (let offset = 1; offset < 500_000; offset += 1) map.finish(offset);
    const { base, high, unfinished } = map.snapshot();
    expect(encodeMetadata(base, { high, unfinished, notes: new Map(), dirty: true, mark: 0 }).length).toBeLessThan(20);
  });

  it('fits the broker with the largest sensible window, each record noted', () => {
    const unfinished = Array.from({ length: 1000 }, (_, index) => index * 3);
    const notes = new Map(unfinished.map((offset) => [offset, { started: true, delayed: true, tries: 2 }]));
    const text = encodeMetadata(0, { high: 3000, unfinished, notes, dirty: true, mark: 3000 });
    expect(text.length).toBeLessThan(METADATA_MAX_BYTES * 0.75);
  });
});

describe('Offset metadata', () => {
  it('comes back as it went', () => {
    const note = fc.record({ started: fc.boolean(), delayed: fc.boolean(), tries: fc.integer({ min: 0, max: 50 }) });
    const data = fc.record({
      base: fc.integer({ min: 0, max: 2 ** 40 }),
      ahead: fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 60 }),
      notes: fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), note), { maxLength: 30 }),
      dirty: fc.boolean(),
      mark: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(data, ({ base, ahead, notes, dirty, mark }) => {
        const told = new Map(notes.map(([offset, one]) => [base + offset, one]));
        const high = base + (ahead.length === 0 ? 0 : 5001);
        // A note below high belongs to a record that is not finished.
        const noted = [...told.keys()].filter((offset) => offset < high);
        const unfinished = [...new Set([...ahead.map((offset) => base + offset), ...noted])].sort((a, b) => a - b);
        const given = { high, unfinished, notes: told, dirty, mark: mark === 0 ? 0 : base + mark };
        expect(decodeMetadata(base, encodeMetadata(base, given))).toEqual(given);
      }),
    );
  });

  it('knows nothing where it is empty, foreign or cut short', () => {
    const nothing = { high: 7, unfinished: [], notes: new Map(), dirty: false, mark: 0 };
    for (const text of ['', null, undefined, 'hello', 'AQ==']) expect(decodeMetadata(7, text)).toEqual(nothing);
  });
});
