import { setTimeout as delay } from 'node:timers/promises';
import { HEADERS, type JobProblem } from '@clinical/contracts';
import type { Codec } from '../codec/codec.ts';
import { deadLetter } from '../dead-letters/dead-letter.ts';
import { PermanentError, TransientError } from '../errors.ts';
import type { LogRecord } from '../kafka/records.ts';
import type { OutMessage } from '../kafka/transactions.ts';
import type { Logger } from '../logger.ts';
import type { Breakers } from '../policy/breakers.ts';
import { judge, type RetryLimits, UNDECODABLE } from '../policy/policy.ts';
import type { JobContext, Outgoing, StageDefinition } from '../stage.ts';
import type { ControlWatcher } from './control.ts';
import { identify, nextTraceparent, type RecordIdentity } from './job.ts';
import type { StageMetrics } from './metrics.ts';
import { encodeOutgoing } from './outgoing.ts';
import type { Partition } from './partition.ts';
import type { Quarantine } from './quarantine.ts';
import { oneTry } from './try.ts';

/** Why a record's work is stopped from outside. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
  readonly reason: 'cancelled' | 'erased' | 'lost' | 'stopping';

  constructor(reason: StoppedError['reason']) {
    super(`Stopped: ${reason}`);
    this.reason = reason;
  }
}

export interface WorkDeps<I> {
  readonly definition: StageDefinition<I>;
  readonly codec: Codec;
  readonly breakers: Breakers;
  readonly control: Pick<ControlWatcher, 'fate'>;
  readonly quarantine: Quarantine | null;
  readonly metrics: StageMetrics;
  readonly log: Logger;
  readonly retry: RetryLimits & { readonly tryTimeoutMs: number };
  readonly progressAfterMs: number;
  /** Waits for something that gives the record's place in the window to others meanwhile. */
  readonly parked: (waiting: Promise<void>) => Promise<void>;
}

/** One record's way through the stage, from its bytes to what is committed with its offset. */
export class Work<I> {
  readonly record: LogRecord;
  readonly identity: RecordIdentity;
  readonly #partition: Partition;
  readonly #deps: WorkDeps<I>;
  readonly #stop = new AbortController();
  readonly #traceparent: string;
  readonly #firstAt = new Date();
  #waiting = false;

  constructor(record: LogRecord, partition: Partition, deps: WorkDeps<I>) {
    this.record = record;
    this.identity = identify(record);
    this.#partition = partition;
    this.#deps = deps;
    this.#traceparent = nextTraceparent(this.identity.headers[HEADERS.traceparent]);
  }

  /** Between tries: nothing is lost by handing it back. */
  get waiting(): boolean {
    return this.#waiting;
  }

  stop(reason: StoppedError['reason']): void {
    this.#stop.abort(new StoppedError(reason));
  }

  /** Never rejects: whatever happens, the record is finished, or its partition is no longer ours, or we are stopping. */
  async run(): Promise<void> {
    const { metrics, definition } = this.#deps;
    const began = performance.now();
    metrics.inFlight.inc();
    let outcome = 'abandoned';
    try {
      const result = await this.#settle();
      if (result !== null && !this.#partition.lost) {
        outcome = result.outcome;
        this.#partition.finish(this.record.offset, result.messages);
      }
    } finally {
      metrics.inFlight.dec();
      metrics.records.inc({ outcome });
      metrics.handling.observe((performance.now() - began) / 1000);
      if (outcome === 'failed') this.#deps.log.warn('A record was dead-lettered', this.#fields(definition.name));
    }
  }

