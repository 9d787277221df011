import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalStackError } from '../local-error.ts';
import { type Identity, identify } from './identity.ts';
import { openLog } from './log-file.ts';
import type { Program } from './program.ts';
import { RestartPolicy } from './restart-policy.ts';

export interface PartOptions {
  readonly logFolder: string;
  /** Launch again, with back-off, when it ends without being told to. */
  readonly supervise: boolean;
  /** Called in the same tick in which a process has appeared or gone. */
  readonly onChange?: (part: Part) => void;
  readonly onDeath?: (part: Part, how: string, nextLaunchInMs: number | undefined) => void;
}

const probeEveryMs = 100;

/** One process of the stack over its lives: launched, watched, launched again, stopped. */
export class Part implements AsyncDisposable {
  readonly name: string;
  readonly #program: Program;
  readonly #options: PartOptions;
  readonly #policy: RestartPolicy;
  readonly #logPath: string;
  #child: ChildProcess | undefined;
  #identity: Identity | undefined;
  #gone: Promise<void> = Promise.resolve();
  #wanted = false;
  #pause = new AbortController();

  constructor(program: Program, options: PartOptions) {
    this.name = program.name;
    this.#program = program;
    this.#options = options;
    this.#policy = new RestartPolicy(program.withholdMs);
    this.#logPath = join(options.logFolder, `${program.name}.log`);
  }

  get metricsUrl(): string | undefined {
    return this.#program.metricsUrl;
  }

  /** Of the running process; undefined between two lives. */
  get identity(): Identity | undefined {
    return this.#identity;
  }

  /** Starts the process and returns at once; `healthy` waits for it. Does nothing when it runs. */
  launch(): void {
    this.#wanted = true;
    if (this.#child) return;
    this.#pause.abort(); // a launch that was still to come is this one
    this.#pause = new AbortController();
    const log = openLog(this.#logPath);
    const { command, args, cwd, env } = this.#program;
    // Its own process group: Ctrl-C reaches the supervisor alone, which ends the parts in their order.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    const gone = Promise.withResolvers<void>();
    this.#child = child;
    this.#gone = gone.promise;
    this.#identity = child.pid === undefined ? undefined : identify(child.pid);
    const launched = performance.now();
    const onGone = (code: number | null, how: string) => {
      this.#child = undefined;
      this.#identity = undefined;
      gone.resolve();
      this.#options.onChange?.(this);
      this.#died(code === 0, how, performance.now() - launched);
    };
    child.once('error', (error) => child.pid === undefined && onGone(null, error.message));
    child.once('exit', (code, signal) => onGone(code, signal ?? `exit code ${code}`));
    this.#options.onChange?.(this);
  }

  #died(clean: boolean, how: string, livedMs: number): void {
    if (!this.#wanted) return;
    const delay = this.#options.supervise ? this.#policy.delayAfter(clean, livedMs) : undefined;
    this.#options.onDeath?.(this, how, delay);
    if (delay === undefined) {
      this.#wanted = false;
      return;
    }
    sleep(delay, undefined, { signal: this.#pause.signal }).then(
      () => this.#wanted && this.launch(),
      () => {},
    );
  }

  /** Resolves when the part answers its probe; rejects with the end of its log when it dies or takes too long. */
  async healthy(): Promise<void> {
    const limit = AbortSignal.timeout(this.#program.startTimeoutMs);
    while (!limit.aborted && this.#wanted) {
      const child = this.#child;
      const answers = child && (await this.#program.probe(AbortSignal.any([limit, this.#pause.signal])));
      if (answers && child === this.#child && child.pid !== undefined) return;
      await sleep(probeEveryMs);
    }
    const what = limit.aborted
      ? `was not ready after ${this.#program.startTimeoutMs / 1000} s`
      : 'ended while starting';
    throw new LocalStackError('start', `${this.name} ${what}; the end of ${this.#logPath}:\n${this.#logTail()}`);
  }

  /** Sends a signal; for one that ends a process, resolves when it is gone. */
  async signal(name: NodeJS.Signals): Promise<void> {
    const gone = this.#gone;
    this.#child?.kill(name);
    if (name === 'SIGKILL' || name === 'SIGTERM' || name === 'SIGINT') await gone;
  }

  /** Ends the process by SIGTERM, by SIGKILL after its grace, and does not start it again. */
  async stop(): Promise<void> {
    this.#wanted = false;
    this.#pause.abort();
    const child = this.#child;
    if (!child) return;
    child.kill('SIGTERM');
    child.kill('SIGCONT'); // a suspended process hears nothing else
    const grace = setTimeout(() => child.kill('SIGKILL'), this.#program.stopGraceMs);
    await this.#gone;
    clearTimeout(grace);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #logTail(): string {
    try {
      return readFileSync(this.#logPath, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    } catch {
      return '(no log)';
    }
  }
}
