import { type Codec, handleDeadLetters, type Logger, type RuntimeConfig } from '@clinical/runtime';
import type { Gateway } from './gateway.ts';

/** A failed job's dead letter, sent on its way again from the stage that failed, as the job's next attempt. */
export function retryFromDeadLetters(
  config: RuntimeConfig,
  deps: { readonly codec: Codec; readonly log: Logger },
): Gateway['retry'] {
  return async ({ job_id, tenant, attempt }) => {
    const handled = await handleDeadLetters(config, deps, {
      action: 'replayed',
      filter: { job_id, tenant, job_attempt: attempt },
      // The caller has seen that the attempt failed; what came after it is another attempt.
      isFinished: () => false,
    });
    return handled.some(({ outcome }) => outcome === 'replayed');
  };
}
