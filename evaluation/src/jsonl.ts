import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A line of a corpus that cannot be read; says which. */
export class CorpusError extends Error {
  readonly code = 'corpus_unreadable';

  constructor(file: string, line: number, what: string, options?: ErrorOptions) {
    super(`${file}, line ${line}: ${what}`, options);
    this.name = 'CorpusError';
  }
}

/** What is said in a record, in one of three forms, and its gold in whatever further fields. */
const Row = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  language: z.string().optional(),
  turns: z.array(z.looseObject({ speaker: z.string().nullish(), text: z.string() })).optional(),
  dialogue: z.string().optional(),
  text: z.string().optional(),
});
export type Row = z.infer<typeof Row>;

/** Records of a JSON Lines file; blank lines and a byte order mark are passed over. */
export function readRows(file: string): Row[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return lines.flatMap((text, i) => (text.trim() === '' ? [] : [rowOf(file, i + 1, text)]));
}

function rowOf(file: string, line: number, text: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new CorpusError(file, line, `no JSON (${(cause as Error).message})`, { cause });
  }
  const row = Row.safeParse(value);
  if (!row.success) {
    const [issue] = row.error.issues;
    throw new CorpusError(file, line, `${issue?.path.join('.') || 'record'}: ${issue?.message}`);
  }
  const { turns, dialogue, text: said } = row.data;
  if (turns === undefined && dialogue === undefined && said === undefined)
    throw new CorpusError(file, line, 'a record needs turns, dialogue or text');
  return row.data;
}
