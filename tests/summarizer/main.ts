/** Figures of the mutation engine, by language: our own consultations and, with CORPORA_DIR, the first records of corpora. */
import { existsSync } from 'node:fs';
import { readCorpora } from '../../evaluation/src/corpora.ts';
import { transcriptOf } from '../inference/models/conversation.ts';
import { CONSULTATIONS, linesOf } from './consultations.ts';
import { tally } from './tally.ts';

const SEEDS = 5;
const RECORDS = Number(process.env.MUTATION_RECORDS ?? 10);
const folder = process.env.CORPORA_DIR;

const of = (part: number, all: number): string =>
  all === 0 ? '-' : `${part} of ${all} (${((100 * part) / all).toFixed(1)}%)`;

function tell(name: string, { tally: count, kept, drafted }: ReturnType<typeof tally>, facts: string): void {
  const { invention, number, foreign_quote, polarity } = count;
  console.log(name);
  console.log(`  invented facts rejected:                ${of(invention.caught, invention.all)}`);
  console.log(`  changed numbers rejected:               ${of(number.caught, number.all)}`);
  console.log(`  foreign quotes rejected:                ${of(foreign_quote.caught, foreign_quote.all)}`);
  console.log(`  flipped polarities rejected or lowered: ${of(polarity.caught, polarity.all)}`);
  console.log(`  ${facts.padEnd(40)}${of(kept, drafted)}`);
}

for (const language of ['es', 'en'] as const) {
  const own = CONSULTATIONS[language].map((turns) => transcriptOf(linesOf(turns), language));
  tell(`our own consultations, ${language}`, tally(own, language, SEEDS), 'true facts that survive:');
}
if (folder !== undefined && existsSync(folder)) {
  for (const { name, records } of readCorpora(folder, null, { limit: RECORDS, half: null })) {
    const transcripts = records.map(({ transcript }) => transcript);
    const { language } = records[0]!;
    tell(
      `${name}, ${records.length} records, ${language}`,
      tally(transcripts, language, 1),
      'drafted facts that stand:',
    );
  }
}
