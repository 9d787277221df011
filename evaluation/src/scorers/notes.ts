import type { Fact, Summary } from '@clinical/contracts';
import { tokenise } from '../../../services/summarizer/src/language/tokens.ts';
import { because, type Cause } from '../errors/cause.ts';
import { factWords, keys } from '../matching.ts';
import type { Scorer } from './scorer.ts';

const mean = ([sum = 0, n = 0]: readonly number[]): number => sum / n;

/** Notes: ROUGE F of the narrative, and concepts of the tables in the note against those in the facts. */
export const notes: Scorer = {
  scores: [
    {
      name: 'note concepts recall',
      better: 'higher',
      target: null,
      gated: true,
      figure: ([hit = 0, gold = 0]) => hit / gold,
    },
    {
      name: 'note concepts precision',
      better: 'higher',
      target: null,
      gated: false,
      figure: ([hit = 0, said = 0]) => hit / said,
    },
    { name: 'ROUGE-1', better: 'higher', target: null, gated: false, figure: mean },
    { name: 'ROUGE-2', better: 'higher', target: null, gated: false, figure: mean },
    { name: 'ROUGE-L', better: 'higher', target: null, gated: false, figure: mean },
  ],
  count({ record, summary }, note) {
    const text: string | undefined = record.row.note ?? record.row.section_text;
    if (typeof text !== 'string' || text.trim() === '') return null;
    const gold = keys(text);
    const counted = summary.facts.filter(({ experiencer }) => experiencer !== 'other');
    const said = keys(counted.map(factWords).join(' . '));
    const hits = [...gold].filter((key) => said.has(key));
    const missed = [...gold].filter((key) => !said.has(key));
    const why = missed.length > 0 ? whyMissedIn(summary) : null;
    for (const key of missed) note('note concepts recall', why!(key), key);
    for (const key of said) {
      if (gold.has(key)) continue;
      const fact = counted.find((one) => keys(factWords(one)).has(key));
      note('note concepts precision', because('not_gold', fact?.kind ?? null), `${key} | ${fact?.text ?? ''}`);
    }
    const written = words(text);
    const told = words(summary.clinical_summary.narrative_summary);
    return {
      'note concepts recall': [hits.length, gold.size],
      'note concepts precision': [hits.length, said.size],
      'ROUGE-1': [overlap(written, told, 1), 1],
      'ROUGE-2': [overlap(written, told, 2), 1],
      'ROUGE-L': [longest(written, told), 1],
    };
  },
};

/** Why a concept of the note is in no fact. */
function whyMissedIn(summary: Summary): (key: string) => Cause {
  const others = keys(
    summary.facts
      .filter(({ experiencer }: Fact) => experiencer === 'other')
      .map(factWords)
      .join(' . '),
  );
  const heard = keys(summary.transcript.segments.map(({ text }) => text).join(' . '));
  const rejected = summary.rejected.map(({ text, reason }) => ({ reason, named: keys(text) }));
  const omitted = keys(summary.possible_omissions.map(({ text }) => text).join(' . '));
  return (key) => {
    if (others.has(key)) return because('person', 'other');
    const refused = rejected.find(({ named }) => named.has(key));
    if (refused !== undefined) return because('rejected', refused.reason);
    if (omitted.has(key)) return because('omission');
    return because(heard.has(key) ? 'passed_over' : 'unsaid');
  };
}

const words = (text: string): string[] =>
  tokenise(text)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ text: word }) => word);

function overlap(gold: readonly string[], said: readonly string[], n: number): number {
  const grams = (list: readonly string[]): Map<string, number> => {
    const out = new Map<string, number>();
    for (let i = 0; i + n <= list.length; i += 1) {
      const gram = list.slice(i, i + n).join(' ');
      out.set(gram, (out.get(gram) ?? 0) + 1);
    }
    return out;
  };
  const a = grams(gold);
  const b = grams(said);
  let hits = 0;
  for (const [gram, count] of a) hits += Math.min(count, b.get(gram) ?? 0);
  const all = Math.max(0, gold.length - n + 1) + Math.max(0, said.length - n + 1);
  return all === 0 ? 0 : (2 * hits) / all;
}

/** By the longest common subsequence. */
function longest(gold: readonly string[], said: readonly string[]): number {
  let row = new Uint16Array(said.length + 1);
  for (const word of gold) {
    const next = new Uint16Array(said.length + 1);
    for (let k = 1; k <= said.length; k += 1)
      next[k] = word === said[k - 1] ? row[k - 1]! + 1 : Math.max(row[k]!, next[k - 1]!);
    row = next;
  }
  const all = gold.length + said.length;
  return all === 0 ? 0 : (2 * row[said.length]!) / all;
}
