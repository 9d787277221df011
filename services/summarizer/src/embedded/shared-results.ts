import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type MeasureAt, measureAt } from './measures.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const COPULA =
  /^(?:eran?|fueron|fue|son|es|estaban?|estan?|estuvieron|resultaron|resulto|permanecieron|se|mantuvieron|encontraban|hallaban)$/;
const RESULT =
  /^(?:normal(?:es)?|negativ[oa]s?|elevad[oa]s?|alt[oa]s?|baj[oa]s?|disminuid[oa]s?|descendid[oa]s?|aumentad[oa]s?|alterad[oa]s?|anormal(?:es)?)$/;
/** How what was measured went; of the first group the nearest measure is read as a finding of its own. */
const COURSE =
  /^(elevacion|elevaciones|aumento|incremento|ascenso|descenso|disminucion|deficit)$|^(?:normalidad|normalizacion|mejoria|deterioro)$/;
const LEVELS = /^(?:niveles|nivel|cifras?|valores|valor|concentraciones|concentracion)$/;
/** What a list of what was measured is made of, besides its names. */
const LISTED =
  /^(?:,|y|e|o|asi|como|tanto|el|la|los|las|de|del|en|orina|sangre|suero|plasma|niveles|cifras|valores|total(?:es)?|libres?|seric[oa]s?|urinari[oa]s?|plasmatic[oa]s?|hepatic[oa]s?|enzimas?|resto|\(|\))$/;
/** Tokens that such a list may take. */
const MOST = 40;

/**
 * What a note says of several measures at once: `la bilirrubina, las enzimas hepáticas y la urea eran normales`,
 * `niveles elevados de urea y creatinina`. Results of one alone are read elsewhere.
 */
export function sharedResults(line: Line, taken: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  if (line.question || !spanish(line)) return out;
  const free = ({ from, to }: MeasureAt): boolean => ![...taken, ...out].some(({ at }) => at.from < to && at.to > from);
  const put = (measure: MeasureAt, from: number, to: number): void => {
    const { name, concept } = measure;
    const found = { from: measure.from, to: measure.to, mention: null, kind: 'measurement' as const, name };
    const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
    made.concept = concept;
    made.attributes.value = said(line, from, to);
    made.grounds.push({ line, from, to });
    out.push(made);
  };
  for (let i = line.from; i < line.to; i += 1) {
    const course = COURSE.exec(wordAt(line, i));
    if (course !== null && /^del?$/.test(wordAt(line, i + 1))) {
      const measures = listAfter(line, i + 2);
      for (const one of (course[1] === undefined ? measures : measures.slice(1)).filter(free)) put(one, i, i + 1);
      continue;
    }
    if (!RESULT.test(wordAt(line, i)) || /^(?:no|ni|sin)$/.test(wordAt(line, i - 1))) continue;
    const of = wordAt(line, i + 1) === 'de' && LEVELS.test(wordAt(line, i - 1));
    const measures = of ? listAfter(line, i + 2) : COPULA.test(wordAt(line, i - 1)) ? listBefore(line, i - 1) : [];
    if (measures.length > 0) for (const one of measures.filter(free)) put(one, i, i + 1);
  }
  return out;
}

function listAfter(line: Line, from: number): MeasureAt[] {
  const out: MeasureAt[] = [];
  for (let i = from; i < line.to && i < from + MOST; ) {
    const measure = measureAt(line, i);
    if (measure?.lab === true) {
      out.push(measure);
      i = measure.to;
      continue;
    }
    if (!LISTED.test(wordAt(line, i))) break;
    i += 1;
  }
  return out;
}

/** Back from a copula over its subject, a list of measures and of what is named beside them. */
function listBefore(line: Line, copula: number): MeasureAt[] {
  let from = copula;
  while (from > line.from && from > copula - MOST && inList(line, from - 1)) from -= 1;
  return listAfter(line, from);
}

const inList = (line: Line, i: number): boolean =>
  LISTED.test(wordAt(line, i)) || COPULA.test(wordAt(line, i)) || measureWithin(line, i);

function measureWithin(line: Line, i: number): boolean {
  for (let from = Math.max(line.from, i - 3); from <= i; from += 1) {
    const measure = measureAt(line, from);
    if (measure?.lab === true && measure.to > i) return true;
  }
  return false;
}
