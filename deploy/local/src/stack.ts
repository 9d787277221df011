import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { applyTopicsAndSchemas } from './apply.ts';
import { gatewayAddress } from './gateway-address.ts';
import { layOut } from './infrastructure.ts';
import { install } from './install/install.ts';
import { LocalStackError } from './local-error.ts';
import { type ServiceName, serviceNames, serviceProgram } from './parts/services.ts';
import { PortBook } from './port-book.ts';
import { unlessAborted } from './process/abortable.ts';
import { LockFile } from './process/lock.ts';
import { Part } from './process/part.ts';
import type { Program } from './process/program.ts';
import type { StackOptions } from './stack-options.ts';
import { type Addresses, type InfrastructureName, type RecordedProcess, StackRecord } from './stack-record.ts';

const infrastructureNames: readonly InfrastructureName[] = ['kafka', 'registry', 'redis'];

/**
 * The whole system as processes of this machine, owned by the process that started it.
 * Parts are named "kafka", "registry", "redis", "gateway-1", "summarizer-2" and so on.
 */
export class Stack implements AsyncDisposable {
  readonly folder: string;
  readonly #options: StackOptions;
  readonly #ports: PortBook;
  readonly #record: StackRecord;
  readonly #parts = new Map<string, Part>();
  readonly #names = new Set<string>();
  readonly #recovering = new Set<string>();
  readonly #lock: LockFile;
  #addresses: Addresses = { gateway: '', kafka: [], registry: '', redis: '' };

  private constructor(options: StackOptions, lock: LockFile) {
    this.folder = options.folder;
    this.#options = options;
    this.#lock = lock;
    this.#ports = new PortBook(options.folder, options.ports === 'preferred');
    this.#record = new StackRecord(options.folder);
  }

  /** Installs, starts and waits until everything is ready; on failure ends what had been started. */
  static async start(options: StackOptions): Promise<Stack> {
    mkdirSync(options.folder, { recursive: true });
    const lock = LockFile.tryAcquire(StackRecord.lockPath(options.folder));
    if (!lock) throw new LocalStackError('start', `A stack runs already in ${options.folder}.`);
    const stack = new Stack(options, lock);
    const giveUp = () => void stack.#stopParts();
    options.signal?.addEventListener('abort', giveUp);
    try {
      await stack.#record.endOrphans();
      await stack.#startInfrastructure();
      if (options.services !== false) await stack.#startServices();
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    } finally {
      options.signal?.removeEventListener('abort', giveUp);
    }
  }

  get addresses(): Addresses {
    return this.#addresses;
  }

  /** Names of all parts, running or not. */
  get names(): string[] {
    return [...this.#parts.keys()];
  }

  /** Where each service's instance may be scraped, by its name. */
  get metricsUrls(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#parts.values()].flatMap(({ name, metricsUrl }) => (metricsUrl ? [[name, metricsUrl]] : [])),
    );
  }

  /** Pid of a part; undefined while it is down. */
  pid(name: string): number | undefined {
    return this.#part(name).identity?.pid;
  }

  /** Sends a signal to a part (SIGKILL, SIGSTOP, SIGCONT ...); if it ends the process, resolves when it is gone. */
  async signal(name: string, signal: NodeJS.Signals): Promise<void> {
    await this.#part(name).signal(signal);
  }

  /** Resolves when a part answers its probe. */
  async healthy(name: string): Promise<void> {
    await this.#part(name).healthy();
  }

  /** Ends a part and does not start it again. */
  async stopPart(name: string): Promise<void> {
    await this.#part(name).stop();
  }

  /** Starts a stopped or dead part at once, with the same ports and data, and waits until it is ready. */
  async startPart(name: string): Promise<void> {
    const part = this.#part(name);
    part.launch();
    await part.healthy();
  }

  /** One more instance of a service; resolves with its name when it is ready. */
  async addInstance(service: ServiceName, env: StackOptions['env'] = {}): Promise<string> {
    const part = await this.#newInstance(service, env);
    part.launch();
    await part.healthy();
    return part.name;
  }

  /** Ends an instance (by SIGTERM, so that it drains) and forgets it. */
  async removeInstance(name: string): Promise<void> {
    await this.#part(name).stop();
    this.#parts.delete(name);
    this.#names.delete(name);
  }

