import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Language, Speaker, Transcript } from '@clinical/contracts';
import { uuidV5 } from '@clinical/contracts';
import { tokenise } from '../../services/summarizer/src/language/tokens.ts';
import { tongueOf } from '../../services/summarizer/src/language/tongues.ts';
import { type Row, readRows } from './jsonl.ts';
import { trapCases } from './trap-cases.ts';

/** One record of a corpus with the transcript that is made of it; `row` keeps its gold. */
export interface Record {
  readonly id: string;
  readonly language: 'es' | 'en';
  /** Of its file, by order: rules may be made from the first, figures alone are read of the second. */
  readonly half: 1 | 2;
  // biome-ignore lint/suspicious/noExplicitAny: each corpus has gold of its own form; scorers look for what they know
  readonly row: any;
  readonly transcript: Transcript;
}

export interface Corpus {
  readonly name: string;
  readonly records: readonly Record[];
}

export const TRAPS = 'traps';

/** What of a corpus is run. */
export interface Share {
  /** Records at most. */
  readonly limit: number;
  readonly half: 1 | 2 | null;
}

/** The corpora of a folder by name, and the project's traps where they are asked for. */
export function readCorpora(folder: string | null, names: readonly string[] | null, share: Share): Corpus[] {
  const files = folder === null ? [] : jsonlFiles(folder);
  const known = files.map((name) => basename(name, '.jsonl'));
  if (folder !== null && names === null && known.length === 0) throw new Error(`There is no .jsonl file in ${folder}`);
  const wanted = names ?? (folder === null ? [TRAPS] : known);
  return wanted.map((name) => {
    if (name === TRAPS && !known.includes(TRAPS)) return { name, records: part(traps(), share) };
    const file =
      files.find((one) => basename(one, '.jsonl') === name) ?? files.find((one) => one.startsWith(`${name}.`));
    if (file === undefined || folder === null)
      throw new Error(`There is no corpus ${name}; known: ${[...known, TRAPS].join(', ')}`);
    const rows = readRows(join(folder, file));
    const spoken = languageOfFile(basename(file, '.jsonl'), rows);
    const records = rows.map((row, i) => toRecord(row, i, spoken, halfOf(i, rows.length)));
    return { name: basename(file, '.jsonl'), records: part(records, share) };
  });
}

function jsonlFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
  } catch (cause) {
    throw new Error(`The folder of corpora ${folder} cannot be read`, { cause });
  }
}

const halfOf = (index: number, records: number): 1 | 2 => (index < Math.floor(records / 2) ? 1 : 2);

const part = (records: readonly Record[], { limit, half }: Share): readonly Record[] =>
  records.filter((record) => half === null || record.half === half).slice(0, limit);

const traps = (): Record[] => {
  return trapCases().map((row, i) => ({
    id: row.id,
    language: row.language === 'es' ? 'es' : 'en',
    // Ours alone: no half of them is unseen, and by order the halves would be of different categories.
    half: i % 2 === 0 ? 1 : 2,
    row,
    transcript: transcriptOf(
      row.id,
      row.language,
      row.turns.map(({ speaker, text }) => [speaker, text]),
    ),
  }));
};

type Turn = readonly [Speaker, string];

function toRecord(row: Row, index: number, spoken: 'es' | 'en', half: 1 | 2): Record {
  const turns = turnsOf(row);
  const language = told(row.language) ?? spoken;
  const id = String(row.id ?? `${row.file ?? 'record'}:${row.line ?? index}`);
  return { id, language, half, row, transcript: transcriptOf(id, language, turns) };
}

/** `es`, `es-MX`, `EN` */
const told = (language: string | undefined): 'es' | 'en' | null => {
  const said = /^(es|en)(?![a-z])/i.exec(language ?? '')?.[1]?.toLowerCase();
  return said === 'es' || said === 'en' ? said : null;
};

/** For records that don't tell: as the file's name ends (`visits.es.jsonl`), else by the small words of all that is said. */
const languageOfFile = (name: string, rows: readonly Row[]): 'es' | 'en' =>
  told(/[._-](es|en)$/i.exec(name)?.[1]) ?? tongueIn(rows) ?? 'en';

function tongueIn(rows: readonly Row[]): 'es' | 'en' | null {
  const tokens = tokenise(
    rows
      .flatMap(turnsOf)
      .map(([, text]) => text)
      .join('\n'),
  );
  return tongueOf(tokens, 0, tokens.length);
}

function turnsOf({ turns, dialogue, text }: Row): Turn[] {
  if (turns !== undefined) return turns.map((turn) => [speakerOf(turn.speaker ?? ''), turn.text]);
  if (dialogue !== undefined) return dialogueTurns(dialogue);
  return [['unknown', text ?? '']];
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
  if (label.trim() === '') return 'unknown';
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
