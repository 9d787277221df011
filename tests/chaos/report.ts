import type { Finding } from './checker.ts';

export interface Report {
  readonly seed: number;
  readonly ok: boolean;
  readonly startedAt: string;
  readonly durationS: number;
  readonly jobs: { readonly accepted: number; readonly repeatedPosts: number; readonly followed: number };
  /** Faults that took effect, by kind and target. */
  readonly faults: Readonly<Record<string, number>>;
  readonly records: Readonly<Record<string, number>>;
  readonly terminal: Readonly<Record<string, number>>;
  /** Seconds from the last fault until the last job was terminal. */
  readonly settledS: number;
  readonly findings: readonly Finding[];
}

/** The report as a table for people. */
export function table(report: Report): string {
  const rows: [string, string | number][] = [
    ['seed', report.seed],
    ['duration', `${report.durationS} s`],
    ['jobs accepted', report.jobs.accepted],
    ['POSTs repeated', report.jobs.repeatedPosts],
    ['streams followed', report.jobs.followed],
    ...Object.entries(report.faults).map(([name, count]): [string, number] => [`fault: ${name}`, count]),
    ...Object.entries(report.records).map(([name, count]): [string, number] => [`records: ${name}`, count]),
    ...Object.entries(report.terminal).map(([name, count]): [string, number] => [`ended: ${name}`, count]),
    ['settled after the last fault', `${report.settledS} s`],
    ['findings', report.findings.length],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const findings = report.findings.slice(0, 20).map(({ rule, job, detail }) => `  ${rule}: ${job} ${detail}`);
  return [...lines, ...findings, report.ok ? 'OK: nothing lost, nothing twice' : 'FAILED'].join('\n');
}

export const countBy = <T>(items: Iterable<T>, name: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));
};