  /** Services first, which drain; then what they stand on. Leaves no process behind. */
  async stop(): Promise<void> {
    await this.#stopParts();
    this.#record.clear();
    this.#lock[Symbol.dispose]();
  }

  async #stopParts(): Promise<void> {
    const isInfrastructure = (part: Part) => infrastructureNames.some((name) => name === part.name);
    const parts = [...this.#parts.values()];
    await Promise.all(parts.filter((part) => !isInfrastructure(part)).map((part) => part.stop()));
    await Promise.all(parts.filter(isInfrastructure).map((part) => part.stop()));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #startInfrastructure(): Promise<void> {
    const { external = {}, services, gatewayPort, signal, events } = this.#options;
    const gateway = await gatewayAddress(gatewayPort, this.#ports); // a taken port is told before installing
    const installing = install(
      { kafka: !external.kafka, registry: !external.registry, redis: !external.redis, services: services !== false },
      (line) => events?.installing?.(line),
    );
    const installation = await unlessAborted(installing, signal);
    const { programs, addresses } = await layOut(installation, this.#ports, this.#options);
    this.#addresses = { gateway, ...addresses };
    this.#publish();
    await this.#ready(programs.map((program) => this.#addPart(program)));
    const started = performance.now();
    await applyTopicsAndSchemas(addresses);
    events?.step?.('topics and schemas', performance.now() - started);
  }

  async #startServices(): Promise<void> {
    const parts: Part[] = [];
    for (const service of serviceNames) {
      const count = this.#options.instances?.[service] ?? 1;
      for (let number = 1; number <= count; number++) parts.push(await this.#newInstance(service));
    }
    await this.#ready(parts);
  }

  async #newInstance(service: ServiceName, env: StackOptions['env'] = {}): Promise<Part> {
    let number = 1;
    while (this.#names.has(`${service}-${number}`)) number++;
    const id = `${service}-${number}`;
    this.#names.add(id); // before anything is awaited: two instances may be added at once
    const isFirstGateway = service === 'gateway' && number === 1;
    const port = isFirstGateway ? Number(new URL(this.#addresses.gateway).port) : await this.#ports.port(id);
    const program = serviceProgram({
      service,
      id,
      port,
      blobFolder: join(this.folder, 'data', 'blobs'),
      gateway: this.#addresses.gateway,
      kafka: this.#addresses.kafka,
      registry: this.#addresses.registry,
      redis: this.#addresses.redis,
      env: { ...this.#options.env, ...this.#options.serviceEnv?.[service], ...env },
    });
    return this.#addPart(program);
  }

  #addPart(program: Program): Part {
    const part = new Part(program, {
      logFolder: join(this.folder, 'logs'),
      supervise: this.#options.supervise !== false,
      onChange: () => this.#publish(),
      onDeath: (dead, how, next) => this.#onDeath(dead, how, next),
    });
    this.#parts.set(part.name, part);
    return part;
  }

  async #ready(parts: readonly Part[]): Promise<void> {
    this.#options.signal?.throwIfAborted();
    const started = performance.now();
    for (const part of parts) part.launch();
    const all = parts.map(async (part) => {
      await part.healthy();
      this.#options.events?.step?.(part.name, performance.now() - started);
    });
    await Promise.all(all);
  }

  #onDeath(part: Part, how: string, nextLaunchInMs: number | undefined): void {
    this.#options.events?.died?.(part.name, how, nextLaunchInMs);
    if (nextLaunchInMs === undefined || this.#recovering.has(part.name)) return;
    this.#recovering.add(part.name);
    part
      .healthy()
      .then(
        () => this.#options.events?.recovered?.(part.name),
        () => {}, // it is launched again and again; the next death is told as well
      )
      .finally(() => this.#recovering.delete(part.name));
  }

  #publish(): void {
    const running: RecordedProcess[] = [];
    for (const { name, identity } of this.#parts.values()) if (identity) running.push({ name, ...identity });
    this.#record.write(this.#addresses, running);
  }

  #part(name: string): Part {
    const part = this.#parts.get(name);
    if (!part) throw new RangeError(`No part is named ${name}; there are ${this.names.join(', ')}`);
    return part;
  }
}
