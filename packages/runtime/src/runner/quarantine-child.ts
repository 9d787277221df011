import type { Logger } from '../logger.ts';
import type { StageDefinition } from '../stage.ts';
import { type Answer, asData, type Question } from './quarantine-protocol.ts';

/** The child's side: handles what the parent sends until the parent is gone. */
export async function serveQuarantine<I>(stage: StageDefinition<I>, log: Logger): Promise<void> {
  const running = new Map<number, AbortController>();
  const answer = (said: Answer): void => {
    if (process.connected) process.send!(said);
  };
  process.on('message', (question: Question) => {
    if ('abort' in question) {
      running.get(question.id)?.abort();
      return;
    }
    const { id, input, job } = question;
    const controller = new AbortController();
    running.set(id, controller);
    Promise.resolve()
      .then(() => stage.handle(input as I, { ...job, now: Date.now, signal: controller.signal, log }))
      .then(
        (outgoing) => answer({ id, outgoing }),
        (error: unknown) => answer({ id, error: asData(error) }),
      )
      .finally(() => running.delete(id));
  });
  await new Promise<void>((resolve) => process.once('disconnect', resolve));
  for (const controller of running.values()) controller.abort();
}
