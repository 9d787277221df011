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

/** Each job that stands on the submissions topic has exactly one terminal event. */
function terminalEvents({ topics, results }: Evidence): Finding[] {
  const counts = countByJob(results.filter(({ event }) => isTerminal(event.status)));
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

/** Sequence numbers start at 1 and have no gap and no repetition; states only rise; the last one is terminal. */
function streams({ streams }: Evidence): Finding[] {
  return [...streams].flatMap(([job, events]) => {
    const out: Finding[] = [];
    const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
    if (gap >= 0) out.push(finding('stream has a gap or a repetition', job, events.map(({ seq }) => seq).join(' ')));
    const state = (event: StreamedEvent) => ({ attempt: 1, status: event.status, delayed: null });
    const falls = events.some(
      (event, index) => index > 0 && compareStates(state(event), state(events[index - 1]!)) < 0,
    );
    if (falls) out.push(finding('stream goes back', job, events.map(({ status }) => status).join(' ')));
    const last = events.at(-1);
    if (last === undefined || !isTerminal(last.status))
      out.push(finding('stream ended early', job, last?.status ?? 'empty'));
    return out;
  });
}

const finding = (rule: string, job: string, detail = ''): Finding => ({ rule, job, detail });
