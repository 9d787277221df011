import { useEffect, useReducer } from 'preact/hooks';
import { api } from './api.js';
import { followEvents } from './event-stream.js';
import { artefactsAt, BLANK, reduce } from './job-state.js';
import { authorization } from './session.js';

const ARTEFACTS = ['transcript', 'summary', 'fhir'];

/**
 * One job, live: its state at once, then every event over SSE, resumed wherever it breaks, and each
 * artefact as soon as the event that announces it has come. Another `generation` reads it all anew.
 */
export function useJob(id, generation) {
  const [state, dispatch] = useReducer(reduce, BLANK);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const failed = (problem) => signal.aborted || dispatch({ type: 'problem', problem });
    const asked = new Set();
    const followed = new AbortController();

    const fetchArtefact = (name) => {
      if (asked.has(name)) return;
      asked.add(name);
      api[name](id, signal).then(
        (value) => dispatch({ type: 'artefact', name, value }),
        (problem) => {
          // Not there yet, or never to be: a later event, or the links of the finished job, will say.
          if (problem.status === 404) asked.delete(name);
          else failed(problem);
        },
      );
    };
    const fetchJob = async () => {
      const job = await api.job(id, signal);
      dispatch({ type: 'job', job });
      for (const name of ARTEFACTS) if (job.links?.[name]) fetchArtefact(name);
      return job;
    };
    const onEvent = ({ event: name, data }) => {
      if (name !== 'status') return;
      const event = JSON.parse(data);
      dispatch({ type: 'event', event });
      for (const artefact of artefactsAt(event.status)) fetchArtefact(artefact);
      if (!event.terminal) return;
      followed.abort();
      fetchJob().catch(failed);
    };
    const follow = () =>
      followEvents(api.eventsUrl(id), {
        headers: authorization(),
        onEvent,
        onRefused: () => fetchJob().catch(failed),
        onLive: (value) => dispatch({ type: 'live', value }),
        signal: AbortSignal.any([signal, followed.signal]),
      });

    dispatch({ type: 'blank' });
    fetchJob().then((job) => job.terminal || signal.aborted || follow(), failed);
    return () => ended.abort();
  }, [id, generation]);

  return [state, dispatch];
}
