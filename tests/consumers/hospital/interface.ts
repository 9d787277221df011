/**
 * A hospital's interface: posts each bundle of the topic to its FHIR server. What it adds to a plain POST is what any
 * such interface needs: it leaves out what it has imported already, tries again where the server or the line failed, and
 * gives up on what the server refuses.
 */
export interface Delivery {
  readonly job_id: string;
  readonly attempt: number;
  /** CloudEvents id of the record: the same however often the record is seen. */
  readonly ce_id: string;
  /** The Bundle as JSON text. */
  readonly bundle: string;
}

export type Outcome = 'imported' | 'seen before' | 'superseded' | 'refused';

export interface InterfaceOptions {
  /** Base address of the FHIR server. */
  readonly server: string;
  readonly tries: number;
  readonly firstWaitMs: number;
  readonly timeoutMs: number;
}

/** Worth another try: nobody answered, or an answer that says so (RFC 9110: 408, 429, 5xx). */
const transient = (status: number): boolean => status === 408 || status === 429 || status >= 500;

export class HospitalInterface {
  readonly #options: InterfaceOptions;
  readonly #seen = new Set<string>();
  readonly #latest = new Map<string, number>();

  constructor(options: InterfaceOptions) {
    this.#options = options;
  }

  async receive(delivery: Delivery): Promise<Outcome> {
    if (this.#seen.has(delivery.ce_id)) return 'seen before';
    if ((this.#latest.get(delivery.job_id) ?? 0) > delivery.attempt) return 'superseded';
    const status = await this.#post(delivery.bundle);
    if (status >= 400) return 'refused';
    this.#seen.add(delivery.ce_id);
    this.#latest.set(delivery.job_id, delivery.attempt);
    return 'imported';
  }

  async #post(bundle: string): Promise<number> {
    const { server, tries, firstWaitMs, timeoutMs } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const status = await fetch(server, {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json', accept: 'application/fhir+json' },
        body: bundle,
        signal: AbortSignal.timeout(timeoutMs),
      }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => null,
      );
      if (status !== null && !transient(status)) return status;
      if (attempt === tries) throw new Error(`The FHIR server did not take a bundle in ${tries} tries`);
      await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random())));
    }
  }
}
