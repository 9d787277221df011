import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../lexicon/', import.meta.url);

/** Rows of a table in `lexicon/`: tab-separated, no quoting, a header line, `#` for remarks. Missing cells are ''. */
export function readTable<C extends string>(name: string, columns: readonly C[]): Record<C, string>[] {
  const lines = readFileSync(new URL(name, FOLDER), 'utf8').split('\n');
  const header = (lines.find((line) => !line.startsWith('#')) ?? '').split('\t');
  const places = columns.map((column) => {
    const place = header.indexOf(column);
    if (place < 0) throw new Error(`lexicon/${name} has no column ${column}`);
    return place;
  });
  const rows: Record<C, string>[] = [];
  let body = false;
  for (const line of lines) {
    if (line === '' || line.startsWith('#')) continue;
    if (!body) {
      body = true;
      continue;
    }
    const cells = line.split('\t');
    const row = {} as Record<C, string>;
    columns.forEach((column, k) => {
      row[column] = cells[places[k] as number] ?? '';
    });
    rows.push(row);
  }
  return rows;
}

export const synonyms = (cell: string): string[] => (cell === '' ? [] : cell.split('|'));
