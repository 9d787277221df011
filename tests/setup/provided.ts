import type { Addresses } from '../../deploy/local/src/stack-record.ts';

/** What the tests of a stack get by `inject('stack')`. */
export interface ProvidedStack extends Addresses {
  /** The stack's folder: logs/, stack.json. */
  readonly folder: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    stack: ProvidedStack;
    /** Where each service of the whole system may be scraped. */
    metricsUrls: Record<string, string>;
  }
}
