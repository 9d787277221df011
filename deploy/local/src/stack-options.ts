import type { ProxiedListener } from './parts/kafka-properties.ts';
import type { ServiceName } from './parts/services.ts';

/** Environment laid over this process's own; undefined removes a variable. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface StackOptions {
  /** Holds data/, logs/, stack.json and ports.json; a second start with it finds the same data and ports. */
  readonly folder: string;
  /** "preferred": the customary ports where free (9092, 8081, 6379); "free" (default): any. */
  readonly ports?: 'preferred' | 'free';
  /** The gateway's port; taken by someone else is an error. Default: as `ports` says. */
  readonly gatewayPort?: number;
  /** Start the four services too (default true), each so many times (default 1; 0 leaves one out). */
  readonly services?: boolean;
  readonly instances?: Readonly<Partial<Record<ServiceName, number>>>;
  /** Launch again what dies by itself (default true). */
  readonly supervise?: boolean;
  /** For all services, and for one service's instances on top. */
  readonly env?: Environment;
  readonly serviceEnv?: Readonly<Partial<Record<ServiceName, Environment>>>;
  /** Parts that run elsewhere and are not started here. */
  readonly external?: {
    readonly kafka?: readonly string[] | undefined;
    readonly registry?: string | undefined;
    readonly redis?: string | undefined;
  };
  /** A second broker listener whose clients are sent to a proxy of the caller's. */
  readonly proxied?: ProxiedListener;
  readonly events?: StackEvents;
  /** Gives up a start that is under way. */
  readonly signal?: AbortSignal;
}

/** What a person or a test may want to watch. */
export interface StackEvents {
  /** A line about an installation that takes its time. */
  installing?(line: string): void;
  /** A step is done: its name and how long it took. */
  step?(name: string, milliseconds: number): void;
  /** A process ended by itself; it comes back after so many milliseconds, or not. */
  died?(name: string, how: string, nextLaunchInMs: number | undefined): void;
  /** A process that had died answers again. */
  recovered?(name: string): void;
}
