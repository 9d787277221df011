import type { TopicPolicy } from '@clinical/contracts';
import { createCodec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { createLogger } from '../logger.ts';
import { createReader, type ReadRecord } from './reader.ts';

export interface ReadTopicOptions {
  /** Leave values as bytes: `value` is undefined, `source.value` has them. */
  readonly undecoded?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Everything that is committed in a topic at the time of the call, from its beginning, partition by partition in order.
 * For tools and tests; it belongs to no group and leaves no trace.
 */
export async function* readTopic(
  config: Pick<RuntimeConfig, 'kafka' | 'instance' | 'registry'>,
  topic: TopicPolicy,
  options: ReadTopicOptions = {},
): AsyncGenerator<ReadRecord> {
  let records: ReadRecord[] = [];
  let wake = (): void => {};
  let waiting: (() => void)[] = [];
  let done = false;
  let failure: unknown = null;
  const reader = createReader(
    config,
    { codec: createCodec(config.registry), log: createLogger('read-topic', 'silent') },
    {
      group: null,
      topics: [topic],
      ...(options.undecoded === undefined ? {} : { undecoded: options.undecoded }),
      handle: async (batch) => {
        if (done) return;
        records.push(...batch);
        wake();
        // What has been handed out is all that is held.
        await new Promise<void>((resolve) => waiting.push(resolve));
      },
    },
  );
  const drained = (): void => {
    const handlers = waiting;
    waiting = [];
    for (const go of handlers) go();
  };
  const ended = reader
    .caughtUp(options.signal)
    .catch((error: unknown) => {
      failure = error;
    })
    .finally(() => {
      done = true;
      wake();
    });
  try {
    while (!done || records.length > 0) {
      if (records.length === 0) {
        drained();
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (done || records.length > 0) resolve();
        });
      }
      const batch = records;
      records = [];
      yield* batch;
    }
    if (failure !== null) throw failure;
  } finally {
    done = true;
    drained();
    await reader.stop();
    await ended;
  }
}
