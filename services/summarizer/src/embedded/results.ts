import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { measureAt } from './measures.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';

const TEST =
  /(cultivo|cultivos|grafia|grafias|scopia|scopias|grama|serologia|serologias|citologia|citologias|exploracion|analitica|analiticas|test|tests|prueba|pruebas|biopsia|biopsias|anticuerpos|marcadores|sedimento|exam|examination|culture|cultures|panel|screen|serology|swab|scan|mantoux|baciloscopia|nitritos|coombs|murphy|blumberg|lasegue|romberg|babinski|mcmurray|lachman)$/;
const COPULA = new Set(
  'es fue fueron son era eran resulto resultaron resultado resultados is was were are came comes back out returned shows showed : esta estaba estan estaban fuera with con todo todos all also de del la el los las que ha sido to be'.split(
    ' ',
  ),
);
const VALUE =
  /^(normal|normales|negativ[oa]s?|positiv[oa]s?|anodin[oa]s?|patologic[oa]s?|negative|positive|unremarkable|abnormal|elevated|high|low|elevad[oa]s?|alterad[oa]s?|anormal|anormales|alt[oa]s?|baj[oa]s?)$/;
/** `A high chance`: no value of a test. */
const LIKELIHOOD =
  /^(chance|chances|possibility|probability|risk|likelihood|suspicion|probabilidad|posibilidad|riesgo|sospecha)$/;
/** A line without any of these words has no result. */
const ANY_VALUE =
  /normal|negativ|positiv|anodin|patologic|unremarkable|elevated|high |low |elevad|alterad|alt[oa]s? |baj[oa]s? |dentro |within |en /;
const WITHIN = /^(dentro|within|en)$/;
const LIMITS = /^(normalidad|normales|normal|limits|limites|rango)$/;

function testAt(line: Line, i: number): { to: number; name: string; concept: string | null } | null {
  const mention = line.mentions.find((one) => one.from === i && one.term.kind === 'procedure');
  if (mention !== undefined) {
    return {
      to: mention.to,
      name: mention.tongue === 'es' ? mention.term.es : mention.term.en,
      concept: mention.term.concept,
    };
  }
  const measure = measureAt(line, i);
  if (measure !== null) return { to: measure.to, name: measure.name, concept: measure.concept };
  if (!TEST.test(wordAt(line, i)) || line.tokens[i]?.kind !== 'word') return null;
  return { to: i + 1, name: said(line, i, i + 1), concept: null };
}

/** End of the value that begins at `at`: `negativo`, `dentro de la normalidad`, `within normal limits`. */
function valueEnd(line: Line, at: number): number {
  if (VALUE.test(wordAt(line, at))) return LIKELIHOOD.test(wordAt(line, at + 1)) ? at : at + 1;
  if (!WITHIN.test(wordAt(line, at))) return at;
  for (let i = at + 1; i < at + 5 && i < line.to; i += 1) {
    if (LIMITS.test(wordAt(line, i))) return LIMITS.test(wordAt(line, i + 1)) ? i + 2 : i + 1;
  }
  return at;
}

/** `Urea, glucosa y creatinina normales`: what stands in a list before the last test has the same result. */
function listedBefore(line: Line, first: number, from: number, to: number): Candidate[] {
  const out: Candidate[] = [];
  let end = first;
  while (/^(,|y|e|and)$/.test(wordAt(line, end - 1))) {
    const joint = end - 1;
    const before = startsBefore(line, joint);
    if (before === null) break;
    const found = { from: before.from, to: joint, mention: null, kind: 'measurement' as const, name: before.name };
    const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
    made.concept = before.concept;
    made.attributes.value = said(line, from, to);
    made.grounds.push({ line, from, to });
    out.unshift(made);
    end = before.from;
  }
  return out;
}

/** The measure whose name ends where `to` stands. */
function startsBefore(line: Line, to: number): { from: number; name: string; concept: string } | null {
  for (let from = Math.max(line.from, to - 4); from < to; from += 1) {
    const measure = measureAt(line, from);
    if (line.mentions.some((one) => one.from === from && one.term.kind === 'symptom')) continue;
    if (measure !== null && measure.to === to) return { from, name: measure.name, concept: measure.concept };
  }
  return null;
}

/** Results without figures: `urocultivo negativo`, `the X-ray was normal`, `hemoglobin is low`. */
export function resultsIn(line: Line, taken: readonly Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  if (line.question || !ANY_VALUE.test(textOf(line))) return out;
  for (let i = line.from; i < line.to; i += 1) {
    if (taken.some((one) => one.at.from <= i && one.at.to > i)) continue;
    const test = testAt(line, i);
    if (test === null) continue;
    let at = test.to;
    let links = 0;
    while (at < line.to && links < 6 && valueEnd(line, at) === at) {
      const linked = COPULA.has(wordAt(line, at));
      if (
        !linked &&
        (at - test.to >= 4 ||
          line.tokens[at]?.kind !== 'word' ||
          /^(y|o|and|or|no|not|sin|pero|but|que|se|he|she|i|you|there|we|they|it|after|then|hay)$/.test(
            wordAt(line, at),
          ))
      )
        break;
      at += 1;
      links += 1;
    }
    const to = at < line.to ? valueEnd(line, at) : at;
    if (to === at || at >= line.to) continue;
    if (
      /^(no|not|n't)$/.test(wordAt(line, at - 1)) ||
      (/^(baja|alta|low|high)$/.test(wordAt(line, at)) && wordAt(line, to) === 'de')
    )
      continue;
    const found = { from: i, to, mention: null, kind: 'measurement' as const, name: test.name };
    const made = candidate(line, found, { assertion: 'present', experiencer: 'patient', relation: null, by: [] });
    made.concept = test.concept;
    made.attributes.value = said(line, at, to);
    out.push(...listedBefore(line, i, at, to), made);
    i = to - 1;
  }
  return out;
}
