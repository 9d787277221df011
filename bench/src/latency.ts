/**
 * One job at a time through a running stack: from the POST until the event stream tells the end.
 *
 *   npm run bench:latency -- [--jobs 200] [--stack .local/stack.json]
 *
 * Prints p50 and p99 of the whole and of the acceptance, and the memory (PSS) of every process.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { quantile } from './quantile.ts';

const { values } = parseArgs({
  options: { jobs: { type: 'string', default: '200' }, stack: { type: 'string', default: '.local/stack.json' } },
});

interface StackFile {
  readonly gateway: string;
  readonly pids: Readonly<Record<string, number | readonly number[]>>;
}

const stack = JSON.parse(readFileSync(values.stack, 'utf8')) as StackFile;

const WARM_UP = 20;
const accepted: number[] = [];
const ended: number[] = [];
for (let index = 0; index < Number(values.jobs) + WARM_UP; index++) {
  const started = performance.now();
  const response = await fetch(`${stack.gateway}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: consultation(index) }),
  });
  const { job_id } = (await response.json()) as { job_id: string };
  const acceptedAt = performance.now();
  const events = await fetch(`${stack.gateway}/v1/jobs/${job_id}/events`);
  const stream = await events.text();
  if (!stream.includes('"completed"')) throw new Error(`Job ${job_id} did not complete`);
  if (index < WARM_UP) continue;
  accepted.push(acceptedAt - started);
  ended.push(performance.now() - started);
}

const line = (name: string, figures: readonly number[]) =>
  console.log(
    `${name.padEnd(24)} p50 ${quantile(figures, 0.5).toFixed(1)} ms  p99 ${quantile(figures, 0.99).toFixed(1)} ms`,
  );
line('POST to 202', accepted);
line('POST to terminal event', ended);
for (const [name, pids] of Object.entries(stack.pids)) {
  for (const pid of [pids].flat()) console.log(`${name.padEnd(24)} ${memoryMb(pid)} MB`);
}

function consultation(index: number): string {
  return [
    'Doctora: ¿Qué le trae por aquí?',
    `Paciente: Tengo ${30 + (index % 50)} años y me duele la cabeza desde hace ${2 + (index % 9)} días.`,
    'Doctora: ¿Ha tenido fiebre?',
    'Paciente: No. Tomo paracetamol 500 mg cada ocho horas.',
  ].join('\n');
}

/** Proportional set size (proc(5), smaps_rollup). */
function memoryMb(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Math.round(Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024);
}
