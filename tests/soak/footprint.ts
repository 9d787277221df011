/** What a process holds, as it says itself over /metrics (prom-client's default metrics). */
export interface Footprint {
  readonly residentMb: number;
  readonly heapMb: number;
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
    heapMb: value('nodejs_heap_size_used_bytes') / 2 ** 20,
    openFiles: value('process_open_fds'),
  };
}

/** One process over a stretch of time: the median it held, and the least of its heap, which is what collections leave. */
export interface Held {
  readonly residentMb: number;
  readonly heapFloorMb: number;
  readonly openFiles: number;
}

export function heldOver(samples: readonly Footprint[]): Held {
  const median = (of: keyof Footprint): number =>
    Math.round(samples.map((sample) => sample[of]).sort((a, b) => a - b)[samples.length >> 1]!);
  return {
    residentMb: median('residentMb'),
    heapFloorMb: Math.round(Math.min(...samples.map(({ heapMb }) => heapMb)) * 10) / 10,
    openFiles: median('openFiles'),
  };
}
