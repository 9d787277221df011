import { randomUUID } from 'node:crypto';
import { jobId, uuidV5 } from '@clinical/contracts';
import { problemOf } from '../http/errors.ts';
import { HttpProblem, PROBLEMS, type ProblemCode } from '../http/problems.ts';
import type { Acceptor } from './accept.ts';
import { draftOfJson } from './json-body.ts';
import { decodeText } from './text.ts';

/**
 * A batch needs no state of its own: its id tells how many lines it had, and a line's job id follows from it.
 * `b3f1...-17` has 17 lines; the job of line 3 is that of the Idempotency-Key `b3f1...-17/3`.
 */
export interface Batch {
  readonly id: string;
  readonly lines: number;
}

const ID = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-([1-9]\d{0,5})$/;

/** The same key and number of lines give the same batch. */
export function newBatch(tenant: string, idempotencyKey: string | null, lines: number): Batch {
  const id = idempotencyKey === null ? randomUUID() : uuidV5('batch', tenant, idempotencyKey);
  return { id: `${id}-${lines}`, lines };
}

export function batchOf(id: string): Batch | null {
  const match = ID.exec(id);
  return match === null ? null : { id, lines: Number(match[2]) };
}

export const jobOfLine = (tenant: string, { id }: Batch, line: number): string => jobId(tenant, `batch/${id}/${line}`);

export interface RefusedLine {
  /** From 1. */
  readonly line: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail?: string;
}

export interface AcceptedLine {
  readonly line: number;
  readonly job_id: string;
}

export interface BatchLimits {
  readonly batchJobs: number;
  readonly textBytes: number;
}

/** The lines of an NDJSON body; blank ones are nothing. */
export function linesOf(body: Buffer, { batchJobs }: BatchLimits): string[] {
  const lines = decodeText(body)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new HttpProblem('empty_text');
  if (lines.length > batchJobs) {
    throw new HttpProblem('payload_too_large', { detail: `At most ${batchJobs} lines are taken.` });
  }
  return lines;
}

/** Lines under way at once; they share produce requests and barriers. */
const PARALLEL = 64;

/**
 * Accepts the lines that can be. A line is refused by itself for what it says; an outage ends the whole, and the same
 * request under the same Idempotency-Key goes on where it ended.
 */
export async function acceptLines(
  lines: readonly string[],
  batch: Batch,
  request: { readonly tenant: string; readonly keyed: boolean; readonly traceparent: string | null },
  acceptor: Acceptor,
  { textBytes }: BatchLimits,
): Promise<{ accepted: AcceptedLine[]; refused: RefusedLine[] }> {
  const accepted: AcceptedLine[] = [];
  const refused: RefusedLine[] = [];
  let next = 0;
  let outage: unknown = null;
  const work = async () => {
    while (next < lines.length && outage === null) {
      const line = ++next;
      try {
        const draft = draftOfJson(parseLine(lines[line - 1]!), {}, textBytes);
        const id = jobOfLine(request.tenant, batch, line);
        const { job } = await acceptor.accept(draft, { ...request, jobId: id });
        accepted.push({ line, job_id: job.job_id });
      } catch (error) {
        const { code, status, details } = problemOf(error);
        if (status >= 500) outage = error;
        else {
          const detail = details.detail ?? details.errors?.[0]?.detail;
          refused.push({ line, code, title: PROBLEMS[code][1], ...(detail === undefined ? {} : { detail }) });
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL, lines.length) }, work));
  if (outage !== null) throw outage;
  const byLine = (a: { line: number }, b: { line: number }) => a.line - b.line;
  return { accepted: accepted.sort(byLine), refused: refused.sort(byLine) };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new HttpProblem('malformed_json');
  }
}
