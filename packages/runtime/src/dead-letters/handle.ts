import { DEAD_LETTER_PREFIX, eventId, HEADERS, jobEvent, TOPICS } from '@clinical/contracts';
import type { IHeaders } from 'kafkajs';
import type { Codec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { type OutMessage, Transactions } from '../kafka/transactions.ts';
import type { Logger } from '../logger.ts';
import { nextTraceparent, recordHeaders } from '../runner/job.ts';
import { HANDLED, type Handling, type Letter, type LetterFilter, readLetters } from './letters.ts';

export interface HandleOptions {
  readonly action: Handling;
  readonly filter: LetterFilter;
  /** A letter of a job that is finished at its attempt or a later one is left alone. */
  readonly isFinished: (job: string, attempt: number) => boolean | Promise<boolean>;
  readonly dryRun?: boolean;
}

export interface HandledLetter {
  readonly letter: Letter;
  readonly outcome: Handling | 'finished_meanwhile' | 'would_be_replayed' | 'would_be_discarded';
}

/**
 * Replays or discards letters, each exactly once: what is sent and the mark that it was sent are one transaction, under
 * a transactional id per partition of the letters, which is taken (fencing whoever had it) before the marks are read.
 * A replayed record has its original key and bytes, goes to its original topic, and carries the next attempt.
 */
export async function handleDeadLetters(
  config: RuntimeConfig,
  deps: { readonly codec: Codec; readonly log: Logger },
  { action, filter, isFinished, dryRun = false }: HandleOptions,
): Promise<HandledLetter[]> {
  const wanted = await readLetters(config, { ...filter, handled: false });
  const results: HandledLetter[] = [];
  if (dryRun) {
    for (const letter of wanted) {
      const finished = await finishedMeanwhile(letter, isFinished);
      results.push({ letter, outcome: finished ? 'finished_meanwhile' : `would_be_${action}` });
    }
    return results;
  }
  for (const partition of new Set(wanted.map(({ at }) => at.partition))) {
    const id = `dead-letters-${partition}`;
    const transactions = await Transactions.open(config, deps.log, id);
    try {
      // Read again: only what was marked before we took the id is certain.
      const letters = await readLetters(config, { ...filter, handled: false });
      for (const letter of letters.filter(({ at }) => at.partition === partition)) {
        if (await finishedMeanwhile(letter, isFinished)) {
          results.push({ letter, outcome: 'finished_meanwhile' });
          continue;
        }
        const sent = action === 'replayed' ? await replay(letter, deps.codec) : [];
        await transactions.commit([...sent, mark(letter, action)], null);
        results.push({ letter, outcome: action });
      }
    } finally {
      await transactions.close();
    }
  }
  return results;
}

const finishedMeanwhile = (letter: Letter, isFinished: HandleOptions['isFinished']) =>
  letter.job_id === null ? false : isFinished(letter.job_id, letter.job_attempt);

/** The record as it was, under the next attempt, and the event that the job is on its way again. */
async function replay(letter: Letter, codec: Codec): Promise<OutMessage[]> {
  const { source, job_id, tenant } = letter;
  const attempt = letter.job_attempt + 1;
  const headers: IHeaders = {};
  for (const [name, value] of Object.entries(source.headers)) {
    if (!name.startsWith(DEAD_LETTER_PREFIX)) headers[name] = value;
  }
  headers[HEADERS.attempt] = String(attempt);
  headers[HEADERS.ceId] = eventId(job_id ?? `${letter.topic}/${letter.offset}`, attempt, letter.stage, 'replayed');
  const record: OutMessage = {
    topic: letter.topic,
    partition: letter.partition,
    key: source.key,
    value: source.value,
    headers,
  };
  if (job_id === null) return [record];
  const now = Date.now();
  const event = jobEvent({ job_id, tenant, attempt, stage: 'gateway', now }, 'pending');
  const traceparent = nextTraceparent(headers[HEADERS.traceparent]?.toString());
  const about = { job_id, tenant, attempt, stage: 'gateway', record: 'JobEvent', phase: 'replayed' } as const;
  return [
    record,
    {
      topic: TOPICS.results.name,
      key: source.key,
      value: await codec.encode(TOPICS.results, event),
      headers: recordHeaders({ ...about, traceparent, now }),
    },
  ];
}

const mark = (letter: Letter, how: Handling): OutMessage => ({
  topic: TOPICS.deadLetters.name,
  partition: letter.at.partition,
  key: letter.source.key,
  value: null,
  headers: { [HANDLED.how]: how, [HANDLED.letter]: String(letter.at.offset) },
});
