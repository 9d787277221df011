import type { JobProblem, Stage, TopicPolicy } from '@clinical/contracts';
import type { Logger } from './logger.ts';

/** A record to be produced under the job's key; the runner adds headers and bytes. */
export interface Outgoing {
  readonly topic: TopicPolicy;
  /** A value of the topic's record; null is a tombstone. */
  readonly value: object | null;
}

/** What is known of the record in hand, apart from its value. */
export interface JobContext {
  readonly job_id: string;
  readonly tenant: string;
  readonly attempt: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface StageContext extends JobContext {
  /** Aborted on cancel, erase, lost partition, per-try time-out and stop. Hand it to everything that waits. */
  readonly signal: AbortSignal;
  readonly log: Logger;
  /** W3C trace context of the record, to be sent on to other services. */
  readonly traceparent: string | null;
}

/** Records that tell of a job's fate; the runner commits them in the same transaction as the offset. */
export interface StageEvents<I> {
  /** Work has begun and takes long enough to be worth telling. */
  started?(job: JobContext): Outgoing[];
  /** The job waits for a dependency. */
  delayed(job: JobContext, code: string): Outgoing[];
  /** `input` is null where the record could not be decoded. */
  failed(job: JobContext, problem: JobProblem, input: I | null): Outgoing[];
  cancelled(job: JobContext): Outgoing[];
}

export interface StageDefinition<I> {
  readonly name: Stage;
  readonly from: TopicPolicy;
  /** What `handle` publishes to, besides the job's events. */
  readonly to?: readonly TopicPolicy[];
  /**
   * One record's work. Returns what to publish, or throws a typed error (errors.ts). May be called again for the same
   * record, also in another process; only what it returns is exactly once.
   */
  handle(input: I, context: StageContext): Promise<readonly Outgoing[]>;
  readonly events: StageEvents<I>;
  /**
   * Dependencies that only some inputs need, such as `asr`. While one is away the inputs that need it wait and the
   * others go on; any other dependency that is away stops the intake.
   */
  readonly needs?: { readonly [dependency: string]: (input: I) => boolean };
  /**
   * Drop a (job, attempt) that stands at a lower offset of the same partition, within `REPEAT_HORIZON` offsets. For the
   * first stage, whose input is produced by clients' requests.
   */
  readonly dropRepeats?: boolean;
}

export const defineStage = <I>(definition: StageDefinition<I>): StageDefinition<I> => definition;
