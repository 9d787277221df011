import { JobStatus, type PublicStatus, publicStatus } from '@clinical/contracts';
import { HttpProblem } from '../http/problems.ts';
import type { JobStore, StoredJob } from './store.ts';

export interface ListFilter {
  /** Lattice words or public ones; empty takes all. */
  readonly statuses: readonly (JobStatus | PublicStatus)[];
  /** Milliseconds since the epoch, both inclusive. */
  readonly createdAfter: number;
  readonly createdBefore: number;
  readonly limit: number;
  readonly cursor: string | null;
}

/** Index entries looked at for one answer, so that a rare status cannot make a request endless. */
const MAX_EXAMINED = 2000;

interface Position {
  readonly at: number;
  readonly below: string | null;
}

const encodeCursor = ({ at, below }: Position): string => Buffer.from(`${at}:${below}`).toString('base64url');

function decodeCursor(cursor: string): Position {
  const match = /^(\d{1,15}):([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (match === null) throw new HttpProblem('malformed_cursor');
  return { at: Number(match[1]), below: match[2]! };
}

/**
 * A page of a tenant's jobs, the newest first. A page may be shorter than its limit although more follows: what counts
 * is whether there is a cursor.
 */
export async function listJobs(
  store: JobStore,
  tenant: string,
  filter: ListFilter,
): Promise<{ jobs: StoredJob[]; cursor: string | null }> {
  const wanted = new Set<string>(filter.statuses);
  const matches = (job: StoredJob): boolean =>
    job.tenant === tenant &&
    job.status !== 'erased' &&
    (wanted.size === 0 || wanted.has(job.status) || wanted.has(publicStatus(job.status)));

  let position: Position =
    filter.cursor === null ? { at: filter.createdBefore, below: null } : decodeCursor(filter.cursor);
  const jobs: StoredJob[] = [];
  for (let examined = 0; examined < MAX_EXAMINED; ) {
    const rows = await store.newest(tenant, position, filter.createdAfter, 100);
    const found = await store.many(rows.map(({ id }) => id));
    const gone: string[] = [];
    for (const [index, row] of rows.entries()) {
      const job = found[index] ?? null;
      position = { at: row.at, below: row.id };
      if (job === null || job.status === 'erased') gone.push(row.id);
      else if (matches(job)) jobs.push(job);
      if (jobs.length === filter.limit) break;
    }
    await store.forget(tenant, gone);
    if (jobs.length === filter.limit) return { jobs, cursor: encodeCursor(position) };
    if (rows.length < 100) return { jobs, cursor: null };
    examined += rows.length;
  }
  return { jobs, cursor: encodeCursor(position) };
}

export const STATUS_WORDS = [...new Set([...JobStatus.options, 'processing' as const])].filter(
  (word) => word !== 'erased',
);
