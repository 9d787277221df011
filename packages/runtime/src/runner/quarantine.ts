import type { Outgoing, StageContext } from '../stage.ts';

/**
 * Where records are handled that were in flight when two owners of their partition died in a row: out of this process,
 * so that the one that kills is found without killing again, and the innocent go through.
 */
export interface Quarantine {
  /** As StageDefinition.handle; rejects with CrashedError where the record killed its process again and again. */
  handle(input: unknown, context: Omit<StageContext, 'log'>): Promise<readonly Outgoing[]>;
  stop(): Promise<void>;
}
