import type { Stage } from '@clinical/contracts';
import type { Codec } from '../codec/codec.ts';
import { PermanentError } from '../errors.ts';
import type { OutMessage } from '../kafka/transactions.ts';
import type { JobContext, Outgoing } from '../stage.ts';
import { recordHeaders } from './job.ts';

/** What a record that a stage sends says of where it comes from. */
export interface Origin extends JobContext {
  readonly stage: Stage;
  /** Which of the stage's words it is: with job, attempt and stage it makes the deterministic `ce_id`. */
  readonly phase: string;
  readonly traceparent: string;
  readonly tracestate: string | undefined;
}

/** Room for headers and framing beside the value. */
const OVERHEAD_BYTES = 1000;

/** A stage's output as it goes into a transaction. Rejects with PermanentError where a topic does not take its size. */
export function encodeOutgoing(
  outgoing: readonly Outgoing[],
  { stage, phase, traceparent, tracestate, ...job }: Origin,
  codec: Codec,
): Promise<OutMessage[]> {
  const seen = new Map<string, number>();
  return Promise.all(
    outgoing.map(async ({ topic, value }) => {
      const nth = (seen.get(topic.name) ?? 0) + 1;
      seen.set(topic.name, nth);
      const bytes = value === null ? null : await codec.encode(topic, value);
      if (bytes !== null && bytes.length + OVERHEAD_BYTES > topic.maxMessageBytes) {
        throw new PermanentError('output_too_large', 'The result is larger than can be passed on');
      }
      return {
        topic: topic.name,
        key: Buffer.from(job.job_id),
        value: bytes,
        headers: recordHeaders({
          ...job,
          stage,
          record: topic.record,
          phase: nth === 1 ? phase : `${phase}/${nth}`,
          traceparent,
          tracestate,
          now: job.now(),
        }),
      };
    }),
  );
}
