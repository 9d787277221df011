import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { isAlive } from './identity.ts';
import { Part, type PartOptions } from './part.ts';
import type { Program } from './program.ts';

function part(script: string, options: Partial<PartOptions> = {}, program: Partial<Program> = {}): Part {
  const folder = temporaryFolder();
  return new Part(
    {
      name: 'example',
      command: process.execPath,
      args: ['-e', script],
      env: {},
      cwd: folder,
      probe: async () => true,
      startTimeoutMs: 5000,
      stopGraceMs: 5000,
      withholdMs: 0,
      ...program,
    },
    { logFolder: folder, supervise: true, ...options },
  );
}

const forever = 'setInterval(() => {}, 1000)';

test('a part that dies comes back by itself, as another process', async () => {
  const deaths: string[] = [];
  await using it = part(forever, { onDeath: (_, how) => deaths.push(how) });
  it.launch();
  await it.healthy();
  const first = it.identity!;
  await it.signal('SIGKILL');
  expect(isAlive(first)).toBe(false);
  await vi.waitFor(() => expect(it.identity?.pid).toBeDefined(), 10_000);
  expect(it.identity!.pid).not.toBe(first.pid);
  expect(deaths).toEqual(['SIGKILL']);
});

test('a stopped part stays down, also when it was waiting to be launched again', async () => {
  await using it = part('process.exit(3)', {}, { withholdMs: 60_000 });
  const died = Promise.withResolvers<void>();
  const other = part('process.exit(3)', { onDeath: () => died.resolve() }, { withholdMs: 60_000 });
  other.launch();
  await died.promise;
  await other.stop();
  expect(other.identity).toBeUndefined();
  await it.stop();
});

test('a suspended or deaf process is ended too', async () => {
  await using suspended = part(forever);
  suspended.launch();
  await suspended.signal('SIGSTOP');
  await suspended.stop();
  expect(suspended.identity).toBeUndefined();

  const folder = temporaryFolder();
  const deaf = part(
    `process.on('SIGTERM', () => {}); console.log('deaf'); ${forever}`,
    { logFolder: folder },
    { stopGraceMs: 200, probe: async () => readFileSync(join(folder, 'example.log'), 'utf8').includes('deaf') },
  );
  deaf.launch();
  await deaf.healthy();
  await deaf.stop();
  expect(deaf.identity).toBeUndefined();
});

test('without supervision a death while starting is told with the end of the log', async () => {
  await using it = part(
    "console.error('no such cluster'); process.exit(1)",
    { supervise: false },
    { probe: async () => false },
  );
  it.launch();
  await expect(it.healthy()).rejects.toThrow(/example ended while starting[\s\S]*no such cluster/);
});

test('a program that does not exist is a death like another', async () => {
  const deaths: string[] = [];
  await using it = part(
    '',
    { supervise: false, onDeath: (_, how) => deaths.push(how) },
    { command: 'no-such-program' },
  );
  it.launch();
  await expect(it.healthy()).rejects.toThrow(/ended while starting/);
  expect(deaths[0]).toContain('ENOENT');
});

test('variables set to undefined do not reach the process', async () => {
  vi.stubEnv('SECRET_OF_THE_PARENT', 'x');
  const folder = temporaryFolder();
  const script =
    "require('fs').writeFileSync('seen.tmp', String(process.env.SECRET_OF_THE_PARENT)); require('fs').renameSync('seen.tmp', 'seen')";
  const it = part(script, { supervise: false }, { cwd: folder, env: { SECRET_OF_THE_PARENT: undefined } });
  it.launch();
  await vi.waitFor(() => expect(readFileSync(join(folder, 'seen'), 'utf8')).toBe('undefined'), 5000);
  vi.unstubAllEnvs();
});
