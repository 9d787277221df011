import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { progressKey } from './keys.ts';
import { guarded } from './redis.ts';

/** How much of the state is there: nothing to be trusted, all wishes of clients (cancel, erase), or everything. */
export type Readiness = 'none' | 'control' | 'all';

export const readinessOf = (value: string | null): Readiness =>
  value === 'all' || value === 'control' ? value : 'none';

export interface Standing {
  readonly lineage: string;
  readonly ready: Readiness;
}

/**
 * Watches whether Redis still holds what was folded into it. After each lost connection nothing is trusted until the
 * server has been recognised: it may have come back empty, or older.
 */
export class Lineage implements Disposable {
  readonly #redis: Redis;
  readonly #onChange = new Set<() => void>();
  readonly #poll: NodeJS.Timeout;
  #known: string | null = null;
  #recognised = false;

  constructor(redis: Redis, pollMs: number) {
    this.#redis = redis;
    redis.on('close', () => {
      this.#recognised = false;
    });
    const look = () => void this.current().catch(() => {});
    redis.on('ready', look);
    this.#poll = setInterval(look, pollMs);
  }

  /** Whether the connection in use is to a server that was looked at since it was made. */
  get recognised(): boolean {
    return this.#recognised;
  }

  /** Calls back whenever the lineage has changed. */
  onChange(listener: () => void): void {
    this.#onChange.add(listener);
  }

  /** Looks at the server; gives it a new lineage where events may be missing. */
  async current(): Promise<Standing> {
    const server = /^run_id:(\S+)/m.exec(await guarded(this.#redis.info('server')))?.[1] ?? 'unknown';
    const [lineage, ready] = await guarded(this.#redis.lineage(progressKey, server, randomUUID()));
    this.#recognised = this.#redis.status === 'ready';
    const changed = this.#known !== null && this.#known !== lineage;
    this.#known = lineage!;
    if (changed) for (const listener of this.#onChange) listener();
    return { lineage: lineage!, ready: readinessOf(ready!) };
  }

  /** Says how much has been folded under a lineage; false where Redis has another one by now. */
  async advance(lineage: string, ready: Readiness): Promise<boolean> {
    return (await guarded(this.#redis.lineageReady(progressKey, lineage, ready))) === 1;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#poll);
  }
}
