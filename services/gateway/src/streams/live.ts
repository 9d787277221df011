import type { Redis } from 'ioredis';
import type { StreamEvent } from '../jobs/event.ts';
import { jobOfChannel, liveChannel } from '../jobs/keys.ts';
import { guarded } from '../jobs/redis.ts';

export interface LiveListener {
  event(event: StreamEvent): void;
  /** Events may have been missed: look into the history. */
  missed(): void;
}

interface Channel {
  readonly listeners: Set<LiveListener>;
  readonly subscribed: Promise<unknown>;
}

/** Live events of jobs over one Redis connection, however many streams follow them. */
export class LiveEvents implements Disposable {
  readonly #redis: Redis;
  readonly #channels = new Map<string, Channel>();

  /** `redis` is used for nothing else, and becomes a subscriber. */
  constructor(redis: Redis) {
    this.#redis = redis;
    redis.on('message', (channel: string, message: string) => {
      const listeners = this.#channels.get(jobOfChannel(channel))?.listeners;
      if (listeners === undefined) return;
      const event = JSON.parse(message) as StreamEvent;
      for (const listener of [...listeners]) listener.event(event);
    });
    redis.on('ready', () => void this.#resubscribe());
  }

  get size(): number {
    return this.#channels.size;
  }

  /** Resolves once the server has confirmed: what is published from then on reaches the listener. */
  async subscribe(jobId: string, listener: LiveListener): Promise<Disposable> {
    let channel = this.#channels.get(jobId);
    if (channel === undefined) {
      channel = { listeners: new Set(), subscribed: guarded(this.#redis.subscribe(liveChannel(jobId))) };
      this.#channels.set(jobId, channel);
    }
    channel.listeners.add(listener);
    const joined = channel;
    const leave = () => {
      joined.listeners.delete(listener);
      if (joined.listeners.size > 0 || this.#channels.get(jobId) !== joined) return;
      this.#channels.delete(jobId);
      this.#redis.unsubscribe(liveChannel(jobId)).catch(() => {});
    };
    try {
      await joined.subscribed;
    } catch (error) {
      leave();
      throw error;
    }
    return { [Symbol.dispose]: leave };
  }

  /** After a lost connection: subscribe first, then let every stream look for what it missed. */
  async #resubscribe(): Promise<void> {
    const channels = [...this.#channels.keys()];
    if (channels.length === 0) return;
    try {
      await this.#redis.subscribe(...channels.map(liveChannel));
    } catch {
      return; // The connection broke again; its next `ready` comes here.
    }
    for (const { listeners } of this.#channels.values()) for (const listener of [...listeners]) listener.missed();
  }

  [Symbol.dispose](): void {
    this.#redis.disconnect();
  }
}
