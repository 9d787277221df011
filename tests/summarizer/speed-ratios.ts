/**
 * node tests/summarizer/speed-ratios.ts draft|summary|turns|note <limit>: prints how much one work costs beside another, both
 * on our own consultations. A process of its own, as the service is: a test runner's wrapping of every import costs a
 * fifth of so fine-grained a work.
 */
import type { Transcript } from '@clinical/contracts';
import { asNote, joined, ourVisits } from '../../services/summarizer/scripts/consultations.ts';
import { createEmbeddedEngine, draftOf } from '../../services/summarizer/src/embedded/engine.ts';
import { assemble } from '../../services/summarizer/src/summary/assemble.ts';

type Work = (visit: Transcript) => unknown;

const drafting = { engine: createEmbeddedEngine().engine, degraded: false, usage: null, warnings: [] };
const whole: Work = (visit) => assemble(visit, draftOf(visit), drafting);

/** Counts the words of a visit as plainly as can be, so many times that it takes about as long as a draft. */
const plain: Work = ({ segments }) => {
  const words = new Map<string, number>();
  for (let time = 0; time < 25; time += 1)
    for (const { text } of segments)
      for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}']+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  return words.size;
};

/** What was read of a segment is remembered by it: each time gets segments of its own. */
const fresh = (visit: Transcript): Transcript => ({ ...visit, segments: visit.segments.map((one) => ({ ...one })) });

/** Milliseconds of the processor for all of the visits: others' work on the machine does not count. */
function cost(work: Work, visits: readonly Transcript[]): number {
  const copies = visits.map(fresh);
  const before = process.threadCpuUsage();
  copies.forEach(work);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

type Side = readonly [work: Work, visits: readonly Transcript[]];

/** Work beside other work, by turns, so long that the clock's grain is of no account. */
function once(one: Side, other: Side): number {
  const LONG_MS = 100;
  let [mine, beside] = [0, 0];
  while (mine < LONG_MS || beside < LONG_MS) {
    mine += cost(...one);
    beside += cost(...other);
  }
  return mine / beside;
}

/** The first goes by until the compiler has seen the code; a starved one may need more. */
function ratio(one: Side, other: Side, limit: number): number {
  const TIMES = 40;
  once(one, other);
  for (let time = 1; ; time += 1) {
    const now = once(one, other);
    if (now < limit || time === TIMES) return now;
  }
}

const visits = ourVisits().slice(0, 6);
const [what = '', limit = ''] = process.argv.slice(2);
const SIDES: Readonly<Record<string, readonly [Side, Side]>> = {
  draft: [
    [draftOf, visits],
    [plain, visits],
  ],
  summary: [
    [whole, visits],
    [plain, visits],
  ],
  turns: [
    [whole, [joined(visits)]],
    [whole, visits],
  ],
  note: [
    [whole, [asNote(joined(visits))]],
    [whole, visits.map(asNote)],
  ],
};
const sides = SIDES[what];
if (sides === undefined) throw new Error(`No such work: ${what}`);
console.log(ratio(...sides, Number(limit)));
