/**
 * The four steps that a reader follows, from the job's timeline. A step ends at the first event that says its output
 * is there, and the next begins at that moment:
 *
 *   accepted --pending--> transcript --summarizing--> summary --mapping--> fhir --completed-->
 */
const STEPS = [
  { name: 'accepted', ends: 'pending' },
  { name: 'transcript', ends: 'summarizing' },
  { name: 'summary', ends: 'mapping' },
  { name: 'fhir', ends: 'completed' },
];

/** { steps: [{ name, state: done|running|waiting|failed|stopped, took: ms|null }], total: ms|null } */
export function stepsOf(job, timeline, now) {
  const at = new Map(
    timeline.filter(({ attempt }) => attempt === job.attempt).map((entry) => [entry.status, Date.parse(entry.at)]),
  );
  const begin = at.get('pending') ?? Math.min(...at.values(), Date.parse(job.submitted_at));
  // A retry goes on from the failed stage, so earlier steps may have left no event in this attempt.
  const reached = STEPS.findLastIndex(({ ends }) => at.has(ends));
  const ended = job.terminal ? (at.get(job.status) ?? Date.parse(job.updated_at)) : null;
  let from = begin;
  const steps = STEPS.map(({ name, ends }, index) => {
    const end = at.get(ends);
    if (index <= reached) {
      const took = index === 0 || end === undefined ? null : Math.max(0, end - from);
      from = end ?? from;
      return { name, state: 'done', took };
    }
    if (index > reached + 1) return { name, state: 'waiting', took: null };
    if (ended === null) return { name, state: 'running', took: Math.max(0, now - from) };
    return { name, state: job.status === 'failed' ? 'failed' : 'stopped', took: Math.max(0, ended - from) };
  });
  return { steps, total: Math.max(0, (ended ?? now) - begin) };
}
