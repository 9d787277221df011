import { type Control, TOPICS } from '@clinical/contracts';
import type { Codec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import { createReader } from '../reader/reader.ts';

export type Fate = 'live' | 'cancelled' | 'erased';

/** What clients have asked to stop, known to every instance: the control topic, folded. */
export interface ControlWatcher {
  fate(job: string, attempt: number): Fate;
  /** False until everything that was asked before the start is known. */
  ready(): boolean;
  stop(): Promise<void>;
}

/** Erasing outranks cancelling; a cancel stands for its attempt and all before. */
export class ControlState {
  readonly #cancelled = new Map<string, number>();
  readonly #erased = new Set<string>();

  apply(control: Pick<Control, 'job_id' | 'attempt' | 'action'>): void {
    if (control.action === 'erase') {
      this.#erased.add(control.job_id);
      this.#cancelled.delete(control.job_id);
    } else {
      const known = this.#cancelled.get(control.job_id) ?? 0;
      this.#cancelled.set(control.job_id, Math.max(known, control.attempt));
    }
  }

  fate(job: string, attempt: number): Fate {
    if (this.#erased.has(job)) return 'erased';
    return attempt <= (this.#cancelled.get(job) ?? 0) ? 'cancelled' : 'live';
  }
}

/** `changed` is called with each job that is newly stopped. */
export function watchControl(
  config: Pick<RuntimeConfig, 'kafka' | 'instance'>,
  deps: { readonly codec: Codec; readonly log: Logger },
  changed: (job: string) => void,
): ControlWatcher {
  const state = new ControlState();
  const stopping = new AbortController();
  let ready = false;
  const reader = createReader(config, deps, {
    group: null,
    topics: [TOPICS.control],
    handle: async (records) => {
      for (const { value } of records) {
        if (value === null || value === undefined) continue;
        const control = value as Control;
        state.apply(control);
        changed(control.job_id);
      }
    },
  });
  const catchUp = async (): Promise<void> => {
    while (!ready && !stopping.signal.aborted) {
      await reader.caughtUp(stopping.signal).then(
        () => {
          ready = true;
        },
        () => new Promise((resolve) => setTimeout(resolve, 250)),
      );
    }
  };
  const catching = catchUp();
  return {
    fate: (job, attempt) => state.fate(job, attempt),
    ready: () => ready,
    async stop() {
      stopping.abort();
      await reader.stop();
      await catching;
    },
  };
}
