import { StageError } from '@clinical/runtime';
import type { Recogniser } from './engine.ts';

/** The same recogniser, with each call's outcome and seconds told. */
export function observed(recogniser: Recogniser, asked: (outcome: string, seconds: number) => void): Recogniser {
  return {
    engine: recogniser.engine,
    get timed() {
      return recogniser.timed;
    },
    async recognise(request) {
      const began = performance.now();
      const tell = (outcome: string): void => asked(outcome, (performance.now() - began) / 1000);
      try {
        const heard = await recogniser.recognise(request);
        tell('ok');
        return heard;
      } catch (error) {
        tell(error instanceof StageError ? error.code : 'unknown_error');
        throw error;
      }
    },
  };
}
