import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fact, JobStatus, Summary } from '@clinical/contracts';
import { LocalStackError } from '../local-error.ts';
import { localRoot } from '../root.ts';

/** A FHIR bundle as far as a table of its resources needs it. */
interface Bundle {
  readonly entry?: ReadonlyArray<{ readonly resource: { readonly resourceType: string } }>;
}

export interface Demonstration {
  readonly jobId: string;
  readonly milliseconds: number;
  readonly summary: Pick<Summary, 'facts' | 'clinical_summary' | 'language'>;
  readonly bundle: Bundle;
}

const ended: readonly JobStatus[] = ['completed', 'failed', 'no_speech', 'cancelled', 'erased'];
const askEveryMs = 100;

/** Sends the bundled consultation through the pipeline and fetches what came of it. */
export async function demonstrate(gateway: string, file: string, signal: AbortSignal): Promise<Demonstration> {
  const started = performance.now();
  const text = await readFile(join(localRoot, 'demo', file), 'utf8');
  const accepted = await call<{ job_id: string }>(`${gateway}/v1/jobs`, 202, signal, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });
  const job = `${gateway}/v1/jobs/${accepted.job_id}`;
  let status: JobStatus = 'pending';
  while (!ended.includes(status)) {
    await sleep(askEveryMs, undefined, { signal });
    ({ status } = await call<{ status: JobStatus }>(job, 200, signal));
  }
  if (status !== 'completed') throw new LocalStackError('demo', `Job ${accepted.job_id} ended as ${status}.`);
  const [summary, bundle] = await Promise.all([
    call<Summary>(`${job}/summary`, 200, signal),
    call<Bundle>(`${job}/fhir`, 200, signal),
  ]);
  return { jobId: accepted.job_id, milliseconds: performance.now() - started, summary, bundle };
}

async function call<T>(url: string, expected: number, signal: AbortSignal, init: RequestInit = {}): Promise<T> {
  const response = await fetch(url, { ...init, signal });
  if (response.status === expected) return (await response.json()) as T;
  throw new LocalStackError('demo', `${url} answered ${response.status}: ${(await response.text()).slice(0, 500)}`);
}

/** The demonstration's outcome as lines for a terminal: narrative, facts with their quotes, resources. */
export function describe({ milliseconds, summary, bundle }: Demonstration): string[] {
  const width = Math.max(...summary.facts.map((fact) => describeFact(fact).length), 0);
  const counts = new Map<string, number>();
  for (const { resource } of bundle.entry ?? []) {
    counts.set(resource.resourceType, (counts.get(resource.resourceType) ?? 0) + 1);
  }
  const nameWidth = Math.max(...[...counts.keys()].map((name) => name.length), 0);
  return [
    `Summary (${summary.language}), ${(milliseconds / 1000).toFixed(1)} s after it was submitted:`,
    '',
    ...wrap(summary.clinical_summary.narrative_summary, 96).map((line) => `  ${line}`),
    '',
    'Facts, each with the words it stands on:',
    ...summary.facts.map((fact) => `  ${describeFact(fact).padEnd(width)}  «${fact.evidence[0]?.quote ?? ''}»`),
    '',
    'FHIR R4 bundle:',
    ...[...counts].map(([name, count]) => `  ${name.padEnd(nameWidth)}  ${count}`),
  ];
}

function describeFact({ kind, text, assertion }: Fact): string {
  return `${kind.padEnd(11)} ${assertion === 'present' ? '' : `[${assertion}] `}${text}`;
}

/** Breaks text at spaces into lines of at most so many characters. */
function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1]!;
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
