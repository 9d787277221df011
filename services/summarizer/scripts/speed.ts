/**
 * node services/summarizer/scripts/speed.ts [--corpora folder]: consultations a second and core, drafted by the embedded
 * engine, and drafted, verified and assembled; then how the time grows with the length, and how long others wait.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Transcript } from '@clinical/contracts';
import { createEmbeddedEngine, draftOf } from '../src/embedded/engine.ts';
import { summarize } from '../src/summarize.ts';
import { assemble } from '../src/summary/assemble.ts';
import { asNote, joined, ourVisits, visitsOf } from './consultations.ts';

const { corpora } = parseArgs({ options: { corpora: { type: 'string' } } }).values;
const visits = corpora === undefined ? ourVisits() : visitsOf(corpora);
const main = createEmbeddedEngine();
const drafting = { engine: main.engine, degraded: false, usage: null, warnings: [] };
const whole = (visit: Transcript) => assemble(visit, draftOf(visit), drafting);

/** What was read of a segment is remembered by it: each run gets segments of its own. */
const fresh = (visit: Transcript): Transcript => ({ ...visit, segments: visit.segments.map((one) => ({ ...one })) });

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const words = visits.flatMap(({ segments }) => segments).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
console.log(`${visits.length} visits of ${Math.round(words / visits.length)} words on average`);

/** As many before the clock starts as after: a service runs for days, and V8 still compiles in the first seconds. */
const ROUNDS = Math.ceil(1000 / visits.length);
for (let round = 0; round < ROUNDS; round += 1) visits.map(fresh).forEach(whole);
for (const [what, work] of [
  ['drafted', draftOf],
  ['drafted, verified and assembled', whole],
] as const) {
  const took: number[] = [];
  const since = cpuSeconds();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const visit of visits.map(fresh)) {
      const begun = performance.now();
      work(visit);
      took.push(performance.now() - begun);
    }
  }
  const spent = cpuSeconds() - since;
  took.sort((a, b) => a - b);
  const at = (share: number): string => took[Math.floor(share * took.length)]!.toFixed(1);
  const rate = Math.round(took.length / spent);
  console.log(`${what}: ${rate} a CPU second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms (${spent.toFixed(1)} CPU seconds)`);
}

for (const times of [1, 10, 100]) {
  const long = joined(Array.from({ length: times }, (_, i) => visits[i % visits.length]!));
  const kilobytes = long.segments.reduce((sum, { text }) => sum + text.length, 0) / 1000;
  for (const [form, transcript] of [
    ['turns', long],
    ['one note', asNote(long)],
  ] as const) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const since = cpuSeconds();
    delay.enable();
    const summary = await summarize(
      fresh(transcript),
      { main, fallback: null, cache: null },
      AbortSignal.timeout(60_000),
    );
    delay.disable();
    const ms = (cpuSeconds() - since) * 1000;
    const each = `${(ms / times).toFixed(1)} ms a visit`;
    const waits = `others wait at most ${Math.round(delay.max / 1e6)} ms`;
    console.log(
      `${times} visits in one, ${form} (${Math.round(kilobytes)} KB): ${ms.toFixed(0)} ms CPU, ${each}, ${waits}, ${summary.facts.length} facts`,
    );
  }
}
console.log(`resident: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
