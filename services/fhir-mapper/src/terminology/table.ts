import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** A pinned code: the only codes and displays that the mapper may write and that the gate lets through. */
export interface PinnedCode {
  readonly key: string;
  /** What the code may be used for: symptom, condition, lifestyle, family, history, vital_sign, unit, ... */
  readonly use: string;
  readonly system: string;
  readonly code: string;
  readonly display: string;
  /** Whole phrases that mean exactly this, by language. */
  readonly phrases: { readonly en: readonly string[]; readonly es: readonly string[] };
}

const FOLDER = new URL('../../terminology/', import.meta.url);

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsv'))
  .sort();

const digest = createHash('sha256');
const list = (cell: string | undefined): string[] => (cell ? cell.split('|') : []);

function read(file: string): PinnedCode[] {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  digest.update(text);
  return text
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [key, use, system, code, display, en, es] = line.split('\t');
      return {
        key: key!,
        use: use!,
        system: system!,
        code: code!,
        display: display!,
        phrases: { en: list(en), es: list(es) },
      };
    });
}

export const PINNED: readonly PinnedCode[] = files.flatMap(read);

/** Changes whenever a row of any table does. */
export const TERMINOLOGY_VERSION = digest.digest('hex').slice(0, 12);

const byCode = new Map(PINNED.map((row) => [`${row.system}|${row.code}`, row]));

/** The row of a code, or undefined where it is not pinned. */
export const pinnedCode = (system: string, code: string): PinnedCode | undefined => byCode.get(`${system}|${code}`);
