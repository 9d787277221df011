import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { installOnce } from '../../deploy/local/src/install/cache.ts';
import { ensurePrograms } from '../../deploy/local/src/install/programs.ts';
import { run } from '../../deploy/local/src/process/command.ts';
import { PINNED } from '../../services/fhir-mapper/src/terminology/table.ts';

const PACKAGE = 'simple-icd-10-cm==1.5.0';

test('every ICD-10-CM code and display is of the tabular list that its row names', { timeout: 300_000 }, async () => {
  await ensurePrograms(['pip3']);
  const folder = await installOnce('python-simple-icd-10-cm-1.5.0', async (staging) => {
    await run('pip3', ['install', '-q', '--target', staging, PACKAGE]);
  });
  const rows = PINNED.filter((row) => row.system === 'http://hl7.org/fhir/sid/icd-10-cm');
  expect(rows.length).toBeGreaterThan(700);
  const answer = spawnSync('python3', [fileURLToPath(new URL('icd-10-cm.py', import.meta.url))], {
    input: rows.map((row) => row.code).join('\n'),
    env: { ...process.env, PYTHONPATH: folder },
    encoding: 'utf8',
  });
  const titles = new Map(
    answer.stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string]),
  );
  expect(rows.filter((row) => titles.get(row.code) !== row.display)).toEqual([]);
});
