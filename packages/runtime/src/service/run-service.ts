import { Registry } from 'prom-client';
import { createCodec } from '../codec/codec.ts';
import type { RuntimeConfig } from '../config.ts';
import { createLogger, describeError } from '../logger.ts';
import { childQuarantine, QUARANTINE_VARIABLE } from '../runner/quarantine.ts';
import { serveQuarantine } from '../runner/quarantine-child.ts';
import { runStage } from '../runner/runner.ts';
import type { StageDefinition } from '../stage.ts';
import { type Check, startHealthServer } from './health.ts';
import { processMetrics } from './process-metrics.ts';

export interface Service<I> {
  readonly name: string;
  readonly config: RuntimeConfig;
  readonly stage: StageDefinition<I>;
  /** Where the service's own metrics are registered; the runner's go beside them. */
  readonly metrics?: Registry;
  /** Conditions of readiness beyond the runner's own. */
  readonly checks?: readonly Check[];
  /** Called after the stage has stopped. */
  readonly close?: () => Promise<void>;
}

/** Beyond the drain time, for commits and for leaving the group. */
const OVERTIME_MS = 5000;

/** After everything of ours is closed, for a socket or timer of a library that is not. */
const LINGER_MS = 1000;

/**
 * A whole stage process: health server, stage, and an orderly end on SIGTERM or SIGINT. Resolves when it has ended. An
 * end that takes longer than the drain time allows is cut short with code 1: what was not committed is done again.
 */
export async function runService<I>({
  name,
  config,
  stage,
  metrics = new Registry(),
  checks = [],
  close,
}: Service<I>): Promise<void> {
  const log = createLogger(name, config.logLevel).child({ instance: config.instance });
  if (process.env[QUARANTINE_VARIABLE] === '1' && process.send !== undefined) {
    await serveQuarantine(stage, log);
    await close?.();
    return;
  }
  processMetrics(metrics);
  const stopped = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('The process ends for an error that nobody handled', describeError(error));
      process.exit(1);
    });
  }
  const quarantine = childQuarantine(process.argv[1]!, log);
  const handle = runStage(stage, config, { codec: createCodec(config.registry), log, metrics, quarantine });
  await using health = await startHealthServer(config.health, [...handle.checks, ...checks], metrics, log);
  const signal = await stopped;
  log.info('Stopping', { signal, port: health.port });
  const cut = (ms: number, code: number): NodeJS.Timeout =>
    setTimeout(() => {
      log.warn('The process did not end by itself', { ms });
      process.exit(code);
    }, ms).unref();
  const overdue = cut(config.stage.drainMs + OVERTIME_MS, 1);
  await handle.stop();
  await close?.();
  clearTimeout(overdue);
  cut(LINGER_MS, 0);
}
