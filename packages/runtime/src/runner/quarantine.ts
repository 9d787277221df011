import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { PermanentError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { CRASHED } from '../policy/policy.ts';
import type { Outgoing, StageContext } from '../stage.ts';
import { type Answer, errorOf, type Question } from './quarantine-protocol.ts';

/**
 * Where records are handled that were in flight when two owners of their partition died in a row: out of this process,
 * so that the one that kills is found without killing again, and the innocent go through.
 */
export interface Quarantine {
  /** As StageDefinition.handle; rejects as `crashed_process` where the record killed its process again and again. */
  handle(input: unknown, context: Omit<StageContext, 'log'>): Promise<readonly Outgoing[]>;
  stop(): Promise<void>;
}

/** Set in the environment of a child: runService then answers its parent instead of joining the group. */
export const QUARANTINE_VARIABLE = 'STAGE_QUARANTINE';

const DEATHS = 2;

/** One record at a time in a child process of the same program. */
export function childQuarantine(main: string, log: Logger): Quarantine {
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let questions = 0;

  const spawn = (): ChildProcess => {
    const fresh = fork(main, [], {
      env: { ...process.env, [QUARANTINE_VARIABLE]: '1' },
      serialization: 'advanced',
    });
    fresh.once('exit', () => {
      if (child === fresh) child = null;
    });
    // An unsendable question shows as the exit that goes with it.
    fresh.on('error', () => {});
    return fresh;
  };

  /** Null where the child died of it. */
  async function ask(input: unknown, context: Omit<StageContext, 'log'>): Promise<Answer | null> {
    child ??= spawn();
    const current = child;
    const id = ++questions;
    const { signal, now: _, ...job } = context;
    const abort = (): boolean => current.connected && current.send({ id, abort: true } satisfies Question);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise<Answer | null>((resolve) => {
        const answered = (answer: Answer): void => {
          if (answer.id !== id) return;
          leave();
          resolve(answer);
        };
        const died = (): void => {
          leave();
          resolve(null);
        };
        const leave = (): void => {
          current.off('message', answered);
          current.off('exit', died);
        };
        current.on('message', answered);
        current.once('exit', died);
        current.send({ id, input, job } satisfies Question);
      });
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  async function handle(input: unknown, context: Omit<StageContext, 'log'>): Promise<readonly Outgoing[]> {
    for (let deaths = 0; deaths < DEATHS; ) {
      context.signal.throwIfAborted();
      const answer = await ask(input, context);
      if (answer === null) {
        deaths += 1;
        log.warn('A record in quarantine killed its process', { job_id: context.job_id, count: deaths });
      } else if ('error' in answer) throw errorOf(answer.error);
      else return answer.outgoing;
    }
    throw new PermanentError(CRASHED.code, CRASHED.title, { retryable: CRASHED.retryable });
  }

  return {
    handle(input, context) {
      const turn = last.then(() => handle(input, context));
      last = turn.catch(() => {});
      return turn;
    },
    async stop() {
      if (child === null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
