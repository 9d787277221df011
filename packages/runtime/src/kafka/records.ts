import type { IHeaders, KafkaMessage } from 'kafkajs';

/** Headers as text; a repeated header keeps its last value, as OpenTelemetry's propagators do. */
export type TextHeaders = { readonly [name: string]: string };

export function textHeaders(headers: IHeaders | undefined): TextHeaders {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) out[name] = last.toString();
  }
  return out;
}

/** A record as it stands in the log. */
export interface LogRecord {
  readonly topic: string;
  readonly partition: number;
  /** Offsets fit in a number: 2^53 records in one partition will not be seen. */
  readonly offset: number;
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
}

export const logRecord = (topic: string, partition: number, message: KafkaMessage): LogRecord => ({
  topic,
  partition,
  offset: Number(message.offset),
  timestamp: Number(message.timestamp),
  key: message.key,
  value: message.value,
  headers: message.headers ?? {},
});

export const sizeOf = (record: LogRecord): number => (record.key?.length ?? 0) + (record.value?.length ?? 0) + 100;
