import { type Random, seeded } from './random.ts';

export const SERVICES = ['gateway', 'transcriber', 'summarizer', 'fhir-mapper'] as const;
export type ServiceName = (typeof SERVICES)[number];
const STAGES = ['transcriber', 'summarizer', 'fhir-mapper'] as const;

/** One thing that goes wrong, and when, in milliseconds from the campaign's start. */
export type Fault = { readonly at: number } & (
  | { readonly kind: 'kill'; readonly service: ServiceName }
  /** SIGSTOP for longer than the Kafka session, then SIGCONT: a zombie that believes it still owns its partitions. */
  | { readonly kind: 'zombie'; readonly service: (typeof STAGES)[number]; readonly ms: number }
  | { readonly kind: 'kill-infra'; readonly part: 'kafka' | 'registry' | 'redis' }
  | { readonly kind: 'flush-redis' }
  | { readonly kind: 'network'; readonly toxic: Toxic; readonly ms: number }
  | { readonly kind: 'rolling-restart'; readonly service: (typeof STAGES)[number] }
  | { readonly kind: 'scale'; readonly service: (typeof STAGES)[number]; readonly to: number }
  | { readonly kind: 'inference'; readonly behaviour: InferenceFault; readonly ms: number }
);

export type Toxic = 'latency' | 'reset' | 'half-open' | 'refuse';
export const TOXICS: readonly Toxic[] = ['latency', 'reset', 'half-open', 'refuse'];

export type InferenceFault = '429' | '500' | 'hang' | 'truncate' | 'reset';
export const INFERENCE_FAULTS: readonly InferenceFault[] = ['429', '500', 'hang', 'truncate', 'reset'];

/** How many of each; they are spread over the campaign in an order and at times that the seed decides. */
export interface Amounts {
  readonly durationMs: number;
  readonly kills: number;
  readonly zombies: number;
  readonly brokerKills: number;
  readonly registryKills: number;
  readonly redisKills: number;
  readonly redisFlushes: number;
  readonly networkCuts: number;
  readonly rollingRestarts: number;
  readonly scalings: number;
  readonly inferenceFaults: number;
  /** A zombie sleeps for this long: more than the session time-out. */
  readonly zombieMs: number;
}

/** Each kind in its turn: no campaign goes without one. */
const dealt = <T>(kinds: readonly T[], index: number): T => kinds[index % kinds.length]!;

export function planFaults(seed: number, amounts: Amounts): Fault[] {
  const random = seeded(seed);
  const many = <T>(count: number, make: (random: Random, index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(random, index));

  const faults = random.shuffle([
    ...many(amounts.kills, (r) => ({ kind: 'kill' as const, service: r.pick(SERVICES) })),
    ...many(amounts.zombies, (r) => ({
      kind: 'zombie' as const,
      service: r.pick(STAGES),
      ms: amounts.zombieMs + r.int(0, 2000),
    })),
    ...many(amounts.brokerKills, () => ({ kind: 'kill-infra' as const, part: 'kafka' as const })),
    ...many(amounts.registryKills, () => ({ kind: 'kill-infra' as const, part: 'registry' as const })),
    ...many(amounts.redisKills, () => ({ kind: 'kill-infra' as const, part: 'redis' as const })),
    ...many(amounts.redisFlushes, () => ({ kind: 'flush-redis' as const })),
    ...many(amounts.networkCuts, (r, index) => ({
      kind: 'network' as const,
      toxic: dealt(TOXICS, index),
      ms: r.int(300, 3000),
    })),
    ...many(amounts.rollingRestarts, (r) => ({ kind: 'rolling-restart' as const, service: r.pick(STAGES) })),
    ...many(amounts.scalings, (r, index) => ({
      kind: 'scale' as const,
      service: r.pick(STAGES),
      to: index % 2 === 0 ? 3 : 1,
    })),
    ...many(amounts.inferenceFaults, (r, index) => ({
      kind: 'inference' as const,
      behaviour: dealt(INFERENCE_FAULTS, index),
      ms: r.int(500, 3000),
    })),
  ]);

  const step = amounts.durationMs / (faults.length + 1);
  return faults.map((fault, index) => ({ ...fault, at: Math.round((index + 0.5 + random.next() * 0.8) * step) }));
}
