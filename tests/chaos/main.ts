/**
 * The chaos campaign.
 *
 *   npm run chaos -- [--seed 1] [--short] [--jobs 2000] [--minutes 8] [--keep]
 *
 * Prints a table, and the report as JSON with --json. A failed run keeps its folder: logs of every part, the plan, the
 * report; the same seed plans the same faults. Exit code 1 where anything was lost, doubled or late.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import careful from '../inference/models/careful.ts';
import { FULL, SHORT } from './amounts.ts';
import { runCampaign } from './campaign.ts';
import { consultation } from './consultations.ts';
import { table } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    short: { type: 'boolean', default: false },
    jobs: { type: 'string' },
    minutes: { type: 'string' },
    json: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});

const shape = values.short ? SHORT : FULL;
const seed = Number(values.seed);
const folder = mkdtempSync(join(tmpdir(), `chaos-${seed}-`));
const report = await runCampaign({
  ...shape,
  seed,
  folder,
  jobs: values.jobs === undefined ? shape.jobs : Number(values.jobs),
  amounts: {
    ...shape.amounts,
    ...(values.minutes === undefined ? {} : { durationMs: Number(values.minutes) * 60_000 }),
  },
  answer: careful,
  text: consultation,
  log: (line) => console.error(line),
});

console.log(values.json ? JSON.stringify(report, null, 2) : table(report));
if (report.ok && !values.keep) rmSync(folder, { recursive: true, force: true });
else console.error(`Kept: ${folder} (replay: npm run chaos -- --seed ${seed}${values.short ? ' --short' : ''})`);
process.exitCode = report.ok ? 0 : 1;
