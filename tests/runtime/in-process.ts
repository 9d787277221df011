import { type Stage, type Submission, TOPICS } from '@clinical/contracts';
import {
  createCodec,
  createLogger,
  createProducer,
  type JobContext,
  MetricsRegistry,
  nextTraceparent,
  type Outgoing,
  type RuntimeConfig,
  recordHeaders,
  runStage,
  type StageContext,
  type StageDefinition,
} from '@clinical/runtime';

import { submission, type TestLine } from './line.ts';
import { until } from './until.ts';

export type Handler = (input: Submission, context: StageContext) => Promise<unknown>;

/** What the events of a test's stage look like on its output topic. */
const event = (line: TestLine, job: JobContext, what: string): Outgoing => ({
  topic: line.to,
  value: submission(job.job_id, `event ${what}`),
});

/** A stage in the test's own process, which passes its input on after the handler. Events go to the same topic. */
export async function startStage(
  config: RuntimeConfig,
  line: TestLine,
  handler: Handler,
  more: Partial<StageDefinition<Submission>> = {},
) {
  const metrics = new MetricsRegistry();
  const handle = runStage<Submission>(
    {
      name: line.stage as Stage,
      from: line.from,
      async handle(input, context) {
        await handler(input, context);
        return [{ topic: line.to, value: input }];
      },
      events: {
        started: (job) => [event(line, job, 'started')],
        delayed: (job, code) => [event(line, job, `delayed ${code}`)],
        failed: (job, problem) => [event(line, job, `failed ${problem.code}`)],
        cancelled: (job) => [event(line, job, 'cancelled')],
      },
      ...more,
    },
    config,
    { codec: createCodec(config.registry), log: createLogger('test', config.logLevel), metrics },
  );
  await until('the stage is ready', async () => {
    for (const check of handle.checks) if (!(await check.ready())) return false;
    return true;
  });
  return { metrics, stop: () => handle.stop(), [Symbol.asyncDispose]: () => handle.stop() };
}

/** What became of a job on a line's output topic, in order. */
export const story = (records: readonly { key: string | null; value: unknown }[], job: string): string[] =>
  records.filter(({ key }) => key === job).map(({ value }) => (value as Submission).content ?? '');

/** Says to every instance that a job is to be stopped. */
export async function control(config: RuntimeConfig, job_id: string, action: 'cancel' | 'erase'): Promise<void> {
  const producer = createProducer(config, {
    codec: createCodec(config.registry),
    log: createLogger('test', 'silent'),
  });
  await until('the producer is connected', () => producer.available());
  const about = { job_id, tenant: 'test', attempt: 1, stage: 'gateway', record: 'Control', phase: action } as const;
  await producer.send({
    topic: TOPICS.control,
    key: job_id,
    value: { job_id, tenant: 'test', attempt: 1, action, requested_at: Date.now() },
    headers: recordHeaders({ ...about, traceparent: nextTraceparent(undefined), now: Date.now() }),
  });
  await producer.stop();
}
