import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Base URL of the gateway that the tests share. */
    gateway: string;
  }
}

export const gateway = (): string => inject('gateway');
