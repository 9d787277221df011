import type { BlobStore, Logger, Producer } from '@clinical/runtime';
import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Redis } from 'ioredis';
import type { GatewayConfig } from './config.ts';
import type { JobStore } from './jobs/store.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { LiveEvents } from './streams/live.ts';
import type { Acceptor } from './submission/accept.ts';

/** What routes need; composed in main.ts, and by tests of their own parts. */
export interface Gateway {
  readonly config: Pick<GatewayConfig, 'apiKeys' | 'limits' | 'audio' | 'streams' | 'fold'>;
  readonly log: Logger;
  readonly metrics: GatewayMetrics;
  readonly redis: Redis;
  readonly store: JobStore;
  readonly live: LiveEvents;
  readonly blobs: BlobStore;
  readonly producer: Producer;
  readonly acceptor: Acceptor;
  /** Sends a failed job on its way again, from the stage that failed; false where there is nothing to send. */
  readonly retry: (job: {
    readonly job_id: string;
    readonly tenant: string;
    readonly attempt: number;
  }) => Promise<boolean>;
  /** By name: what must have held once before this instance is ready. */
  readonly conditions: () => Readonly<Record<string, boolean>>;
  /** Aborted when the instance stops: streams end, and readiness with it. */
  readonly stopping: AbortSignal;
}

export interface GatewayEnv {
  Bindings: HttpBindings;
  Variables: { tenant: string };
}

export type GatewayApp = OpenAPIHono<GatewayEnv>;

/** One route: adds its document and its handler. */
export type Route = (app: GatewayApp, gateway: Gateway) => void;
