/**
 * Half of the greatest rate for a long time: nothing may grow.
 *
 *   npm run soak -- [--minutes 20] [--json]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stack } from '../../deploy/local/src/stack.ts';
import { soak, soakTable } from './soak.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
});

const folder = mkdtempSync(join(tmpdir(), 'soak-'));
await using stack = await Stack.start({ folder });
const report = await soak({
  addresses: stack.addresses,
  metricsUrls: stack.metricsUrls,
  saturateJobs: 5000,
  steadyJobs: (perSecond) => perSecond * Number(values.minutes) * 60,
  sampleMs: 5000,
  log: (line) => console.error(line),
});
console.log(values.json ? JSON.stringify(report, null, 2) : soakTable(report));
if (report.complaints.length === 0) rmSync(folder, { recursive: true, force: true });
else console.error(`Kept: ${folder}`);
process.exitCode = report.complaints.length === 0 ? 0 : 1;
