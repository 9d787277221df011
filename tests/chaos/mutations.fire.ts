/** The campaign and its checker find what they are there to find: parts of the design are switched off in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import careful from '../inference/models/careful.ts';
import { type CampaignOptions, runCampaign } from './campaign.ts';
import { consultation } from './consultations.ts';
import { type Amounts, planFaults } from './plan.ts';
import { table } from './report.ts';

const CALM: Amounts = {
  durationMs: 40_000,
  kills: 0,
  zombies: 0,
  brokerKills: 0,
  registryKills: 0,
  redisKills: 0,
  redisFlushes: 0,
  networkCuts: 0,
  rollingRestarts: 0,
  scalings: 0,
  inferenceFaults: 0,
  zombieMs: 8000,
};
const LONG = 300_000;

/** A campaign whose services run with a part of the runtime replaced. */
async function mutated(mutation: string | null, shape: Pick<CampaignOptions, 'jobs' | 'inferenceMs' | 'amounts'>) {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-mutation-'));
  const file = fileURLToPath(new URL(`../runtime/mutations/${mutation}.ts`, import.meta.url));
  const lines: string[] = [];
  const report = await runCampaign({
    ...shape,
    seed: SEED,
    folder,
    instances: 2,
    settleMs: 60_000,
    answer: careful,
    text: consultation,
    ...(mutation === null ? {} : { env: { NODE_OPTIONS: `--import ${file}` } }),
    log: (line) => lines.push(line),
  });
  rmSync(folder, { recursive: true, force: true });
  const rules = new Set(report.findings.map(({ rule }) => rule));
  console.log(`${mutation ?? 'nothing replaced'}: ${report.findings.length} findings: ${[...rules].join(', ')}`);
  return { rules: [...rules], shown: `${lines.join('\n')}\n${table(report)}` };
}

const SEED = 1;
const DUPLICATE = expect.stringMatching(/^duplicate on (transcripts|summaries|fhir)$/);

describe('Processes that sleep through their session with work in hand', () => {
  const zombies = { jobs: 400, inferenceMs: 2500, amounts: { ...CALM, zombies: 6 } };

  it('double work where nobody is fenced, and the checker says so', { timeout: LONG }, async () => {
    const asleep = planFaults(SEED, zombies.amounts).filter(
      (fault) => 'service' in fault && fault.service === 'summarizer',
    );
    expect(asleep.length, 'the seed must let summarizers sleep').toBeGreaterThan(1);
    const { rules, shown } = await mutated('no-fencing', zombies);
    expect(rules, shown).toContainEqual(DUPLICATE);
  });

  it('double nothing as it is', { timeout: LONG }, async () => {
    const { rules, shown } = await mutated(null, zombies);
    expect(rules, shown).toEqual([]);
  });
});

describe('Processes that are killed under a steady load', () => {
  const kills = { jobs: 2000, inferenceMs: 20, amounts: { ...CALM, kills: 16 } };

  it('double work where offsets are committed outside of the transaction, and the checker says so', {
    timeout: LONG,
  }, async () => {
    const { rules, shown } = await mutated('offsets-outside', kills);
    expect(rules, shown).toContainEqual(DUPLICATE);
  });
});
