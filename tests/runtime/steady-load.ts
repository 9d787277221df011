import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createCodec, createLogger, createProducer, type RuntimeConfig } from '@clinical/runtime';
import { accepted, type TestLine } from './line.ts';
import { until } from './until.ts';

const EVERY_MS = 50;

/** Submits so many records a second until it is stopped, which answers all their jobs. */
export async function steadyLoad(config: RuntimeConfig, line: TestLine, perSecond: number) {
  const log = createLogger('test', 'silent');
  const producer = createProducer(config, { codec: createCodec(config.registry), log });
  await until('the producer is connected', () => producer.available());
  const stopping = new AbortController();
  const jobs: string[] = [];
  const each = Math.ceil((perSecond * EVERY_MS) / 1000);
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const batch = Array.from({ length: each }, () => randomUUID());
      await Promise.all([...batch.map((job) => producer.send(accepted(line, job, 'job'))), delay(EVERY_MS)]);
      jobs.push(...batch);
    }
    await producer.stop();
  })();
  return {
    async stop(): Promise<readonly string[]> {
      stopping.abort();
      await running;
      return jobs;
    },
  };
}
