import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { jobId, type Submission, type Summary } from '@clinical/contracts';
import { folderBlobStore } from '@clinical/runtime';
import { bundleOf } from '../../services/fhir-mapper/src/bundle.ts';
import { SETTINGS, SUBMITTED_AT } from '../../services/fhir-mapper/src/testing/summaries.ts';
import { createEmbeddedEngine } from '../../services/summarizer/src/embedded/engine.ts';
import { summarize } from '../../services/summarizer/src/summarize.ts';
import { transcribe } from '../../services/transcriber/src/transcribe.ts';
import { dialogues } from '../client/corpora.ts';

/** A conversation as it would be submitted. */
export interface Conversation {
  readonly id: string;
  readonly mediaType: string;
  readonly content: string;
}

const engine = createEmbeddedEngine();
const work = { signal: new AbortController().signal, traceparent: null };

/** The three stages in one process, without Kafka: what they would publish for a conversation. */
export async function throughTheStages(
  conversation: Conversation,
): Promise<{ summary: Summary; bundle: ReturnType<typeof bundleOf> }> {
  const submission: Submission = {
    job_id: jobId('tests', conversation.id),
    tenant: 'tests',
    submitted_at: SUBMITTED_AT,
    kind: conversation.mediaType === 'text/plain' ? 'text' : 'transcript',
    media_type: conversation.mediaType,
    language_hint: null,
    content: conversation.content,
    blob: null,
    content_sha256: '0'.repeat(64),
    fhir_profile: 'r4',
  };
  const text = { segmentMaxChars: 2000, maxContentBytes: 10_000_000 };
  const transcript = await transcribe(submission, { blobs: folderBlobStore('unused'), speech: null, text }, work);
  if (transcript === null) throw new Error('A conversation in writing has no silence');
  const summary = await summarize(transcript, { main: engine, fallback: null, cache: null }, work.signal);
  return { summary, bundle: bundleOf(summary, 1, SUBMITTED_AT, SETTINGS) };
}

/** Conversations of a file: text, WebVTT or SRT whole, or JSON Lines of turns (as evaluation/traps has them). */
export function conversationsOf(file: string): Conversation[] {
  const content = readFileSync(file, 'utf8');
  const id = basename(file);
  switch (extname(file)) {
    case '.jsonl':
      return content
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, i) => recorded(`${id}:${i + 1}`, JSON.parse(line)));
    case '.vtt':
      return [{ id, mediaType: 'text/vtt', content }];
    case '.srt':
      return [{ id, mediaType: 'application/x-subrip', content }];
    default:
      return [{ id, mediaType: 'text/plain', content }];
  }
}

interface Recorded {
  readonly id?: string;
  readonly dialogue?: string;
  readonly text?: string;
  readonly turns?: readonly { readonly speaker: string; readonly text: string }[];
}

function recorded(id: string, record: Recorded): Conversation {
  const lines = record.turns?.map(({ speaker, text }) => (speaker === 'unknown' ? text : `${speaker}: ${text}`));
  return {
    id: record.id ?? id,
    mediaType: 'text/plain',
    content: lines?.join('\n') ?? record.dialogue ?? record.text ?? '',
  };
}

/** The first `count` dialogues of the corpora in a folder, taken from each in turn. */
export function corpusConversations(folder: string, count: number): Conversation[] {
  const corpora = dialogues(folder, count).map((corpus) => corpus.dialogues);
  const inTurns = Array.from({ length: count }, (_, i) => corpora.flatMap((corpus) => corpus[i] ?? [])).flat();
  return inTurns
    .slice(0, count)
    .map(({ id, contentType, body }) => ({ id, mediaType: contentType, content: body }))
    .map((conversation) =>
      conversation.mediaType === 'application/json'
        ? recorded(conversation.id, { turns: JSON.parse(conversation.content).transcript.segments })
        : conversation,
    );
}
