import type { Probe } from '../parts/probes.ts';

/** What to run and how to tell that it works; everything a supervised process needs to be started again. */
export interface Program {
  /** Also the name of its log file, such as "kafka" or "summarizer-1". */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly probe: Probe;
  /** Where Prometheus may scrape it; services have one. */
  readonly metricsUrl?: string;
  /** Time from launch in which it must become healthy. */
  readonly startTimeoutMs: number;
  /** Time from SIGTERM after which it is killed. */
  readonly stopGraceMs: number;
  /** Shortest time between an unclean death and the next launch: a Kafka session that has to run out. */
  readonly withholdMs: number;
}
