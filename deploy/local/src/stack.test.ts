import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { identify, isAlive, signal } from './process/identity.ts';
import { repositoryRoot } from './root.ts';
import { Stack } from './stack.ts';
import { type InfrastructureName, StackRecord } from './stack-record.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

// The first run on a machine installs Kafka, the registry and Java.
const installing = 300_000;

const folder = mkdtempSync(join(tmpdir(), 'stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name = folder) => JSON.parse(readFileSync(join(name, 'stack.json'), 'utf8'));

async function subjects(registry: string): Promise<string[]> {
  return (await fetch(`${registry}/subjects`)).json() as Promise<string[]>;
}

describe('infrastructure that is killed', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await Stack.start({ folder, services: false });
  }, installing);
  afterAll(() => stack?.stop());

  test('topics and schemas are there, and the record tells addresses and pids', async () => {
    expect(await subjects(stack.addresses.registry)).toContain('clinical.fhir.v1-value');
    const { kafka, registry, redis } = stack.addresses;
    expect(written()).toMatchObject({ kafka, registry, redis, pids: { gateway: [] } });
    expect(identify(written().pids.kafka)).toBeDefined();
  });

  test.each<InfrastructureName>([
    'redis',
    'kafka',
    'registry',
  ])('%s comes back by itself where it was, with what it held', async (name) => {
    const before = stack.pid(name);
    await stack.signal(name, 'SIGKILL');
    expect(written().pids[name]).toBeUndefined();
    await vi.waitFor(() => expect(stack.pid(name)).toBeDefined(), 10_000);
    await stack.healthy(name);
    expect(stack.pid(name)).not.toBe(before);
    expect(written().pids[name]).toBe(stack.pid(name));
    expect(await subjects(stack.addresses.registry)).toContain('clinical.fhir.v1-value');
  }, 60_000);

  test('a second stack in the same folder is refused', async () => {
    await expect(Stack.start({ folder, services: false })).rejects.toThrow(/runs already/);
  });

  test('a part can be taken away and brought back', async () => {
    await stack.stopPart('redis');
    expect(written().pids.redis).toBeUndefined();
    await stack.startPart('redis');
    expect(written().pids.redis).toBe(stack.pid('redis'));
  });
});

test(
  'what a killed supervisor left behind is replaced by the next start, and ended by a stop',
  async () => {
    const orphaned = temporaryFolder();
    const main = join(repositoryRoot, 'deploy', 'local', 'src', 'main.ts');
    const supervisor = fork(main, ['infra', '--dir', orphaned], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    await once(supervisor.stdout!, 'data'); // it prints its addresses when all is ready
    const { pids } = written(orphaned);
    const orphans = [pids.kafka, pids.registry, pids.redis].map((pid) => identify(pid)!);
    signal(identify(supervisor.pid!)!, 'SIGKILL');
    await once(supervisor, 'exit');
    expect(orphans.every(isAlive)).toBe(true);

    const next = await Stack.start({ folder: orphaned, services: false });
    expect(orphans.some(isAlive)).toBe(false);
    expect(next.addresses.kafka).toEqual(written(orphaned).kafka);
    await next.stop();
    expect(await new StackRecord(orphaned).endOrphans()).toEqual([]);
  },
  installing,
);
