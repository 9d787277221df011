import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestLine } from './line.ts';

const program = (name: string) => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

export interface InstanceOptions {
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  /** Modules to load before the stage: mutations. */
  readonly imports?: readonly string[];
  /** What to run in the stage's place, to compare with it. */
  readonly program?: 'bare-loop';
}

/** One process of the test's stage, to be killed, stopped and started again under the same name. */
export class Instance implements AsyncDisposable {
  readonly #line: TestLine;
  readonly #options: InstanceOptions;
  #child: ChildProcess;
  exits = 0;

  constructor(line: TestLine, options: InstanceOptions) {
    this.#line = line;
    this.#options = options;
    this.#child = this.#spawn();
  }

  get pid(): number {
    return this.#child.pid!;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** SIGKILL, and a new process in its place. */
  async killAndRestart(): Promise<void> {
    await this.kill();
    this.#child = this.#spawn();
  }

  async kill(): Promise<void> {
    if (!this.alive) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  restart(): void {
    if (!this.alive) this.#child = this.#spawn();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async exited(): Promise<number | null> {
    if (this.alive) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.exited();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGCONT');
    await this.kill();
  }

  #spawn(): ChildProcess {
    const { name, env, imports = [], program: main = 'stage-process' } = this.#options;
    const child = spawn(process.execPath, [...imports.flatMap((path) => ['--import', path]), program(main)], {
      env: { ...env, TEST_STAGE: this.#line.stage, INSTANCE_ID: name },
      stdio: ['ignore', process.env.TEST_LOG === '1' ? 'inherit' : 'ignore', 'inherit'],
    });
    child.once('exit', () => {
      this.exits += 1;
    });
    return child;
  }
}
