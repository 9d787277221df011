import { fold, isTerminal, type JobEvent, type JobState, TOPICS } from '@clinical/contracts';
import { type RuntimeConfig, readTopic } from '@clinical/runtime';

/** Whether a job has a result that a replay must not touch, from the results topic. */
export async function finishedJobs(config: RuntimeConfig): Promise<(job: string, attempt: number) => boolean> {
  const states = new Map<string, JobState>();
  for await (const { key, value } of readTopic(config, TOPICS.results)) {
    if (key === null || value === undefined) continue;
    if (value === null) states.set(key, { attempt: 1, status: 'erased', delayed: null });
    else states.set(key, fold(states.get(key) ?? null, value as JobEvent));
  }
  return (job, attempt) => {
    const state = states.get(job);
    if (state === undefined) return false;
    if (state.status === 'erased' || state.attempt > attempt) return true;
    return state.attempt === attempt && isTerminal(state.status) && state.status !== 'failed';
  };
}
