import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName, serviceNames } from './parts/services.ts';
import { readJson, writeJson } from './process/files.ts';
import { type Identity, isAlive, signal } from './process/identity.ts';

export interface Addresses {
  readonly gateway: string;
  readonly kafka: readonly string[];
  readonly registry: string;
  readonly redis: string;
}

export type InfrastructureName = 'kafka' | 'registry' | 'redis';

/** Running processes; a part that is just being restarted, or belongs to someone else, is missing. */
export type Pids = { [name in InfrastructureName]?: number } & { [name in ServiceName]: number[] };

/** A process of ours and what it is: enough to end it later, whoever then asks. */
export interface RecordedProcess extends Identity {
  readonly name: string;
}

/** The files by which others find a running stack: stack.json for everyone, processes.json for `npm stop`. */
export class StackRecord {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  static lockPath(folder: string): string {
    return join(folder, 'supervisor.lock');
  }

  /** Both files at once and synchronously: they are true before a new process has had time to answer. */
  write(addresses: Addresses, processes: readonly RecordedProcess[]): void {
    writeJson(join(this.#folder, 'processes.json'), processes);
    writeJson(join(this.#folder, 'stack.json'), { ...addresses, pids: pidsOf(processes) });
  }

  clear(): void {
    for (const name of ['stack.json', 'processes.json']) rmSync(join(this.#folder, name), { force: true });
  }

  /** The addresses of a stack that runs, as it wrote them. */
  addresses(): Addresses | undefined {
    return readJson(join(this.#folder, 'stack.json')) as Addresses | undefined;
  }

  /** Ends what a killed supervisor left behind, services first; returns the names of what was found alive. */
  async endOrphans(): Promise<string[]> {
    const recorded = (readJson(join(this.#folder, 'processes.json')) ?? []) as RecordedProcess[];
    const orphans = recorded.filter(isAlive);
    const isService = ({ name }: RecordedProcess) => serviceNames.some((service) => name.startsWith(`${service}-`));
    await end(orphans.filter(isService), 35_000);
    await end(
      orphans.filter((orphan) => !isService(orphan)),
      20_000,
    );
    this.clear();
    return orphans.map(({ name }) => name);
  }
}

function pidsOf(processes: readonly RecordedProcess[]): Pids {
  const pids: Pids = { gateway: [], transcriber: [], summarizer: [], 'fhir-mapper': [] };
  for (const { name, pid } of processes) {
    const service = serviceNames.find((candidate) => name.startsWith(`${candidate}-`));
    if (service) pids[service].push(pid);
    else pids[name as InfrastructureName] = pid;
  }
  return pids;
}

async function end(processes: readonly Identity[], graceMs: number): Promise<void> {
  for (const process of processes) {
    signal(process, 'SIGTERM');
    signal(process, 'SIGCONT');
  }
  const deadline = Date.now() + graceMs;
  while (processes.some(isAlive) && Date.now() < deadline) await sleep(50);
  for (const process of processes) signal(process, 'SIGKILL');
  while (processes.some(isAlive)) await sleep(20);
}
