import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockFile } from '../../deploy/local/src/process/lock.ts';
import { repositoryRoot } from '../../deploy/local/src/root.ts';
import { Stack } from '../../deploy/local/src/stack.ts';
import type { StackOptions } from '../../deploy/local/src/stack-options.ts';
import { StackRecord } from '../../deploy/local/src/stack-record.ts';

const prefix = 'clinical-test-stack-';
const abandonedAfterMs = 60_000;

/** A stack of its own for one test run, in a temporary folder that goes with it; its logs stay in .local. */
export async function startTemporaryStack(name: string, options: Omit<StackOptions, 'folder'>): Promise<Stack> {
  await removeAbandoned();
  return Stack.start({ ...options, folder: mkdtempSync(join(tmpdir(), `${prefix}${name}-`)) });
}

/** Ends a temporary stack and keeps its logs under .local/test-logs/<name>, for whoever asks why a test failed. */
export async function stopTemporaryStack(name: string, stack: Stack): Promise<void> {
  await stack.stop();
  const kept = join(repositoryRoot, '.local', 'test-logs', name);
  rmSync(kept, { recursive: true, force: true });
  cpSync(join(stack.folder, 'logs'), kept, { recursive: true });
  rmSync(stack.folder, { recursive: true, force: true });
}

/** Ends and removes what test runs that were killed have left behind. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age < abandonedAfterMs || LockFile.holder(StackRecord.lockPath(folder))) continue;
    await new StackRecord(folder).endOrphans();
    rmSync(folder, { recursive: true, force: true });
  }
}
