import { type Artefact, type JobEvent, TOPICS } from '@clinical/contracts';
import { describeError, type Logger, type Producer } from '@clinical/runtime';
import { ARTEFACTS } from '../jobs/keys.ts';
import type { JobStore } from '../jobs/store.ts';
import { eventRecord, gatewayRecord } from '../submission/records.ts';

/**
 * Keeps the results topic true under compaction, which keeps the last event of a job, not the highest: where a lower
 * one was read after a higher one, the higher is produced again, unless something at least as high follows by itself.
 */
export class Assertions implements Disposable {
  readonly #deps: { readonly store: JobStore; readonly producer: Producer; readonly log: Logger };
  readonly #after: number;
  readonly #lower = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  /** `afterMs`: how long a lower event may stand last before it is put right. */
  constructor(deps: { store: JobStore; producer: Producer; log: Logger }, afterMs: number) {
    this.#deps = deps;
    this.#after = afterMs;
    this.#timer = setInterval(() => void this.flush(), afterMs);
  }

  /** What a record of the results topic did to its job: see fold.lua. */
  seen(jobId: string, outcome: -1 | 0 | 1): void {
    if (outcome < 0) this.#lower.set(jobId, Date.now());
    else this.#lower.delete(jobId);
  }

  /** Puts right what has stood long enough; what fails stays for the next time. */
  async flush(now = Date.now()): Promise<void> {
    for (const [jobId, since] of [...this.#lower]) {
      if (now - since < this.#after) continue;
      try {
        await this.#assert(jobId);
        if (this.#lower.get(jobId) === since) this.#lower.delete(jobId);
      } catch (error) {
        this.#deps.log.warn('A state could not be asserted yet', describeError(error));
        return;
      }
    }
  }

  async #assert(jobId: string): Promise<void> {
    const { store, producer } = this.#deps;
    const { job } = await store.look(jobId);
    if (job === null) return;
    const { tenant, attempt, status } = job;
    const context = { job_id: jobId, tenant, attempt, now: Date.now() };
    if (status === 'erased') {
      await producer.send(gatewayRecord(TOPICS.results, null, context, `asserted-${status}`));
      return;
    }
    const artefacts: Record<string, Artefact | null> = {};
    for (const name of ARTEFACTS) artefacts[name] = await store.artefact(jobId, name);
    const event = {
      job_id: jobId,
      tenant,
      attempt,
      status,
      stage: job.stage,
      occurred_at: job.at,
      delayed: job.delayed,
      problem: job.problem,
      ...artefacts,
    } as JobEvent;
    await producer.send(eventRecord(event, `asserted-${status}`));
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
