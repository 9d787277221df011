/**
 * Compares what clients were promised with what the topics hold for a read_committed reader. Pure: evidence in,
 * findings out, so that the checker itself is tested (checker.test.ts).
 */
import { compareStates, isTerminal, type JobEvent, type JobStatus } from '@clinical/contracts';

export interface Evidence {
  /** Jobs that got their 202. */
  readonly accepted: ReadonlySet<string>;
  /** What GET /v1/jobs/{id} said in the end, by job. */
  readonly finalStatus: ReadonlyMap<string, JobStatus | null>;
  /** Records by topic role, in the order of each partition. */
  readonly topics: Readonly<Record<'submissions' | 'transcripts' | 'summaries' | 'fhir', readonly TopicRecord[]>>;
  readonly results: readonly (TopicRecord & { readonly event: JobEvent })[];
  readonly deadLetters: readonly TopicRecord[];
  /** Events as clients saw them over SSE across reconnects, by job. */
  readonly streams: ReadonlyMap<string, readonly StreamedEvent[]>;
}

export interface TopicRecord {
  readonly job: string;
  readonly eventId: string;
  readonly partition: number;
  readonly offset: string;
}

export interface StreamedEvent {
  readonly seq: number;
  readonly status: JobStatus;
}

export interface Finding {
  readonly rule: string;
  readonly job: string;
  readonly detail: string;
}

export function check(evidence: Evidence): Finding[] {
  return [
    ...submissions(evidence),
    ...hops(evidence),
    ...terminalEvents(evidence),
    ...repeatedEventIds(evidence),
    ...answers(evidence),
    ...streams(evidence),
  ];
}

const countByJob = (records: readonly TopicRecord[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { job } of records) counts.set(job, (counts.get(job) ?? 0) + 1);
  return counts;
};

/** A 202 stands for one record; an unknown outcome for one at most. */
function submissions({ accepted, topics }: Evidence): Finding[] {
  const counts = countByJob(topics.submissions);
  return [
    ...[...accepted].filter((job) => !counts.has(job)).map((job) => finding('lost submission', job)),
    ...[...counts]
      .filter(([, count]) => count > 1)
      .map(([job, count]) => finding('duplicate submission', job, `${count}`)),
  ];
}

/** Every submission that completed stands exactly once on every topic; no job stands anywhere twice. */
function hops({ topics, results }: Evidence): Finding[] {
  const completed = new Set(results.filter(({ event }) => event.status === 'completed').map(({ job }) => job));
  return (['transcripts', 'summaries', 'fhir'] as const).flatMap((topic) => {
    const counts = countByJob(topics[topic]);
    return [
      ...[...completed].filter((job) => !counts.has(job)).map((job) => finding(`lost on ${topic}`, job)),
      ...[...counts]
        .filter(([, count]) => count > 1)
        .map(([job, count]) => finding(`duplicate on ${topic}`, job, `${count}`)),
    ];
  });
}

/**
 * Each job that stands on the submissions topic has exactly one terminal event. What the materializer says once more,
 * because a lower event came after it, is the same event: nobody ended the job a second time.
 */
function terminalEvents({ topics, results }: Evidence): Finding[] {
  const last = new Map<string, JobEvent>();
  const highest = new Map<string, JobEvent>();
  const counts = countByJob(
    results.filter(({ job, event }) => {
      const [before, most] = [last.get(job), highest.get(job)];
      last.set(job, event);
      if (most === undefined || compareStates(event, most) > 0) highest.set(job, event);
      if (!isTerminal(event.status)) return false;
      const asserted =
        before !== undefined &&
        most !== undefined &&
        compareStates(most, before) > 0 &&
        compareStates(event, most) === 0;
      return !asserted;
    }),
  );
  return [...countByJob(topics.submissions).keys()]
    .filter((job) => counts.get(job) !== 1)
    .map((job) =>
      finding(counts.has(job) ? 'several terminal events' : 'no terminal event', job, `${counts.get(job) ?? 0}`),
    );
}

function repeatedEventIds({ topics, results }: Evidence): Finding[] {
  return Object.entries({ ...topics, results }).flatMap(([topic, records]) => {
    const seen = new Set<string>();
    return records
      .filter(({ eventId }) => seen.size === seen.add(eventId).size)
      .map(({ job, eventId }) => finding(`repeated ce_id on ${topic}`, job, eventId));
  });
}

/** What the API answers in the end is the terminal state that the topic tells. */
function answers({ accepted, finalStatus, results }: Evidence): Finding[] {
  const truth = new Map(
    results.filter(({ event }) => isTerminal(event.status)).map(({ job, event }) => [job, event.status]),
  );
  return [...accepted].flatMap((job) => {
    const answered = finalStatus.get(job) ?? null;
    if (answered !== null && answered === truth.get(job)) return [];
    return [finding('answer differs from topic', job, `${answered} / ${truth.get(job) ?? null}`)];
  });
}

/** Ids strictly rise, no state of the results topic is missing, and the last one is terminal. */
function streams({ streams, results }: Evidence): Finding[] {
  const told = Map.groupBy(results, ({ job }) => job);
  return [...streams].flatMap(([job, events]) => {
    const out: Finding[] = [];
    const shown = events.map(({ seq, status }) => `${seq}:${status}`).join(' ');
    if (events.some(({ seq }, index) => index > 0 && seq <= events[index - 1]!.seq)) {
      out.push(finding('stream repeats or goes back', job, shown));
    }
    const missing = (told.get(job) ?? []).filter(({ event }) => !events.some(({ status }) => status === event.status));
    if (missing.length > 0) out.push(finding('stream has a gap', job, shown));
    const last = events.at(-1);
    if (last === undefined || !isTerminal(last.status)) out.push(finding('stream ended early', job, shown));
    return out;
  });
}

const finding = (rule: string, job: string, detail = ''): Finding => ({ rule, job, detail });
