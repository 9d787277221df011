import type { StreamEvent } from '../jobs/event.ts';
import { StateUnavailableError } from '../jobs/redis.ts';
import type { JobStore } from '../jobs/store.ts';
import type { LiveEvents } from './live.ts';

export interface Follow {
  readonly store: JobStore;
  readonly live: LiveEvents;
  /** Look into the history this often, in case that an event was lost on its way. */
  readonly recheckMs: number;
  readonly signal: AbortSignal;
}

/**
 * A job's events above a sequence number, in its order, each once, until one that is terminal and the last.
 *
 * 1. backfill: subscribed already, so that live events pile up; the history is read and given out.
 * 2. cut-over: what piled up follows, less what the history had.
 * 3. live: each event as it comes.
 *
 * A lost Redis connection leads back to 1 from where the reader stands. Throws StateUnavailableError only where Redis
 * is away at the start; ends silently when the signal is aborted.
 */
export async function* follow(
  jobId: string,
  after: number,
  { store, live, recheckMs, signal }: Follow,
): AsyncGenerator<StreamEvent, void> {
  const arrived: StreamEvent[] = [];
  let behind = true;
  let wake = () => {};
  const rouse = () => wake();
  using _subscription = await live.subscribe(jobId, {
    event: (event) => {
      arrived.push(event);
      wake();
    },
    missed: () => {
      behind = true;
      wake();
    },
  });
  const recheck = setInterval(() => {
    behind = true;
    wake();
  }, recheckMs);
  signal.addEventListener('abort', rouse);
  try {
    let last = after;
    let started = false;
    while (!signal.aborted) {
      let batch: StreamEvent[];
      if (behind) {
        behind = false;
        try {
          batch = await store.eventsAfter(jobId, last);
        } catch (error) {
          if (!started || !(error instanceof StateUnavailableError)) throw error;
          batch = []; // `missed` comes with the connection, else the recheck.
        }
        started = true;
      } else {
        batch = arrived.splice(0);
      }
      let ended = false;
      for (const event of batch) {
        if (event.seq <= last || signal.aborted) continue;
        last = event.seq;
        ended = event.terminal;
        yield event;
      }
      if (ended && arrived.every(({ seq }) => seq <= last)) return;
      if (behind || arrived.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (signal.aborted) resolve();
      });
      wake = () => {};
    }
  } finally {
    clearInterval(recheck);
    signal.removeEventListener('abort', rouse);
  }
}
