import { setTimeout as delay } from 'node:timers/promises';
import { isTerminal, type JobEvent, TOPICS } from '@clinical/contracts';
import { createCodec, createLogger, createReader, runtimeConfig } from '@clinical/runtime';
import type { Addresses } from '../../deploy/local/src/stack-record.ts';
import { consultation } from '../chaos/consultations.ts';

/** Jobs into the gateway, and their terminal events out of the results topic. */
export class Load implements AsyncDisposable {
  readonly #gateway: string;
  readonly #reader: ReturnType<typeof createReader>;
  readonly #open = new Set<string>();
  readonly #early = new Set<string>();
  readonly #finished = new Set<string>();
  #submitted = 0;
  #refused = 0;
  #ended = 0;
  #repeated = 0;

  constructor({ gateway, kafka, registry }: Addresses) {
    this.#gateway = gateway;
    const config = runtimeConfig({ KAFKA_BROKERS: kafka.join(','), SCHEMA_REGISTRY_URL: registry });
    this.#reader = createReader(
      config,
      { codec: createCodec(config.registry), log: createLogger('soak', 'silent') },
      {
        group: null,
        topics: [TOPICS.results],
        handle: async (records) => {
          for (const { key, value } of records) {
            if (value !== null && isTerminal((value as JobEvent).status)) this.#end(key!);
          }
        },
      },
    );
  }

  get counts() {
    return { submitted: this.#submitted, refused: this.#refused, ended: this.#ended, repeated: this.#repeated };
  }

  /** As many jobs as the system ends, with so many under way at any time, until `jobs` have ended; answers how many ended a second. */
  async saturate(jobsUnderWay: number, jobs: number): Promise<number> {
    const start = this.#ended;
    const done = (): number => this.#ended - start;
    const workers = Array.from({ length: Math.min(64, jobsUnderWay) }, async () => {
      while (done() < jobs) {
        if (this.#open.size < jobsUnderWay) await this.#submit();
        else await delay(2);
      }
    });
    // The beginning fills the pipeline.
    while (done() < jobs / 4) await delay(2);
    const [began, before] = [performance.now(), this.#ended];
    await Promise.all(workers);
    return ((this.#ended - before) * 1000) / (performance.now() - began);
  }

  /** So many jobs a second, whatever becomes of them; answers how many ended a second. */
  async steady(perSecond: number, jobs: number): Promise<number> {
    const [began, before] = [performance.now(), this.#ended];
    const running = new Set<Promise<void>>();
    for (let sent = 0; sent < jobs; sent += 1) {
      const wait = began + (sent * 1000) / perSecond - performance.now();
      if (wait > 1) await delay(wait);
      const submitting = this.#submit().finally(() => running.delete(submitting));
      running.add(submitting);
    }
    await Promise.all(running);
    return ((this.#ended - before) * 1000) / (performance.now() - began);
  }

  /** Waits until every accepted job has ended, or the time is over; answers how many have not. */
  async settled(timeoutMs: number): Promise<number> {
    const deadline = Date.now() + timeoutMs;
    while (this.#open.size > 0 && Date.now() < deadline) await delay(50);
    return this.#open.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#reader.stop();
  }

  async #submit(): Promise<void> {
    const text = consultation(this.#submitted);
    this.#submitted += 1;
    const response = await fetch(`${this.#gateway}/v1/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (response.status !== 202) {
      this.#refused += 1;
      await response.body?.cancel();
      return;
    }
    const { job_id } = (await response.json()) as { job_id: string };
    if (this.#early.delete(job_id)) this.#finish(job_id);
    else this.#open.add(job_id);
  }

  /** The topic tells of other clients' jobs too; ours may end before their 202 is read. */
  #end(job: string): void {
    if (this.#open.delete(job)) this.#finish(job);
    else if (this.#finished.has(job)) this.#repeated += 1;
    else this.#early.add(job);
  }

  #finish(job: string): void {
    this.#finished.add(job);
    this.#ended += 1;
  }
}
