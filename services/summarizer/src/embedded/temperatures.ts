import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { degreesAt, spokenAt } from './measurements.ts';
import { measureAt } from './measures.ts';
import { type Line, said, spanish, textBetween, textOf, wordAt } from './reading.ts';

const ASKED = /\b(?:temperature|thermometer|fever|termometro|temperatura|fiebre|calentura)\b/;
const DEGREES = /^(?:grados|degrees|°|º)$/;
const UNIT = /(?:^| )(?:grados|degrees|°|º) /;
/** A body's, in degrees Celsius; `38 y medio`, `38,6`, `38.6`. */
const LOW = 34;
const HIGH = 43;
const NO_DEGREES =
  /^(?:anos|years|dias|days|semanas|weeks|kilos|kg|minutos|minutes|horas|hours|meses|months|veces|times|mg|%)$/;

/** `La abuela dijo que treinta y nueve ocho`: read by another, and not by this one. */
const HEARSAY =
  /\b(?:dijo|dice|dijeron|decia|said|says|thought|reckoned|creia|penso) (?:que |it was |that )?(?:\w+ ){0,2}$/;

const isOfAnother = (concept: string | undefined): boolean =>
  concept !== undefined && concept !== 'body_temperature' && concept !== 'temperature';

/** End of a temperature in figures that begins at `at`, and its value; null: none does. */
function degreesFrom(line: Line, at: number): { to: number; value: string } | null {
  const token = line.tokens[at];
  if (at < line.to && token?.kind === 'word') return inWords(line, at);
  if (token?.kind !== 'number' || at >= line.to) return null;
  let to = at + 1;
  if (/^[.,]$/.test(wordAt(line, to)) && line.tokens[to + 1]?.kind === 'number' && to + 1 < line.to) to += 2;
  const value = said(line, at, to);
  const degrees = Number(value.replace(',', '.'));
  return degrees >= LOW && degrees <= HIGH ? { to, value } : null;
}

/** `Thirty-eight two`, `treinta y nueve y medio`: degrees and their tenth. */
function inWords(line: Line, at: number): { to: number; value: string } | null {
  const read = degreesAt(line, at, 'body_temperature') ?? spokenAt(line, at);
  if (read === null || !/^\d+\.[1-9]$/.test(read.value)) return null;
  return Number(read.value) >= LOW && Number(read.value) < HIGH + 1 ? read : null;
}

/**
 * `Anoche tenía 38,6 grados`, and `Esta mañana, 37,9` in answer to who asks for it: a temperature that its own name
 * does not stand beside. `asked`: the question that the line, or the one before it in the same turn, answers.
 */
export function temperaturesIn(line: Line, asked: Line | null): Candidate[] {
  if (line.question || line.segment.speaker === 'unknown') return [];
  const ofOne = asked !== null && ASKED.test(textOf(asked));
  if (!ofOne && !UNIT.test(textOf(line))) return [];
  const out: Candidate[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const read = degreesFrom(line, i);
    if (read === null) continue;
    const unit = DEGREES.test(wordAt(line, read.to)) ? read.to + 1 : read.to;
    const tenth = /[.,]/.test(read.value);
    if (unit === read.to && !(ofOne && tenth && !NO_DEGREES.test(wordAt(line, read.to)))) continue;
    if ([1, 2, 3].some((back) => i - back >= line.from && isOfAnother(measureAt(line, i - back)?.concept))) continue;
    if (HEARSAY.test(textBetween(line, line.from, i))) continue;
    const found = {
      from: i,
      to: unit,
      mention: null,
      kind: 'measurement' as const,
      name: spanish(line) ? 'temperatura' : 'temperature',
    };
    const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
    made.concept = 'body_temperature';
    made.attributes.value = read.value;
    if (unit > read.to) made.attributes.unit = said(line, read.to, unit);
    if (ofOne && asked !== null) made.grounds.push({ line: asked, from: asked.from, to: asked.to });
    out.push(made);
    i = unit - 1;
  }
  return out;
}
