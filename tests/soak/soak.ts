import { setTimeout as delay } from 'node:timers/promises';
import type { Addresses } from '../../deploy/local/src/stack-record.ts';
import { type Footprint, footprint, type Held, heldOver } from './footprint.ts';
import { Load } from './load.ts';

export interface SoakOptions {
  readonly addresses: Addresses;
  /** Where each process that is watched tells of itself. */
  readonly metricsUrls: ReadonlyMap<string, string>;
  /** By so many jobs the greatest rate is found. */
  readonly saturateJobs: number;
  /** How many jobs half of that rate is kept up for. */
  readonly steadyJobs: (perSecond: number) => number;
  readonly sampleMs: number;
  readonly log: (line: string) => void;
}

export interface SoakReport {
  readonly maxRate: number;
  readonly steadyRate: number;
  readonly jobs: Load['counts'];
  /** By process: in the first half of the steady time, and in the second. */
  readonly held: Readonly<Record<string, { readonly early: Held; readonly late: Held }>>;
  readonly complaints: readonly string[];
  /** All that was seen of each process, in its order. */
  readonly samples: Readonly<Record<string, readonly Footprint[]>>;
}

const JOBS_UNDER_WAY = 256;
const SETTLE_MS = 60_000;
/** More than it ever held before, or than what steps of the allocator explain. */
const RESIDENT_SLACK = 1.1;
const OUTSIDE_SLACK = 1.25;
const HEAP_SLACK_MB = 4;
const FILES_SLACK = 4;

/** Looks for the greatest rate of a stack with one instance of each service, then keeps half of it up and watches. */
export async function soak(options: SoakOptions): Promise<SoakReport> {
  await using load = new Load(options.addresses);
  const maxRate = await load.saturate(JOBS_UNDER_WAY, options.saturateJobs);
  await load.settled(SETTLE_MS);
  const jobs = Math.ceil(options.steadyJobs(maxRate / 2));
  options.log(`at most ${maxRate.toFixed(1)} jobs/s; half of it for ${jobs} jobs`);

  const samples = new Map<string, Footprint[]>();
  const over = new AbortController();
  const watch = async (): Promise<void> => {
    while (!over.signal.aborted) {
      for (const [name, url] of options.metricsUrls) {
        const list = samples.get(name) ?? [];
        list.push(await footprint(url));
        samples.set(name, list);
      }
      await delay(options.sampleMs, undefined, { signal: over.signal }).catch(() => {});
    }
  };
  const [steadyRate] = await Promise.all([load.steady(maxRate / 2, jobs).finally(() => over.abort()), watch()]);
  const open = await load.settled(SETTLE_MS);

  const held = Object.fromEntries(
    [...samples].map(([name, list]) => {
      const half = list.length >> 1;
      return [name, { early: heldOver(list.slice(0, half)), late: heldOver(list.slice(half)) }];
    }),
  );
  const complaints = complaintsOf(held, load.counts);
  if (open > 0) complaints.push(`${open} accepted jobs did not end within ${SETTLE_MS} ms: the rate was not kept up`);
  return { maxRate, steadyRate, jobs: load.counts, held, complaints, samples: Object.fromEntries(samples) };
}

function complaintsOf(held: SoakReport['held'], jobs: Load['counts']): string[] {
  const out: string[] = [];
  if (jobs.repeated > 0) out.push(`${jobs.repeated} jobs ended twice`);
  if (jobs.refused > 0) out.push(`${jobs.refused} submissions were refused`);
  for (const [name, { early, late }] of Object.entries(held)) {
    const grew = (what: keyof Held, most: number): void => {
      if (late[what] > most) out.push(`${name}: ${what} from ${early[what]} to ${late[what]}`);
    };
    grew('residentMb', early.peakMb * RESIDENT_SLACK);
    grew('outsideMb', early.outsideMb * OUTSIDE_SLACK);
    grew('liveHeapMb', early.liveHeapMb + HEAP_SLACK_MB);
    grew('openFiles', early.openFiles + FILES_SLACK);
  }
  return out;
}

/** The report as a table for people. */
export function soakTable({ maxRate, steadyRate, jobs, held, complaints }: SoakReport): string {
  const cell = ({ residentMb, peakMb, liveHeapMb, outsideMb, openFiles }: Held): string =>
    `${residentMb} MB (peak ${peakMb}, live heap ${liveHeapMb}, outside of the heap ${outsideMb}), ${openFiles} files`;
  return [
    `at most ${maxRate.toFixed(1)} jobs/s, kept up ${steadyRate.toFixed(1)} jobs/s`,
    `${jobs.submitted} submitted, ${jobs.refused} refused, ${jobs.ended} ended, ${jobs.repeated} ended twice`,
    ...Object.entries(held).map(([name, { early, late }]) => `${name.padEnd(14)} ${cell(early)} -> ${cell(late)}`),
    ...complaints.map((one) => `COMPLAINT ${one}`),
    complaints.length === 0 ? 'OK: flat' : 'FAILED',
  ].join('\n');
}