  async #settle(): Promise<{ outcome: string; messages: readonly OutMessage[] } | null> {
    const { job_id } = this.identity;
    let input: I | null = null;
    let spentMs = 0;
    let lastPauseMs = 0;
    for (;;) {
      try {
        const fate = this.#fate();
        if (fate === 'erased') return { outcome: 'erased', messages: [] };
        if (fate === 'cancelled') return { outcome: 'cancelled', messages: await this.#cancelled() };
        if (job_id === null) return await this.#rejected(UNDECODABLE, null, 1);
        input ??= await this.#decode();
        await this.#awaitNeeds(input);
        const tried = performance.now();
        try {
          const outgoing = await this.#handle(input);
          const messages = await this.#encode(outgoing, 'done');
          this.#deps.breakers.settled(this);
          // Asked for while we worked: the result comes too late.
          if (this.#fate() !== 'live') continue;
          return { outcome: 'done', messages };
        } finally {
          spentMs += performance.now() - tried;
        }
      } catch (error) {
        if (this.#stop.signal.aborted) {
          const stopped = this.#stop.signal.reason as StoppedError;
          if (stopped.reason === 'lost' || stopped.reason === 'stopping') return null;
          return stopped.reason === 'erased' ? { outcome: 'erased', messages: [] } : await this.#cancelledAtLast();
        }
        const unknownTries = this.#partition.noteOf(this.record.offset).tries + 1;
        const verdict = judge(error, { spentMs, lastPauseMs, unknownTries }, this.#deps.retry);
        this.#deps.metrics.failures.inc({ fate: verdict.fate });
        try {
          switch (verdict.fate) {
            case 'reject':
              // Whatever it met has answered, if not as hoped.
              if (!(error instanceof TransientError)) this.#deps.breakers.settled(this);
              return await this.#rejected(verdict.problem, input, unknownTries);
            case 'count':
              this.#deps.log.error('A record failed with an unknown error', {
                ...this.#fields(this.#deps.definition.name),
                ...unknownFields(error),
              });
              this.#partition.tell(this.record.offset, { tries: unknownTries }, []);
              lastPauseMs = verdict.afterMs;
              await this.#pause(verdict.afterMs);
              break;
            case 'retry':
              lastPauseMs = verdict.afterMs;
              spentMs += verdict.afterMs;
              if (verdict.dependency !== null) {
                this.#deps.breakers.of(verdict.dependency).failed();
                this.#deps.breakers.involve(this, verdict.dependency);
              }
              await this.#pause(verdict.afterMs);
              if (verdict.dependency !== null) await this.#await(verdict.dependency, verdict.code);
              break;
            case 'wait':
              this.#deps.breakers.of(verdict.dependency).down();
              this.#deps.breakers.involve(this, verdict.dependency);
              await this.#await(verdict.dependency, verdict.code);
              break;
          }
        } catch (waited) {
          if (!this.#stop.signal.aborted) {
            // Telling the failure failed: the registry is away and nothing of ours is cached. Begin again, later.
            this.#deps.log.warn('A verdict could not be carried out', unknownFields(waited));
            await delay(this.#deps.retry.maxMs, undefined, { signal: this.#stop.signal }).catch(() => {});
          }
        }
      }
    }
  }

  #fate(): 'live' | 'cancelled' | 'erased' {
    const { job_id, attempt } = this.identity;
    return job_id === null ? 'live' : this.#deps.control.fate(job_id, attempt);
  }

