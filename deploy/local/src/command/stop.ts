import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, signal } from '../process/identity.ts';
import { LockFile } from '../process/lock.ts';
import { StackRecord } from '../stack-record.ts';
import { Screen } from './screen.ts';
import { stackFolder } from './start.ts';

/** Longer than the services' drain and the infrastructure's own shutdown together. */
const supervisorStopsWithinMs = 75_000;

/** `npm stop`: ends everything that `npm start` began, also what a killed supervisor left behind. */
export async function stop(): Promise<void> {
  const screen = new Screen();
  const supervisor = LockFile.holder(StackRecord.lockPath(stackFolder));
  if (supervisor) {
    signal(supervisor, 'SIGTERM');
    const deadline = Date.now() + supervisorStopsWithinMs;
    while (isAlive(supervisor) && Date.now() < deadline) await sleep(50);
    signal(supervisor, 'SIGKILL');
  }
  const orphans = await new StackRecord(stackFolder).endOrphans();
  if (orphans.length > 0) screen.line(`Ended what was left over: ${orphans.join(', ')}.`);
  screen.line(supervisor || orphans.length > 0 ? 'Stopped.' : 'Nothing was running.');
}
