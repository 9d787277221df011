import { isTerminal, type JobEvent, JobProblem, JobStatus, publicStatus, Stage } from '@clinical/contracts';
import { z } from '@hono/zod-openapi';
import { sequenceOf } from './sequence.ts';

/** What clients see of an event, over SSE and WebSocket; artefacts are fetched. */
export const StreamEvent = z
  .strictObject({
    seq: z.int(),
    job_id: z.uuid(),
    attempt: z.int().positive(),
    status: z.enum(JobStatus.options),
    public_status: z.enum(['pending', 'processing', 'completed', 'failed', 'cancelled']),
    stage: z.enum(Stage.options),
    at: z.iso.datetime(),
    terminal: z.boolean(),
    delayed: z.string().nullable(),
    problem: z.strictObject(JobProblem.shape).nullable(),
  })
  .openapi('JobEvent');
export type StreamEvent = z.infer<typeof StreamEvent>;

export function streamEvent(event: JobEvent): StreamEvent {
  const { job_id, attempt, status, stage, delayed, problem } = event;
  return {
    seq: sequenceOf(event),
    job_id,
    attempt,
    status,
    public_status: publicStatus(status),
    stage,
    at: new Date(event.occurred_at).toISOString(),
    terminal: isTerminal(status),
    delayed,
    problem,
  };
}
