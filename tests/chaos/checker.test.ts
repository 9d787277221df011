import { type JobStatus, jobEvent } from '@clinical/contracts';
import { expect, test } from 'vitest';
import { check, type Evidence } from './checker.ts';

const JOB = '5f0c9a52-6f0e-4d5a-9b86-0a4f6a6d8f11';
const record = (eventId: string) => ({ job: JOB, eventId, partition: 0, offset: '0' });
const result = (status: JobStatus, eventId: string = status) => ({
  ...record(eventId),
  event: jobEvent({ job_id: JOB, tenant: 't', attempt: 1, stage: 'fhir-mapper', now: 0 }, status),
});

/** One job that went as it should. */
const good: Evidence = {
  accepted: new Set([JOB]),
  finalStatus: new Map([[JOB, 'completed']]),
  topics: {
    submissions: [record('submission')],
    transcripts: [record('transcript')],
    summaries: [record('summary')],
    fhir: [record('bundle')],
  },
  results: [result('summarizing'), result('mapping'), result('completed')],
  deadLetters: [],
  streams: new Map([
    [
      JOB,
      [
        { seq: 1, status: 'pending' },
        { seq: 2, status: 'summarizing' },
        { seq: 3, status: 'mapping' },
        { seq: 4, status: 'completed' },
      ],
    ],
  ]),
};

const rules = (evidence: Evidence) => check(evidence).map(({ rule }) => rule);
const topics = (change: Partial<Evidence['topics']>): Evidence => ({ ...good, topics: { ...good.topics, ...change } });

test('nothing is found where nothing is wrong', () => {
  expect(check(good)).toEqual([]);
});

test('a promise without a record is a loss', () => {
  expect(rules(topics({ submissions: [] }))).toContain('lost submission');
});

test('a missing hop is a loss', () => {
  expect(rules(topics({ summaries: [] }))).toEqual(['lost on summaries']);
});

test('two records of one job on one topic are a duplicate, whatever their ids', () => {
  expect(rules(topics({ fhir: [record('bundle'), record('other')] }))).toEqual(['duplicate on fhir']);
  expect(rules(topics({ fhir: [record('bundle'), record('bundle')] }))).toContain('repeated ce_id on fhir');
});

test('a job ends once', () => {
  expect(rules({ ...good, results: [result('mapping')] })).toContain('no terminal event');
  expect(rules({ ...good, results: [...good.results, result('failed')] })).toContain('several terminal events');
});

test('an end that is asserted after a lower event is the same end; without one it is another', () => {
  const asserted = [...good.results, result('mapping', 'late'), result('completed', 'asserted')];
  expect(rules({ ...good, results: asserted })).toEqual([]);
  expect(rules({ ...good, results: [...asserted, result('completed', 'again')] })).toEqual(['several terminal events']);
  expect(rules({ ...good, results: [...good.results, result('completed', 'again')] })).toEqual([
    'several terminal events',
  ]);
});

test('a repeated progress event is found', () => {
  expect(rules({ ...good, results: [...good.results, result('mapping')] })).toEqual(['repeated ce_id on results']);
});

test('the API tells what the topic tells', () => {
  expect(rules({ ...good, finalStatus: new Map([[JOB, 'mapping']]) })).toEqual(['answer differs from topic']);
});

test.each([
  ['stream has a gap', [1, 3], ['pending', 'completed']],
  ['stream repeats or goes back', [1, 2, 2, 3], ['pending', 'summarizing', 'mapping', 'completed']],
  ['stream repeats or goes back', [1, 3, 2], ['pending', 'completed', 'mapping']],
  ['stream ended early', [1], ['pending']],
] as const)('%s', (rule, seqs, statuses) => {
  const events = seqs.map((seq, index) => ({ seq, status: statuses[index] as JobStatus }));
  expect(rules({ ...good, streams: new Map([[JOB, events]]) })).toContain(rule);
});
