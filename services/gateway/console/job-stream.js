import { useEffect, useReducer } from 'preact/hooks';
import { api } from './api.js';

const RANK = { pending: 0, transcribing: 1, summarizing: 2, mapping: 3, completed: 4, failed: 4, no_speech: 4, cancelled: 5, erased: 6 };
export const isTerminal = (status) => RANK[status] >= RANK.completed;

const BLANK = { job: null, events: [], transcript: null, summary: null, fhir: null, error: null, connected: false };

/** The same lattice as the server's: a repeated or late event changes nothing. */
function isNewer(event, job) {
  if (job.status === 'erased') return false;
  return event.attempt - job.attempt || RANK[event.status] - RANK[job.status];
}

function reduce(state, action) {
  switch (action.type) {
    case 'reset':
      return BLANK;
    case 'job':
      return { ...state, job: action.job, error: null };
    case 'event': {
      const { event } = action;
      const events = state.events.some(({ id }) => id === event.id) ? state.events : [...state.events, event];
      const job = state.job && isNewer(event, state.job) >= 0 ? { ...state.job, ...event.state } : state.job;
      return { ...state, events, job, connected: true };
    }
    case 'artefact':
      return { ...state, [action.name]: action.value };
    case 'connected':
      return { ...state, connected: action.value };
    case 'error':
      return { ...state, error: action.error };
  }
}

/**
 * One job, live: its state at once, then every event over SSE (EventSource resumes by itself with Last-Event-ID),
 * and each artefact as soon as the event that carries it has come. `generation` changes to read it all anew.
 */
export function useJob(id, generation) {
  const [state, dispatch] = useReducer(reduce, BLANK);

  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;
    const asked = new Set();
    let source = null;

    const artefact = (name) => {
      if (asked.has(name)) return;
      asked.add(name);
      api[name](id, signal).then(
        (value) => dispatch({ type: 'artefact', name, value }),
        (error) => {
          asked.delete(name);
          if (!signal.aborted && error.status !== 404 && error.status !== 409) dispatch({ type: 'error', error });
        },
      );
    };
    const onStatus = (status) => {
      if (RANK[status] >= RANK.summarizing) artefact('transcript');
      if (RANK[status] >= RANK.mapping && status !== 'no_speech') artefact('summary');
      if (status === 'completed') artefact('fhir');
    };

    const follow = () => {
      source = new EventSource(api.eventsUrl(id));
      source.onopen = () => dispatch({ type: 'connected', value: true });
      source.onerror = () => dispatch({ type: 'connected', value: false });
      const onMessage = (message) => {
        const event = readEvent(message);
        if (event === null) return;
        dispatch({ type: 'event', event });
        onStatus(event.status);
        if (isTerminal(event.status) && event.attempt >= attempt) source.close();
      };
      source.onmessage = onMessage;
      source.addEventListener('state', onMessage);
    };

    let attempt = 1;
    dispatch({ type: 'reset' });
    api.job(id, signal).then(
      (job) => {
        attempt = job.attempt;
        dispatch({ type: 'job', job });
        onStatus(job.status);
        follow();
      },
      (error) => signal.aborted || dispatch({ type: 'error', error }),
    );
    return () => {
      ended.abort();
      source?.close();
    };
  }, [id, generation]);

  return state;
}

function readEvent(message) {
  try {
    const state = JSON.parse(message.data);
    return { id: message.lastEventId, ...state, state };
  } catch {
    return null;
  }
}
