import type { Mention } from '../language/lexicon.ts';
import { type Line, wordAt } from './reading.ts';

const AFTER =
  /^(test|tests|testing|screening|screen|vaccine|vaccines|vaccination|clinic|specialist|prevention|preventative|preventive|diary|shot|shots|risk|program|support|awareness|prophylaxis|foundation|unit|ward|exam|nurses?|teams?|services?|consultants?|doctors?|diary|review)$/;
const BEFORE =
  /^(prueba|pruebas|test|vacuna|vacunas|control|cribado|deteccion|prevencion|dosis|consulta|unidad|profilaxis|despistaje|charla|marcadores)$/;

/** `PE: abdomen soft`: the physical examination, no embolism. */
const headsAnExamination = (line: Line, from: number, to: number): boolean =>
  to === from + 1 &&
  wordAt(line, from) === 'pe' &&
  line.segment.speaker === 'unknown' &&
  (/^[:=]$/.test(wordAt(line, to)) ||
    (from === line.from &&
      /^(gen|general|vitals?|heent|abd|abdomen|lungs?|chest|cv|neuro|well|alert)$/.test(wordAt(line, to))));

/** `A pregnancy test`, `vacuna de la gripe`: the condition only tells what the test or vaccine is for. */
export function namesATest(line: Line, { term, from, to }: Mention): boolean {
  if (term.kind !== 'condition' && term.kind !== 'symptom') return false;
  if (headsAnExamination(line, from, to)) return true;
  if (AFTER.test(wordAt(line, to)) && line.tongues[0] === 'en') return true;
  let i = from - 1;
  while (/^(la|el|los|las|a|contra)$/.test(wordAt(line, i))) i -= 1;
  if (/^(de|del|para|contra)$/.test(wordAt(line, i))) i -= 1;
  else if (i === from - 1) return false;
  return BEFORE.test(wordAt(line, i));
}
