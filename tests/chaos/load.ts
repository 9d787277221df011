import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient, StreamedJobEvent } from '../client/api.ts';

export interface Promises {
  /** Jobs that got a 202, and when, in milliseconds since the epoch. */
  readonly accepted: Map<string, number>;
  readonly streams: Map<string, StreamedJobEvent[]>;
  /** POSTs that had to be repeated. */
  repeated: number;
  /** Two different job ids under one key would be two promises. */
  readonly conflicting: string[];
}

export const noPromises = (): Promises => ({ accepted: new Map(), streams: new Map(), repeated: 0, conflicting: [] });

export interface LoadOptions {
  readonly jobs: number;
  readonly durationMs: number;
  /** Every n-th job is followed over SSE. */
  readonly followEvery: number;
  readonly text: (index: number) => string;
  readonly campaign: string;
}

/**
 * Submits jobs evenly over the campaign, each under its own Idempotency-Key, repeated until the 202 came; every
 * seventh is submitted once more afterwards, as a client does that lost the answer. Fills in `promises`; resolves when all
 * are made and all streams have ended.
 */
export async function submitAll(client: ApiClient, options: LoadOptions, promises: Promises): Promise<void> {
  const started = Date.now();
  const running: Promise<void>[] = [];
  for (let index = 0; index < options.jobs; index++) {
    const due = started + (index * options.durationMs) / options.jobs;
    if (due > Date.now()) await sleep(due - Date.now());
    running.push(submitOne(client, options, index, promises));
  }
  await Promise.all(running);
}

async function submitOne(client: ApiClient, options: LoadOptions, index: number, promises: Promises): Promise<void> {
  const key = `${options.campaign}-${index}`;
  const text = options.text(index);
  const { jobId, tries } = await client.submit(text, key);
  if (tries > 1) promises.repeated += 1;
  promises.accepted.set(jobId, Date.now());
  if (index % 7 === 0) {
    const again = await client.submit(text, key);
    promises.repeated += 1;
    if (again.jobId !== jobId) promises.conflicting.push(`${jobId} ${again.jobId}`);
  }
  if (index % options.followEvery !== 0) return;
  const events: StreamedJobEvent[] = [];
  promises.streams.set(jobId, events);
  for await (const event of client.events(jobId)) events.push(event);
}
