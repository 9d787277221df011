// Does each fact's quote stand in its transcript at its offsets? node check-evidence.mjs <folder of summaries, JSONL>
import { readdirSync, readFileSync } from 'node:fs';

const lines = readdirSync(process.argv[2]).flatMap((file) =>
  readFileSync(`${process.argv[2]}/${file}`, 'utf8').trim().split('\n'),
);
const facts = lines
  .map((line) => JSON.parse(line))
  .flatMap(({ transcript, facts }) => facts.map((fact) => [transcript, fact]));
const texts = ({ segments }) => Object.fromEntries(segments.map(({ id, text }) => [id, text]));
const stands =
  (transcript) =>
  ({ segment_id, quote, start, end }) =>
    quote !== '' && texts(transcript)[segment_id]?.slice(start, end) === quote;
const wrong = facts.filter(
  ([transcript, { evidence }]) => evidence.length === 0 || !evidence.every(stands(transcript)),
);
console.log(`${facts.length} facts of ${lines.length} summaries, ${wrong.length} without their evidence`);
process.exitCode = wrong.length > 0 || facts.length === 0 ? 1 : 0;
