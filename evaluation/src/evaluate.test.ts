import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.ts';
import { type Options, readOptions } from './options.ts';

const folders: string[] = [];
const folder = (files: { [name: string]: string } = {}): string => {
  const made = mkdtempSync(join(tmpdir(), 'evaluation-'));
  folders.push(made);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

const jsonl = (...rows: object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const drug = (i: number, text: string, ...drugs: string[]): object => ({ id: `d${i}`, text, drugs });
const FOUR = jsonl(
  drug(1, 'Toma enalapril.', 'enalapril'),
  drug(2, 'Toma paracetamol.', 'paracetamol'),
  drug(3, 'Se habló de quizumbol.', 'quizumbol'),
  drug(4, 'Toma omeprazol.', 'omeprazol'),
);

interface Run {
  readonly holds: boolean;
  readonly lines: string[];
  readonly out: string;
}

async function run(corpora: string, change: Partial<Options> = {}): Promise<Run> {
  const out = folder();
  const lines: string[] = [];
  const options = readOptions(['--corpora', corpora, '--out', out, '--accepted', join(out, 'none.json')], {});
  const holds = await evaluate({ ...options, ...change }, (line) => lines.push(line));
  return { holds, lines, out };
}

const said = ({ lines }: Run, score: string): string => lines.find((line) => line.includes(` ${score}: `)) ?? '';
const report = ({ out }: Run, name: string): string => readFileSync(join(out, name), 'utf8');

describe('any folder of the formats', () => {
  it('reads unseen names, unknown fields, records without an id, a byte order mark and other line ends', async () => {
    const visit = {
      ward: { bed: 7 },
      turns: [
        { speaker: 'GP', text: 'What brings you in?', start: 0.5 },
        { speaker: null, text: 'I have a cough and my head hurts.' },
      ],
      gold: { chief_complaint: 'cough', secondary_complaints: [], age: null, age_stated: false, mood: 'fine' },
    };
    const corpora = folder({
      'clinic week 12.jsonl': `\uFEFF${JSON.stringify(visit)}\r\n\r\n${JSON.stringify(visit)}\r\n`,
      'farmacia.jsonl': FOUR + jsonl(drug(5, 'El paciente ya no toma aspirina.', 'aspirina')),
      'notes.txt': 'no corpus',
    });
    const done = await run(corpora);
    expect(said(done, 'complaints recall')).toContain('clinic week 12 [en] complaints recall: 100.0%');
    expect(said(done, 'drug spans F1')).toContain('farmacia [es] drug spans F1');
    expect(done.holds).toBe(true);
  });

  it('passes over an empty file, and says so', async () => {
    const done = await run(folder({ 'nothing.es.jsonl': '', 'some.es.jsonl': FOUR }));
    expect(done.lines[0]).toMatch(/^nothing\.es: 0 of 0 records/);
    expect(report(done, 'report.md')).toContain('| nothing.es | 0 | 0 |  |');
    expect(report(done, 'report.html')).toContain('Nothing in it that a score could be made of');
  });

  it.each<[string, string, string]>([
    ['a line that is no JSON', '{"text": "Toma enalapril."}\n{"text": ', 'visits.es.jsonl, line 2: no JSON'],
    ['a line that is no record', '[1, 2]', 'visits.es.jsonl, line 1: record'],
    ['turns of another form', '\n{"turns": [{"speaker": "P"}]}', 'visits.es.jsonl, line 2: turns.0.text'],
    ['a record in which nothing is said', '{"id": 1, "drugs": []}', 'line 1: a record needs turns, dialogue or text'],
  ])('names file and line of %s', async (_, text, message) => {
    await expect(run(folder({ 'visits.es.jsonl': text }))).rejects.toThrow(message);
  });

  it('names the corpora there are where one is asked for that is not', async () => {
    await expect(run(folder({ 'some.es.jsonl': FOUR }), { corpora: ['other'] })).rejects.toThrow(
      'There is no corpus other; known: some.es, traps',
    );
    await expect(run(folder())).rejects.toThrow('There is no .jsonl file');
    await expect(run('/nowhere')).rejects.toThrow('/nowhere cannot be read');
  });
});

describe('halves', () => {
  it('runs one half of each file, by order', async () => {
    const corpora = folder({ 'some.es.jsonl': FOUR });
    expect(said(await run(corpora, { half: 1 }), 'medicines alone recall')).toContain('100.0%');
    const second = await run(corpora, { half: 2 });
    expect(said(second, 'medicines alone recall')).toContain('50.0%');
    expect(report(second, 'report.md')).toContain('Half 2 of each file');
  });

  it('prints both and marks a gap that is a defect', async () => {
    const done = await run(folder({ 'some.es.jsonl': FOUR }));
    expect(said(done, 'medicines alone recall')).toContain('75.0%, halves 100.0% and 50.0% GAP 50.0 points');
    expect(done.lines.at(-1)).toMatch(/score\(s\) differ by more than 5 points/);
    expect(report(done, 'report.md')).toContain('**gap 50.0 points** (may be chance)');
  });
});

describe('the gate', () => {
  let corpora = '';
  let accepted = '';
  beforeAll(async () => {
    corpora = folder({ 'some.es.jsonl': FOUR });
    accepted = join(folder(), 'accepted.json');
    await run(corpora, { accept: true, accepted });
  });

  const changed = (change: (figure: { name: string; value: number; records: number }) => void): string => {
    const known = JSON.parse(readFileSync(accepted, 'utf8'));
    known.figures.forEach(change);
    const file = join(folder(), 'changed.json');
    writeFileSync(file, JSON.stringify(known));
    return file;
  };

  it('keeps no word of a corpus, and holds against itself', async () => {
    expect(readFileSync(accepted, 'utf8')).not.toContain('enalapril');
    const done = await run(corpora, { accepted });
    expect(done.holds).toBe(true);
    expect(said(done, 'drug spans F1')).toContain('accepted 85.7%');
  });

  it('fails where a gated score fell, and not where another did', async () => {
    const better = (name: string): string =>
      changed((figure) => {
        if (figure.name === name) figure.value = 0.99;
      });
    const done = await run(corpora, { accepted: better('drug spans F1') });
    expect(done.holds).toBe(false);
    expect(said(done, 'drug spans F1')).toContain('FELL');
    expect(report(done, 'report.md')).toContain('**fell**');
    expect((await run(corpora, { accepted: better('drug spans F1'), gate: false })).holds).toBe(true);
    expect((await run(corpora, { accepted: better('drug recall with overlap') })).holds).toBe(true);
  });

  it('fails where a gated score is gone', async () => {
    const file = changed((figure) => {
      if (figure.name === 'medicines alone F1') figure.name = 'herbs alone F1';
    });
    const done = await run(corpora, { accepted: file });
    expect(done.holds).toBe(false);
    expect(done.lines).toContain('Gate: some.es [es] herbs alone F1 is gone');
  });

  it('does not compare other records', async () => {
    const done = await run(corpora, { accepted, half: 2 });
    expect(done.holds).toBe(true);
    expect(said(done, 'drug spans F1')).not.toContain('accepted');
  });

  it('accepts whole corpora alone', () => {
    expect(() => readOptions(['--accept', '--half', '1'], {})).toThrow('--accept wants whole corpora');
    expect(() => readOptions(['--accept', '--limit', '5'], {})).toThrow('--accept wants whole corpora');
    expect(() => readOptions(['--half', '3'], {})).toThrow('--half 3 is neither 1 nor 2');
  });
});

describe('the report', () => {
  it('says by which kinds of error a target is missed, with no word of a corpus', async () => {
    const rows = [drug(1, 'Se habló de quizumbol.', 'quizumbol'), drug(2, 'Creatinina 2 mg/dl.', 'Creatinina')];
    const done = await run(folder({ 'a<b>.es.jsonl': jsonl(...rows) }));
    const text = report(done, 'report.md');
    expect(text).toContain('## Targets missed: by which errors, and what would close them');
    expect(text).toContain('a fact is there, of another kind: measurement | 1 | 50.0%');
    const html = report(done, 'report.html');
    expect(html).toContain('a fact is there, of another kind: measurement');
    for (const shown of [text, html]) expect(shown.toLowerCase()).not.toMatch(/quizumbol|creatinina/);
    const mistakes = report(done, 'mistakes.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(mistakes).toContainEqual({
      corpus: 'a<b>.es',
      language: 'es',
      record: 'd1',
      score: 'drug spans recall',
      cause: 'said, but neither tables nor grammar know it: one word',
      text: 'quizumbol | Se habló de quizumbol.',
    });
  });

  it('is one page that needs nothing else and shows no file name as markup', async () => {
    const html = report(await run(folder({ 'a<b>.es.jsonl': FOUR })), 'report.html');
    expect(html).not.toMatch(/<script|<link|<img|https?:\/\/|url\(/);
    expect(html).not.toContain('a<b>');
    expect(html).toContain('prefers-color-scheme:dark');
    expect(html.match(/<svg/g)?.length).toBeGreaterThan(5);
  });
});

describe('the command', () => {
  const program = fileURLToPath(new URL('main.ts', import.meta.url));
  const command = (
    env: NodeJS.ProcessEnv,
    ...args: string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> =>
    new Promise((done) => {
      execFile(process.execPath, [program, ...args], { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });

  it('ends with 1 where a model that nobody serves gives no summary at all', async () => {
    const { code, stdout } = await command(
      { LLM_BASE_URL: 'http://127.0.0.1:9/v1', LLM_API_KEY: 'none' },
      ...['--engine', 'openai', '--corpora', folder({ 'some.es.jsonl': FOUR }), '--limit', '1', '--out', folder()],
    );
    expect(code).toBe(1);
    expect(stdout).toContain('Gate: 1 record(s) of some.es ended without a summary');
  });

  it('ends with 2 and one line where a corpus cannot be read', async () => {
    const corpora = folder({ 'visits.es.jsonl': '{"text": ' });
    const { code, stderr } = await command({}, '--corpora', corpora, '--out', folder());
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(/visits\.es\.jsonl, line 1: no JSON \(.*\)$/);
    expect(stderr.trim()).not.toContain('\n');
  });
});
