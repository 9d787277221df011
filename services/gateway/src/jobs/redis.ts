import { readFileSync } from 'node:fs';
import { Redis, type Result } from 'ioredis';

const script = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

declare module 'ioredis' {
  interface RedisCommander<Context> {
    foldJob(...args: (string | number)[]): Result<number, Context>;
    claimJob(...args: (string | number)[]): Result<string[], Context>;
    releaseClaim(...args: (string | number)[]): Result<number, Context>;
    lineage(...args: string[]): Result<string[], Context>;
    lineageReady(...args: string[]): Result<number, Context>;
  }
}

const SCRIPTS = {
  foldJob: { numberOfKeys: 5, lua: script('./fold.lua') },
  claimJob: { numberOfKeys: 2, lua: script('./claim.lua') },
  releaseClaim: {
    numberOfKeys: 1,
    lua: "if redis.call('HGET', KEYS[1], 'token') == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0",
  },
  lineage: { numberOfKeys: 1, lua: script('./lineage.lua') },
  lineageReady: {
    numberOfKeys: 1,
    lua: "if redis.call('HGET', KEYS[1], 'lineage') ~= ARGV[1] then return 0 end redis.call('HSET', KEYS[1], 'ready', ARGV[2]) return 1",
  },
};

export interface RedisSettings {
  readonly url: string;
  /** A command without an answer fails after this, so that a hung server looks like one that is away. */
  readonly commandTimeoutMs: number;
}

/** Commands fail at once while the server is away; the client reconnects for ever in the background. */
export function connectRedis({ url, commandTimeoutMs }: RedisSettings, role: 'commands' | 'subscriber'): Redis {
  const redis = new Redis(url, {
    connectionName: `gateway-${role}`,
    commandTimeout: commandTimeoutMs,
    connectTimeout: commandTimeoutMs,
    enableOfflineQueue: false,
    enableAutoPipelining: role === 'commands',
    maxRetriesPerRequest: 0,
    // streams/live.ts subscribes anew itself, because it must know when that is done.
    autoResubscribe: false,
    retryStrategy: (times) => Math.min(1000, 20 * 2 ** Math.min(times, 6)) * (0.5 + Math.random() / 2),
    scripts: SCRIPTS,
  });
  // Failures reach those who send commands; without a listener each reconnect would be printed.
  redis.on('error', () => {});
  return redis;
}

/** Redis is away, hung, loading or refuses: what is asked of it may be asked again. */
export class StateUnavailableError extends Error {
  override readonly name = 'StateUnavailableError';
}

/** Gives every failure of a Redis command one type. */
export async function guarded<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (cause) {
    throw new StateUnavailableError('Redis does not answer', { cause });
  }
}

/** The answers of a pipeline, in order; one failed command fails all. */
export async function pipelined<T extends unknown[]>(pipeline: {
  exec(): Promise<[Error | null, unknown][] | null>;
}): Promise<T> {
  const replies = await guarded(pipeline.exec());
  const failed = replies?.find(([error]) => error !== null)?.[0];
  if (replies === null || failed) throw new StateUnavailableError('Redis refuses a command', { cause: failed });
  return replies.map(([, reply]) => reply) as T;
}
