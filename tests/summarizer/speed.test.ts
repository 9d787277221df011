/**
 * What a consultation costs in the embedded engine and in verification, told beside work that never changes, and how the
 * cost grows with the length: ratios within one run, which hold on a slow or busy machine as well.
 * The figures themselves: `node services/summarizer/scripts/speed.ts`.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const SCRIPT = new URL('./speed-ratios.ts', import.meta.url).pathname;

async function ratioOf(what: string, limit: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, what, String(limit)]);
  return Number(stdout);
}

describe('Speed', { timeout: 90_000 }, () => {
  test.each([
    ['a draft', 'draft', 3.3],
    ['a whole summary', 'summary', 6],
  ])('%s costs little beside the plain counting of its words', async (_, what, limit) => {
    expect(await ratioOf(what, limit)).toBeLessThan(limit);
  });

  test.each([
    ['turns', 'turns'],
    ['one note', 'note'],
  ])('six visits in one, as %s, cost no more than apart', async (_, what) => {
    expect(await ratioOf(what, 1.5)).toBeLessThan(1.5);
  });
});
