/** What a process holds, as it says itself over /metrics (prom-client's default metrics). */
export interface Footprint {
  readonly residentMb: number;
  /** Left by the last full collection. */
  readonly liveHeapMb: number;
  /** What V8 has taken for its heap, used or not. */
  readonly heapTotalMb: number;
  readonly openFiles: number;
}

export async function footprint(metricsUrl: string): Promise<Footprint> {
  const response = await fetch(metricsUrl);
  const text = await response.text();
  const value = (name: string): number => {
    const found = new RegExp(`^${name}(?:\\{.*\\})? (\\S+)`, 'm').exec(text);
    if (found === null) throw new Error(`${metricsUrl} does not tell ${name}`);
    return Number(found[1]);
  };
  return {
    residentMb: value('process_resident_memory_bytes') / 2 ** 20,
    liveHeapMb: value('nodejs_heap_live_bytes') / 2 ** 20,
    heapTotalMb: value('nodejs_heap_size_total_bytes') / 2 ** 20,
    openFiles: value('process_open_fds'),
  };
}

/**
 * One process over a stretch of time: medians, and the peak. What V8 has taken for its heap goes up and down in steps
 * with the load; what is live in it, and what is outside of it, would tell of a leak.
 */
export interface Held {
  readonly residentMb: number;
  readonly peakMb: number;
  readonly liveHeapMb: number;
  readonly outsideMb: number;
  readonly openFiles: number;
}

export function heldOver(samples: readonly Footprint[]): Held {
  const sorted = (of: (sample: Footprint) => number): number[] => samples.map(of).sort((a, b) => a - b);
  const median = (of: (sample: Footprint) => number): number => Math.round(sorted(of)[samples.length >> 1]!);
  return {
    residentMb: median(({ residentMb }) => residentMb),
    peakMb: Math.round(sorted(({ residentMb }) => residentMb).at(-1)!),
    liveHeapMb: Math.round(sorted(({ liveHeapMb }) => liveHeapMb)[samples.length >> 1]! * 10) / 10,
    outsideMb: median(({ residentMb, heapTotalMb }) => residentMb - heapTotalMb),
    openFiles: median(({ openFiles }) => openFiles),
  };
}
