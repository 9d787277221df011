/** The harness' outputs, looked up by a script that knows nothing of the product: each fact's quote stands where it says. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carelessly } from '../inference/models/careless.ts';
import { conversationOf } from '../inference/models/conversation.ts';
import { type Inference, startInference } from '../inference/server.ts';

const run = promisify(execFile);
const evaluation = (path: string): string => fileURLToPath(new URL(`../../evaluation/${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
let server: Inference;
beforeAll(async () => {
  server = await startInference({ answer: (request) => carelessly(conversationOf(request)!) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function evaluated(engine: 'embedded' | 'openai', ...corpora: string[]): Promise<string> {
  const out = join(folder, engine, ...corpora);
  const env = { ...process.env, LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'careless' };
  const args = ['--engine', engine, '--out', out, '--no-gate', ...corpora];
  await run(process.execPath, [evaluation('src/main.ts'), ...args], { env, maxBuffer: 64 * 1024 * 1024 });
  return join(out, 'summaries');
}

const checked = async (summaries: string): Promise<string> =>
  (await run(process.execPath, [evaluation('check-evidence.mjs'), summaries])).stdout;

describe.each(['embedded', 'openai'] as const)('traps by %s', (engine) => {
  test('every fact stands', async () => {
    const said = await checked(await evaluated(engine, '--corpus', 'traps'));
    expect(said).toMatch(/^\d{3,} facts of \d{3,} summaries, 0 without their evidence\n$/);
  }, 60_000);
});

test('the script sees an offset that is one off, a quote that is not there, and a fact without any', async () => {
  const summaries = await evaluated('embedded', '--corpus', 'traps', '--limit', '40');
  const [file] = readdirSync(summaries);
  const lines = readFileSync(join(summaries, file!), 'utf8').trim().split('\n');
  const at = lines.findIndex((line) => JSON.parse(line).facts.length > 0);
  const breakages: ((fact: { evidence: { start: number; quote: string }[] }) => void)[] = [
    (fact) => (fact.evidence[0]!.start += 1),
    (fact) => (fact.evidence[0]!.quote += '!'),
    (fact) => fact.evidence.splice(0),
  ];
  for (const breaks of breakages) {
    const summary = JSON.parse(lines[at]!);
    breaks(summary.facts[0]);
    writeFileSync(join(summaries, file!), lines.with(at, JSON.stringify(summary)).join('\n'));
    await expect(checked(summaries)).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining(', 1 without') });
  }
}, 60_000);

const corpora = process.env.CORPORA_DIR;

/** All outputs of all corpora, where a folder of them is given. */
if (corpora !== undefined && existsSync(corpora)) {
  test('every fact of every record of the corpora stands', async () => {
    const said = await checked(await evaluated('embedded', '--corpora', corpora));
    expect(said).toContain(', 0 without their evidence');
  }, 600_000);
}