  async #decode(): Promise<I> {
    const { codec, definition } = this.#deps;
    if (this.record.value === null) {
      throw new PermanentError(UNDECODABLE.code, UNDECODABLE.title);
    }
    return (await codec.decode(definition.from, this.record.value)) as I;
  }

  #handle(input: I): Promise<readonly Outgoing[]> {
    const { definition, retry, progressAfterMs, quarantine } = this.#deps;
    const job = this.#job();
    const suspect = quarantine !== null && this.#partition.isSuspect(this.record.offset);
    return oneTry(
      (signal) => {
        const context = { ...job, signal, traceparent: this.#traceparent };
        if (suspect) return quarantine.handle(input, context);
        return definition.handle(input, { ...context, log: this.#deps.log.child(this.#fields(definition.name)) });
      },
      {
        signal: this.#stop.signal,
        timeoutMs: retry.tryTimeoutMs,
        progressAfterMs,
        progress: () => this.#started(),
      },
    );
  }

  /** Behind an open breaker a record waits, says so once, and does not use up its time. */
  async #await(dependency: string, code: string): Promise<void> {
    const breaker = this.#deps.breakers.of(dependency);
    if (breaker.state !== 'closed' && !this.#partition.noteOf(this.record.offset).delayed) {
      const messages = await this.#encode(this.#deps.definition.events.delayed(this.#job(), code), 'delayed').catch(
        // Without a schema the wait is not told.
        () => null,
      );
      if (messages !== null) this.#partition.tell(this.record.offset, { delayed: true }, messages);
    }
    this.#waiting = true;
    await this.#deps.parked(breaker.pass(this.#stop.signal)).finally(() => {
      this.#waiting = false;
    });
  }

  async #pause(ms: number): Promise<void> {
    this.#waiting = true;
    await delay(ms, undefined, { signal: this.#stop.signal }).finally(() => {
      this.#waiting = false;
    });
  }

  /** What is known to be needed and away is not tried, unless as a probe. */
  async #awaitNeeds(input: I): Promise<void> {
    for (const [dependency, isNeeded] of Object.entries(this.#deps.definition.needs ?? {})) {
      if (this.#deps.breakers.of(dependency).admits || !isNeeded(input)) continue;
      if (this.#deps.breakers.met(this, dependency)) continue;
      this.#deps.breakers.involve(this, dependency);
      await this.#await(dependency, 'dependency_unavailable');
    }
  }

  #started(): void {
    const { definition } = this.#deps;
    const begun = definition.events.started;
    if (begun === undefined || this.#partition.noteOf(this.record.offset).started) return;
    this.#encode(begun(this.#job()), 'started').then(
      (messages) => {
        if (!this.#stop.signal.aborted) this.#partition.tell(this.record.offset, { started: true }, messages);
      },
      () => {},
    );
  }

  async #cancelled(): Promise<readonly OutMessage[]> {
    return this.#encode(this.#deps.definition.events.cancelled(this.#job()), 'cancelled');
  }

  /** Nothing stops a record that is already stopped; without a schema it waits for one. */
  async #cancelledAtLast(): Promise<{ outcome: string; messages: readonly OutMessage[] } | null> {
    while (!this.#partition.lost) {
      const messages = await this.#cancelled().catch(() => null);
      if (messages !== null) return { outcome: 'cancelled', messages };
      await delay(this.#deps.retry.baseMs);
    }
    return null;
  }

  async #rejected(problem: JobProblem, input: I | null, tries: number) {
    const { definition, metrics } = this.#deps;
    const event =
      this.identity.job_id === null
        ? []
        : await this.#encode(definition.events.failed(this.#job(), problem, input), 'failed');
    metrics.deadLetters.inc({ code: problem.code });
    const letter = deadLetter(this.record, {
      stage: definition.name,
      code: problem.code,
      attempts: tries,
      first_at: this.#firstAt.toISOString(),
      last_at: new Date().toISOString(),
    });
    return { outcome: 'failed', messages: [letter, ...event] };
  }

  #encode(outgoing: readonly Outgoing[], phase: string): Promise<OutMessage[]> {
    const { codec, definition } = this.#deps;
    const trace = { traceparent: this.#traceparent, tracestate: this.identity.headers[HEADERS.tracestate] };
    return encodeOutgoing(outgoing, { ...this.#job(), ...trace, stage: definition.name, phase }, codec);
  }

  #job(): JobContext {
    const { job_id, tenant, attempt } = this.identity;
    return { job_id: job_id ?? '', tenant, attempt, now: Date.now };
  }

  #fields(stage: string) {
    const { topic, partition, offset } = this.record;
    return { job_id: this.identity.job_id, attempt: this.identity.attempt, stage, topic, partition, offset };
  }
}

const unknownFields = (error: unknown) => ({
  error_name: error instanceof Error ? error.name : typeof error,
});
