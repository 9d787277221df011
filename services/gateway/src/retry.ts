import type { Codec, Logger, Producer, RuntimeConfig } from '@clinical/runtime';
import type { Gateway } from './gateway.ts';

export function retryFromDeadLetters(
  _config: RuntimeConfig,
  _deps: { readonly producer: Producer; readonly codec: Codec; readonly log: Logger },
): Gateway['retry'] {
  return async () => false;
}
