import type { JobStatus } from '@clinical/contracts';
import { serverEvents } from './sse.ts';

export interface JobView {
  readonly job_id: string;
  readonly status: JobStatus;
}

export interface StreamedJobEvent {
  readonly id: string;
  readonly status: JobStatus;
}

/** A client as an integrator would write it: it repeats what may be repeated, and believes nothing but a 202. */
export class ApiClient {
  readonly #base: string;
  readonly #signal: AbortSignal;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(base: string, signal: AbortSignal, headers: Readonly<Record<string, string>> = {}) {
    this.#base = base;
    this.#signal = signal;
    this.#headers = headers;
  }

  /** POSTs under one Idempotency-Key until a 202 comes; the job's id, and how many tries it took. */
  async submit(text: string, idempotencyKey: string): Promise<{ jobId: string; tries: number }> {
    for (let tries = 1; ; tries++) {
      const response = await this.#fetch('/v1/jobs', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify({ text }),
      });
      if (response?.status === 202 || response?.status === 200)
        return { jobId: ((await response.json()) as JobView).job_id, tries };
      if (response !== null && response.status < 500 && response.status !== 409 && response.status !== 429) {
        throw new Error(`POST /v1/jobs answered ${response.status}: ${await response.text()}`);
      }
      await response?.body?.cancel();
      await this.#pause();
    }
  }

  /** The job as the API sees it, repeated through outages; null where it says 404. */
  async job(id: string): Promise<JobView | null> {
    for (;;) {
      const response = await this.#fetch(`/v1/jobs/${id}`);
      if (response?.status === 200) return (await response.json()) as JobView;
      await response?.body?.cancel();
      if (response?.status === 404) return null;
      await this.#pause();
    }
  }

  async json<T>(path: string): Promise<T> {
    const response = await this.#fetch(path);
    if (response?.status !== 200) throw new Error(`GET ${path} answered ${response?.status}`);
    return (await response.json()) as T;
  }

  /** The job's events up to the terminal one, resumed by Last-Event-ID whenever the stream breaks. */
  async *events(id: string): AsyncGenerator<StreamedJobEvent> {
    let last: string | null = null;
    for (;;) {
      const response = await this.#fetch(`/v1/jobs/${id}/events`, {
        headers: { accept: 'text/event-stream', ...(last === null ? {} : { 'last-event-id': last }) },
      });
      if (response?.status === 200 && response.body !== null) {
        try {
          for await (const event of serverEvents(response.body)) {
            if (event.id === null) continue;
            last = event.id;
            const { status } = JSON.parse(event.data) as { status: JobStatus };
            yield { id: event.id, status };
            if (TERMINAL.has(status)) return;
          }
        } catch (error) {
          if (this.#signal.aborted) throw error;
        }
      } else {
        await response?.body?.cancel();
      }
      await this.#pause();
    }
  }

  /** Null where no answer came. */
  async #fetch(path: string, init: RequestInit = {}): Promise<Response | null> {
    this.#signal.throwIfAborted();
    try {
      return await fetch(new URL(path, this.#base), {
        ...init,
        headers: { ...this.#headers, ...(init.headers as Record<string, string> | undefined) },
        signal: this.#signal,
      });
    } catch (error) {
      if (this.#signal.aborted) throw error;
      return null;
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const TERMINAL: ReadonlySet<JobStatus> = new Set(['completed', 'failed', 'no_speech', 'cancelled', 'erased']);
