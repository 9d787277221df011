import { DEAD_LETTER_PREFIX, DeadLetter, HEADERS, TOPICS } from '@clinical/contracts';
import type { RuntimeConfig } from '../config.ts';
import type { LogRecord } from '../kafka/records.ts';
import { textHeaders } from '../kafka/records.ts';
import { readTopic } from '../reader/read-topic.ts';
import { identify } from '../runner/job.ts';

/** A letter as it lies in the topic, and what was made of it. */
export interface Letter extends DeadLetter {
  /** Null where the record's key is no job id. */
  readonly job_id: string | null;
  readonly tenant: string;
  /** The job's attempt that ended here; `attempts` counts the stage's own tries. */
  readonly job_attempt: number;
  /** Where the letter itself stands. */
  readonly at: { readonly partition: number; readonly offset: number };
  readonly handled: Handling | null;
  readonly source: LogRecord;
}

export type Handling = 'replayed' | 'discarded';

export interface LetterFilter {
  readonly job_id?: string;
  readonly tenant?: string;
  readonly stage?: string;
  readonly code?: string;
  readonly job_attempt?: number;
  /** Position of one letter, as `partition/offset`. */
  readonly at?: string;
  /** ISO 8601; on `last_at`. */
  readonly since?: string;
  readonly until?: string;
  /** Those that were replayed or discarded too. */
  readonly handled?: boolean;
}

/** What marks a letter as handled: a record without a value, in the letter's partition, naming its offset. */
export const HANDLED = { how: `${DEAD_LETTER_PREFIX}handled`, letter: `${DEAD_LETTER_PREFIX}letter` } as const;

/** All letters that a filter lets through, in the order of their partitions and offsets. */
export async function readLetters(
  config: Pick<RuntimeConfig, 'kafka' | 'instance' | 'registry'>,
  filter: LetterFilter = {},
): Promise<Letter[]> {
  const letters = new Map<string, Letter>();
  const handled = new Map<string, Handling>();
  for await (const { source } of readTopic(config, TOPICS.deadLetters, { undecoded: true })) {
    const headers = textHeaders(source.headers);
    const how = headers[HANDLED.how];
    if (how !== undefined) {
      handled.set(`${source.partition}/${headers[HANDLED.letter]}`, how as Handling);
      continue;
    }
    const letter = letterOf(source);
    if (letter !== null && matches(letter, filter)) letters.set(`${source.partition}/${source.offset}`, letter);
  }
  return [...letters]
    .map(([at, letter]) => ({ ...letter, handled: handled.get(at) ?? null }))
    .filter((letter) => filter.handled === true || letter.handled === null)
    .sort((a, b) => a.at.partition - b.at.partition || a.at.offset - b.at.offset);
}

function letterOf(source: LogRecord): Letter | null {
  const headers = textHeaders(source.headers);
  const of = (name: string) => headers[DEAD_LETTER_PREFIX + name];
  const parsed = DeadLetter.safeParse({
    topic: of('topic'),
    partition: Number(of('partition')),
    offset: of('offset'),
    stage: of('stage'),
    code: of('code'),
    attempts: Number(of('attempts')),
    first_at: of('first_at'),
    last_at: of('last_at'),
  });
  if (!parsed.success) return null;
  const { job_id, attempt } = identify(source);
  return {
    ...parsed.data,
    job_id,
    tenant: headers[HEADERS.tenant] ?? '',
    job_attempt: attempt,
    at: { partition: source.partition, offset: source.offset },
    handled: null,
    source,
  };
}

function matches(letter: Letter, filter: LetterFilter): boolean {
  return (
    (filter.job_id === undefined || letter.job_id === filter.job_id) &&
    (filter.tenant === undefined || letter.tenant === filter.tenant) &&
    (filter.stage === undefined || letter.stage === filter.stage) &&
    (filter.code === undefined || letter.code === filter.code) &&
    (filter.job_attempt === undefined || letter.job_attempt === filter.job_attempt) &&
    (filter.at === undefined || `${letter.at.partition}/${letter.at.offset}` === filter.at) &&
    (filter.since === undefined || letter.last_at >= filter.since) &&
    (filter.until === undefined || letter.last_at <= filter.until)
  );
}
