/** The short form of `npm run chaos`: about a minute of faults, the same checker. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SHORT } from '../chaos/amounts.ts';
import { runCampaign } from '../chaos/campaign.ts';
import { consultation } from '../chaos/consultations.ts';
import { table } from '../chaos/report.ts';
import careful from '../inference/models/careful.ts';

test('a minute of chaos loses nothing and doubles nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-short-'));
  const lines: string[] = [];
  const report = await runCampaign({
    ...SHORT,
    seed: 7,
    folder,
    answer: careful,
    text: consultation,
    log: (line) => lines.push(line),
  });
  expect(report.findings, `${lines.join('\n')}\n${table(report)}\nlogs: ${folder}`).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
}, 240_000);
