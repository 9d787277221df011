/** A stage of its own process, for tests that kill it. What it does with a record, the record's content says. */
import { appendFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Stage, Submission } from '@clinical/contracts';
import { defineStage, PermanentError, runService, runtimeConfig } from '@clinical/runtime';
import { lineOf, submission } from './line.ts';

const line = lineOf(process.env.TEST_STAGE!);
const workMs = Number(process.env.TEST_WORK_MS ?? '0');
/** Where every job is written down as it begins, and when. */
const begunFile = process.env.TEST_BEGUN_FILE;

const stage = defineStage<Submission>({
  name: line.stage as Stage,
  from: line.from,
  async handle(input, { signal }) {
    const [what, argument] = (input.content ?? '').split(' ');
    if (begunFile !== undefined) appendFileSync(begunFile, `${input.job_id} ${Date.now()}\n`);
    if (what === 'abort') process.abort();
    if (what === 'throw') throw new Error('Something unexpected');
    if (what === 'refuse') throw new PermanentError('refused', 'The record is refused');
    const ms = what === 'slow' ? Number(argument) : workMs;
    if (ms > 0) await delay(ms, undefined, { signal });
    return [{ topic: line.to, value: input }];
  },
  events: {
    delayed: () => [],
    failed: (job, { code }) => [{ topic: line.to, value: submission(job.job_id, `failed ${code}`) }],
    cancelled: () => [],
  },
});

await runService({ name: line.stage, config: runtimeConfig(process.env), stage });
