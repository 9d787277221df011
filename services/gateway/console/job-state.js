/** The job as this page knows it: a fold of answers and events, in which a repeated or late one changes nothing. */
export const BLANK = {
  job: null,
  timeline: [],
  transcript: null,
  summary: null,
  fhir: null,
  problem: null,
  live: false,
};

const RANK = {
  pending: 0,
  transcribing: 1,
  summarizing: 2,
  mapping: 3,
  completed: 4,
  failed: 4,
  no_speech: 4,
  cancelled: 5,
  erased: 6,
};

/** Artefacts that are there once an event with this status has been sent. */
export function artefactsAt(status) {
  const rank = RANK[status];
  if (status === 'completed') return ['transcript', 'summary', 'fhir'];
  if (rank > RANK.mapping) return [];
  return [...(rank >= RANK.summarizing ? ['transcript'] : []), ...(rank >= RANK.mapping ? ['summary'] : [])];
}

/** [{ attempt, status, at }], one an attempt and status, in the order of the pipeline. */
function mergeTimeline(timeline, entries) {
  const byKey = new Map(timeline.map((entry) => [`${entry.attempt}.${entry.status}`, entry]));
  for (const { attempt, status, at } of entries) {
    const key = `${attempt}.${status}`;
    if (!byKey.has(key)) byKey.set(key, { attempt, status, at });
  }
  return [...byKey.values()].sort((a, b) => a.attempt - b.attempt || RANK[a.status] - RANK[b.status]);
}

export function reduce(state, action) {
  switch (action.type) {
    case 'blank':
      return BLANK;
    case 'job': {
      const { job } = action;
      return { ...state, job, timeline: mergeTimeline(state.timeline, job.timeline ?? []), problem: null };
    }
    case 'event': {
      const { event } = action;
      const newer = state.job !== null && event.seq >= state.job.seq;
      const { seq, attempt, status, stage, terminal, delayed, problem } = event;
      return {
        ...state,
        live: true,
        timeline: mergeTimeline(state.timeline, [event]),
        job: newer ? { ...state.job, seq, attempt, status, stage, terminal, delayed, problem } : state.job,
      };
    }
    case 'artefact':
      return { ...state, [action.name]: action.value };
    case 'live':
      return { ...state, live: action.value };
    case 'problem':
      return { ...state, problem: action.problem };
    default:
      throw new Error(`No such action: ${action.type}`);
  }
}
