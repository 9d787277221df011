/** node services/fhir-mapper/scripts/speed.ts: bundles a second, built and checked, on one core. */
import { bundleOf } from '../src/bundle.ts';
import { SETTINGS, SUBMITTED_AT, summaryOf, WHOLE_VISIT } from '../src/testing/summaries.ts';
import { gate, warmUp } from '../src/validate/gate.ts';

warmUp();
const summary = summaryOf(WHOLE_VISIT);
const build = () => bundleOf(summary, 1, SUBMITTED_AT, SETTINGS);
const bundle = build();

/** Milliseconds of each of `count` runs, sorted, after as many for the compiler. */
function times(count: number, work: () => unknown): number[] {
  for (let i = 0; i < count; i += 1) work();
  return Array.from({ length: count }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  }).sort((a, b) => a - b);
}

for (const [what, count, work] of [
  ['built', 2000, build],
  ['checked', 300, () => gate(bundle)],
  ['built and checked', 300, () => gate(build())],
] as const) {
  const sorted = times(count, work);
  const mean = sorted.reduce((sum, ms) => sum + ms, 0) / count;
  const at = (share: number): string => sorted[Math.floor(share * count)]!.toFixed(2);
  console.log(`${what}: ${Math.round(1000 / mean)} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}
console.log(`${bundle.entry?.length} entries, ${JSON.stringify(bundle).length} characters`);
console.log(`resident: ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
