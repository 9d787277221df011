import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language, Speaker, Transcript } from '@clinical/contracts';
import { uuidV5 } from '@clinical/contracts';
import { trapCases } from './trap-cases.ts';

/** One record of a corpus with the transcript that is made of it; `row` keeps its gold. */
export interface Record {
  readonly id: string;
  readonly language: 'es' | 'en';
  // biome-ignore lint/suspicious/noExplicitAny: each corpus has gold of its own form; scorers look for what they know
  readonly row: any;
  readonly transcript: Transcript;
}

export interface Corpus {
  readonly name: string;
  readonly records: readonly Record[];
}

export const TRAPS = 'traps';

/** The corpora of a folder by name, each at most `limit` records, and the project's traps where they are asked for. */
export function readCorpora(folder: string | null, names: readonly string[] | null, limit: number): Corpus[] {
  const files =
    folder === null
      ? []
      : readdirSync(folder)
          .filter((name) => name.endsWith('.jsonl'))
          .sort();
  const known = files.map((name) => basename(name, '.jsonl'));
  const wanted = names ?? (known.length > 0 ? known : [TRAPS]);
  return wanted.map((name) => {
    if (name === TRAPS) return traps(limit);
    const file = files.find((one) => basename(one, '.jsonl') === name || one.startsWith(`${name}.`));
    if (file === undefined || folder === null) throw new Error(`There is no corpus ${name} in the folder`);
    const lines = readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const fallback = /\.es$/.test(basename(file, '.jsonl')) ? 'es' : 'en';
    return {
      name: basename(file, '.jsonl'),
      records: lines.slice(0, limit).map((line, i) => toRecord(JSON.parse(line), i, fallback)),
    };
  });
}

const traps = (limit: number): Corpus => ({
  name: TRAPS,
  records: trapCases()
    .slice(0, limit)
    .map((row) => ({
      id: row.id,
      language: row.language === 'es' ? 'es' : 'en',
      row,
      transcript: transcriptOf(
        row.id,
        row.language,
        row.turns.map(({ speaker, text }) => [speaker, text]),
      ),
    })),
});

type Turn = readonly [Speaker, string];

// biome-ignore lint/suspicious/noExplicitAny: read from foreign files
function toRecord(row: any, index: number, fallback: 'es' | 'en'): Record {
  const language = row.language === 'es' || row.language === 'en' ? row.language : fallback;
  const id = String(row.id ?? `${row.file ?? 'record'}:${row.line ?? index}`);
  return { id, language, row, transcript: transcriptOf(id, language, turnsOf(row)) };
}

// biome-ignore lint/suspicious/noExplicitAny: read from foreign files
function turnsOf(row: any): Turn[] {
  if (Array.isArray(row.turns))
    return row.turns.map((turn: { speaker: string; text: string }) => [speakerOf(turn.speaker), turn.text]);
  if (typeof row.dialogue === 'string') return dialogueTurns(row.dialogue);
  return [['unknown', String(row.text ?? '')]];
}

/** "[doctor] ..." and "Doctor: ..." at the head of lines. */
function dialogueTurns(dialogue: string): Turn[] {
  const out: [Speaker, string][] = [];
  for (const line of dialogue.split('\n')) {
    const turn = /^\s*\[(\w+)\]\s*(.*)$/.exec(line) ?? /^\s*([A-Za-zÁ-ú][\wÁ-ú .]{0,30}):\s*(.*)$/.exec(line);
    const last = out.at(-1);
    if (turn !== null) out.push([speakerOf(turn[1]!), turn[2]!]);
    else if (last !== undefined) last[1] += `\n${line}`;
    else out.push(['unknown', line]);
  }
  return out;
}

function speakerOf(label: string): Speaker {
  if (/doc|clinic|gp|nurse|m[eé]dic|physician|therap/i.test(label)) return 'clinician';
  return /pat|pac/i.test(label) ? 'patient' : 'other';
}

function transcriptOf(id: string, language: Language, turns: readonly Turn[]): Transcript {
  return {
    job_id: uuidV5('evaluation', id),
    tenant: 'evaluation',
    submitted_at: 0,
    source: 'transcript',
    language,
    segments: turns.map(([speaker, text], i) => ({
      id: `s${i + 1}`,
      speaker,
      speaker_label: null,
      speaker_source: speaker === 'unknown' ? 'none' : 'given',
      start_ms: null,
      end_ms: null,
      language,
      text,
    })),
    engine: { name: 'corpus', model: null, version: '1', prompt_version: null },
    audio_quality: null,
    warnings: [],
    fhir_profile: 'r4',
    content_sha256: '',
  };
}
