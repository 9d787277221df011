import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTerminal, type JobStatus } from '@clinical/contracts';
import { Redis } from 'ioredis';
import { freePort } from '../../deploy/local/src/ports.ts';
import { Stack } from '../../deploy/local/src/stack.ts';
import { ApiClient } from '../client/api.ts';
import { collectTopics } from '../client/topics.ts';
import type { Answer } from '../inference/chat.ts';
import { startInference } from '../inference/server.ts';
import { check, type Finding } from './checker.ts';
import { type Applied, apply, type Targets } from './faults.ts';
import { noPromises, type Promises, submitAll } from './load.ts';
import { type Amounts, planFaults } from './plan.ts';
import { ToxicProxy } from './proxy.ts';
import { seeded } from './random.ts';
import { countBy, type Report } from './report.ts';

export interface CampaignOptions {
  readonly seed: number;
  readonly jobs: number;
  readonly amounts: Amounts;
  /** Holds the stack's data and logs, the plan and the report. */
  readonly folder: string;
  readonly instances: number;
  /** Milliseconds that the model takes. */
  readonly inferenceMs: number;
  readonly answer?: Answer;
  /** How long jobs may take to end after the last fault. */
  readonly settleMs: number;
  readonly text: (index: number) => string;
  readonly env?: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

/** Runs the whole system under load and faults, and compares what came of it with what was promised. */
export async function runCampaign(options: CampaignOptions): Promise<Report> {
  const started = Date.now();
  const faults = planFaults(options.seed, options.amounts);
  mkdirSync(options.folder, { recursive: true });
  writeFileSync(join(options.folder, 'plan.json'), JSON.stringify(faults, null, 2));

  const [brokerPort, proxyPort] = [await freePort(), await freePort()];
  await using broker = await ToxicProxy.listen(proxyPort, { host: '127.0.0.1', port: brokerPort });
  await using inference = await startInference({
    latencyMs: options.inferenceMs,
    ...(options.answer === undefined ? {} : { answer: options.answer }),
  });
  await using stack = await Stack.start({
    folder: options.folder,
    proxied: { port: brokerPort, advertisedPort: broker.port },
    instances: { transcriber: options.instances, summarizer: options.instances, 'fhir-mapper': options.instances },
    env: {
      KAFKA_BROKERS: `127.0.0.1:${broker.port}`,
      SUMMARIZER_ENGINE: 'openai',
      LLM_BASE_URL: inference.baseUrl,
      LLM_API_KEY: 'chaos',
      LLM_MODEL: 'chaos',
      LLM_UNAVAILABLE: 'wait',
      ...options.env,
    },
  });
  options.log(`stack is up after ${Math.round((Date.now() - started) / 1000)} s`);

  const stop = new AbortController();
  const client = new ApiClient(stack.addresses.gateway, stop.signal);
  const targets: Targets = {
    stack,
    broker,
    inference,
    random: seeded(options.seed + 1),
    flushRedis: () => flush(stack.addresses.redis),
  };
  const promises = noPromises();
  const load = submitAll(
    client,
    {
      jobs: options.jobs,
      durationMs: options.amounts.durationMs,
      followEvery: 4,
      text: options.text,
      campaign: `chaos-${options.seed}`,
    },
    promises,
  ).catch((error: unknown) => options.log(`the load ended early: ${error}`));
  const applied = await applyAll(faults, targets, options.log);
  const lastFault = Date.now();
  await Promise.all(stack.names.map((name) => stack.healthy(name)));

  const settled = await settle(load, promises, client, lastFault + options.settleMs);
  options.log(`settled: ${settled.inTime}`);
  const settledS = Math.round((settled.at - lastFault) / 100) / 10;
  stop.abort();

  const topics = await collectTopics(stack.addresses);
  const findings: Finding[] = check({
    accepted: new Set(promises.accepted.keys()),
    finalStatus: settled.final,
    topics,
    results: topics.results,
    deadLetters: topics.deadLetters,
    streams: new Map(
      [...promises.streams].map(([job, events]) => [job, events.map((e) => ({ seq: Number(e.id), status: e.status }))]),
    ),
  });
  for (const pair of promises.conflicting) findings.push({ rule: 'two jobs under one key', job: pair, detail: '' });
  if (!settled.inTime) findings.push({ rule: 'not settled in time', job: '-', detail: `${settledS} s` });

  const report: Report = {
    seed: options.seed,
    ok: findings.length === 0,
    startedAt: new Date(started).toISOString(),
    durationS: Math.round((Date.now() - started) / 1000),
    jobs: {
      accepted: promises.accepted.size,
      repeatedPosts: promises.repeated,
      followed: promises.streams.size,
    },
    faults: countBy(applied, nameOf),
    records: Object.fromEntries(Object.entries(topics).map(([topic, records]) => [topic, records.length])),
    terminal: countBy(settled.final.values(), (status) => status ?? 'unknown'),
    settledS,
    findings,
  };
  writeFileSync(join(options.folder, 'report.json'), JSON.stringify(report, null, 2));
  return report;
}

async function applyAll(faults: ReturnType<typeof planFaults>, targets: Targets, log: (line: string) => void) {
  const started = Date.now();
  const stop = new AbortController();
  const applied: NonNullable<Applied>[] = [];
  const running: Promise<void>[] = [];
  for (const fault of faults) {
    const wait = started + fault.at - Date.now();
    if (wait > 0) await sleep(wait);
    running.push(
      apply(fault, targets, stop.signal).then((done) => {
        if (done !== null) applied.push(done);
        log(`${Math.round((Date.now() - started) / 1000)} s ${fault.kind} ${done?.target ?? '(was down)'}`);
      }),
    );
  }
  await Promise.all(running);
  return applied;
}

interface Settled {
  readonly final: Map<string, JobStatus | null>;
  readonly at: number;
  readonly inTime: boolean;
}

/** Waits until every accepted job is terminal and every stream has ended, or the time is over. */
async function settle(load: Promise<void>, promises: Promises, client: ApiClient, deadline: number): Promise<Settled> {
  const late = new AbortController();
  const ended = await Promise.race([
    load.then(() => true),
    sleep(Math.max(0, deadline - Date.now()), false, { signal: late.signal }),
  ]);
  late.abort();
  const final = new Map<string, JobStatus | null>();
  for (const id of promises.accepted.keys()) final.set(id, await lastStatus(client, id, deadline));
  const open = [...final.values()].some((status) => status === null || !isTerminal(status));
  return { final, at: Date.now(), inTime: ended && !open };
}

async function lastStatus(client: ApiClient, id: string, deadline: number): Promise<JobStatus | null> {
  for (;;) {
    const status = (await client.job(id))?.status ?? null;
    if ((status !== null && isTerminal(status)) || Date.now() > deadline) return status;
    await sleep(100);
  }
}

function nameOf({ fault, target }: NonNullable<Applied>): string {
  if (fault.kind === 'network') return `network ${fault.toxic}`;
  if (fault.kind === 'inference') return `inference ${fault.behaviour}`;
  return `${fault.kind} ${target.replace(/-\d+$/, '')}`;
}

async function flush(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.flushall();
  } finally {
    redis.disconnect();
  }
}
