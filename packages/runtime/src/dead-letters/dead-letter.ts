import { DEAD_LETTER_PREFIX, type DeadLetter, TOPICS } from '@clinical/contracts';
import type { LogRecord } from '../kafka/records.ts';
import type { OutMessage } from '../kafka/transactions.ts';

/** The record as it was, key, bytes and headers, with what happened to it in headers beside. */
export function deadLetter(
  record: LogRecord,
  what: Pick<DeadLetter, 'stage' | 'code' | 'attempts' | 'first_at' | 'last_at'>,
): OutMessage {
  const letter: DeadLetter = {
    topic: record.topic,
    partition: record.partition,
    offset: String(record.offset),
    ...what,
  };
  const told = Object.entries(letter).map(([name, value]) => [DEAD_LETTER_PREFIX + name, String(value)] as const);
  return {
    topic: TOPICS.deadLetters.name,
    // A record without a key would go anywhere; with its partition's number it stays with its like.
    partition: record.partition,
    key: record.key,
    value: record.value,
    headers: { ...record.headers, ...Object.fromEntries(told) },
  };
}
