import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Dialogue {
  readonly id: string;
  /** What POST /v1/jobs takes. */
  readonly contentType: string;
  readonly body: string;
}

const FILES = ['aci-bench.en', 'mts-dialog.en', 'primock57.en', 'cases.es', 'negation.es', 'medications.es'] as const;

/**
 * The first dialogues of each corpus in a folder of JSON Lines: records with `dialogue` or `text` go in as text, those
 * with timed `turns` as a diarised transcript. Files that are not there are left out.
 */
export function dialogues(folder: string, perCorpus: number): { corpus: string; dialogues: Dialogue[] }[] {
  return FILES.filter((name) => existsSync(join(folder, `${name}.jsonl`))).map((corpus) => {
    const lines = readFileSync(join(folder, `${corpus}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean);
    return {
      corpus,
      dialogues: lines.slice(0, perCorpus).map((line, index) => dialogue(corpus, index, JSON.parse(line))),
    };
  });
}

interface CorpusRecord {
  readonly id?: string;
  readonly dialogue?: string;
  readonly text?: string;
  readonly turns?: readonly { speaker: string; start: number; end: number; text: string }[];
}

function dialogue(corpus: string, index: number, record: CorpusRecord): Dialogue {
  const id = record.id ?? `${corpus}-${index}`;
  if (record.turns !== undefined) {
    return { id, contentType: 'application/json', body: JSON.stringify({ transcript: { segments: record.turns } }) };
  }
  return { id, contentType: 'text/plain', body: record.dialogue ?? record.text ?? '' };
}
