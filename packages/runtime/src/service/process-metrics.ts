import { constants, type PerformanceEntry, PerformanceObserver } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';
import { collectDefaultMetrics, Gauge, type Registry } from 'prom-client';

/**
 * What every process shows of itself: prom-client's defaults, and the heap that the last full collection left. The
 * resident size of a process goes up and down in steps as V8 sizes its young generation; this alone tells of a leak.
 */
export function processMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
  const live = new Gauge({
    name: 'nodejs_heap_live_bytes',
    help: 'Heap in use right after the last full garbage collection; 0 before the first',
    registers: [registry],
  });
  new PerformanceObserver((list) => {
    if (list.getEntries().some(isFull)) live.set(getHeapStatistics().used_heap_size);
  }).observe({ entryTypes: ['gc'] });
}

const isFull = (entry: PerformanceEntry): boolean =>
  (entry as PerformanceEntry & { detail?: { kind?: number } }).detail?.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
