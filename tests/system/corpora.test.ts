/**
 * Dialogues of public corpora, from the folder that CORPORA_DIR names: each goes through without a failure, its bundle
 * passed the gate, and every published fact's quote stands in its transcript.
 */
import { describe, expect, test } from 'vitest';
import { type Dialogue, dialogues } from '../client/corpora.ts';
import { type PublishedSummary, type PublishedTranscript, unsupportedFacts } from '../client/evidence.ts';
import { gateway } from '../client/gateway.ts';

const PER_CORPUS = Number(process.env.CORPORA_DIALOGUES ?? 20);
const corpora = process.env.CORPORA_DIR === undefined ? [] : dialogues(process.env.CORPORA_DIR, PER_CORPUS);

describe.runIf(corpora.length > 0)('corpora', () => {
  test.each(corpora)('$corpus', async ({ dialogues }) => {
    const ends = await Promise.all(dialogues.map(through));
    expect(ends.filter(({ status }) => status !== 'completed')).toEqual([]);
    expect(ends.filter(({ unsupported }) => unsupported.length > 0)).toEqual([]);
    expect(ends.filter(({ entries }) => entries === 0)).toEqual([]);
  }, 120_000);
});

async function through({ id, contentType, body }: Dialogue) {
  const accepted = await fetch(`${gateway()}/v1/jobs`, {
    method: 'POST',
    headers: { 'content-type': contentType, prefer: 'wait=60' },
    body,
  });
  const job = (await accepted.json()) as { job_id: string; status: string };
  if (job.status !== 'completed') return { id, status: job.status ?? JSON.stringify(job), unsupported: [], entries: 0 };
  const get = async <T>(artefact: string) =>
    (await (await fetch(`${gateway()}/v1/jobs/${job.job_id}/${artefact}`)).json()) as T;
  const [transcript, summary, bundle] = await Promise.all([
    get<PublishedTranscript>('transcript'),
    get<PublishedSummary>('summary'),
    get<{ entry: unknown[] }>('fhir'),
  ]);
  return { id, status: job.status, unsupported: unsupportedFacts(summary, transcript), entries: bundle.entry.length };
}
