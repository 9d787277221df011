import { TOPICS } from '@clinical/contracts';
import {
  type BlobStore,
  type Codec,
  createReader,
  describeError,
  type Logger,
  type Producer,
  type Reader,
  type ReadRecord,
  type RuntimeConfig,
} from '@clinical/runtime';
import type { Redis } from 'ioredis';
import type { FoldSettings } from '../jobs/fold.ts';
import type { Lineage, Standing } from '../jobs/lineage.ts';
import { applyFold, foldOf } from './apply.ts';
import type { Assertions } from './assertions.ts';
import { completeErasure } from './erasure.ts';

export interface MaterializerDeps {
  /** Consumer group: the same for all gateways over one Redis. */
  readonly group: string;
  readonly redis: Redis;
  readonly lineage: Lineage;
  readonly assertions: Assertions;
  readonly producer: Producer;
  readonly blobs: BlobStore;
  readonly codec: Codec;
  readonly fold: FoldSettings;
  readonly log: Logger;
  /** Counts records by topic and what became of them. */
  readonly count: (topic: string, outcome: 'newer' | 'same' | 'older' | 'skipped') => void;
}

export interface Materializer extends AsyncDisposable {
  /** Resolves when everything that was on the topics at the time of the call has been folded, here or elsewhere. */
  caughtUp(signal: AbortSignal): Promise<void>;
  /** Whether the partitions in hand are known and read. */
  ready(): boolean;
}

const OUTCOMES = { [-1]: 'older', 0: 'same', 1: 'newer' } as const;

/**
 * Folds submissions, results and control into Redis. Several gateways share the work by group; positions count only
 * under the lineage of what Redis holds, so a Redis that lost something is built anew from the beginning:
 *
 *   none -> (a pass over the control topic: no erased job may show) -> control -> (the rest) -> all
 */
export function startMaterializer(config: RuntimeConfig, deps: MaterializerDeps): Materializer {
  const { group, redis, lineage, assertions, codec, fold, log, count } = deps;
  const stopping = new AbortController();
  /** Under which records are being folded. */
  let current: string | null = null;

  const handleAll = async (records: readonly ReadRecord[]): Promise<void> => {
    await Promise.all(
      records.map(async (record) => {
        const { topic } = record;
        const isResult = topic.name === TOPICS.results.name;
        // A tombstone says nothing that the erase on the control topic does not.
        if (record.value === null && isResult && record.key !== null) assertions.seen(record.key, 0);
        const job = record.value === null ? null : foldOf(record);
        if (job === null) {
          if (record.value !== null)
            log.warn('A record cannot be folded', { topic: topic.name, offset: record.offset });
          return count(topic.name, 'skipped');
        }
        const outcome = await applyFold(redis, job, fold);
        if (isResult) assertions.seen(job.event.job_id, outcome);
        count(topic.name, OUTCOMES[outcome]);
      }),
    );
  };

  const handle = async (records: readonly ReadRecord[]): Promise<void> => {
    await handleAll(records);
    for (const { topic, value } of records) {
      if (topic.name === TOPICS.control.name) await completeErasure(value, deps);
    }
    // Redis may have lost its data while this was folded: then it does not count.
    if ((await lineage.current()).lineage !== current) throw new Error('Redis has another lineage');
  };

  /** Waits for Redis, so that a start or an outage ends as soon as it is there. */
  async function standingOnceThere(): Promise<Standing> {
    for (;;) {
      try {
        return await lineage.current();
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        await wait(CHECK_MS, stopping.signal);
      }
    }
  }

  /** Before anything else is folded under a fresh lineage, what was erased must be known. */
  async function begin(): Promise<string> {
    const standing = await standingOnceThere();
    if (standing.ready === 'none') {
      await passOver(config, deps, handleAll, stopping.signal);
      await lineage.advance(standing.lineage, 'control');
    }
    current = standing.lineage;
    return standing.lineage;
  }

  const reader: Reader = createReader(
    config,
    { codec, log },
    {
      group,
      topics: [TOPICS.control, TOPICS.submissions, TOPICS.results],
      lineage: begin,
      handle,
    },
  );
  lineage.onChange(() => void reader.restart());

  const finishing = finishBuilds();

  /** Says `all` once, after the first catching-up under a lineage. */
  async function finishBuilds(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const { lineage: own, ready } = await lineage.current();
        if (ready === 'control' && own === current) {
          const since = performance.now();
          await reader.caughtUp(stopping.signal);
          if (await lineage.advance(own, 'all')) {
            log.info('The state is complete', { ms: Math.round(performance.now() - since) });
          }
        }
      } catch (error) {
        if (!stopping.signal.aborted) log.debug('The state is not complete yet', describeError(error));
      }
      await wait(CHECK_MS, stopping.signal);
    }
  }

  return {
    caughtUp: (signal) => reader.caughtUp(signal),
    ready: () => reader.ready(),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.all([finishing, reader.stop()]);
    },
  };
}

const CHECK_MS = 100;

const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });

/** Folds the control topic once, whole. */
async function passOver(
  config: RuntimeConfig,
  { codec, log }: MaterializerDeps,
  handle: (records: readonly ReadRecord[]) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const reader = createReader(config, { codec, log }, { group: null, topics: [TOPICS.control], handle });
  try {
    await reader.caughtUp(signal);
  } finally {
    await reader.stop();
  }
}
