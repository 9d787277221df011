import { isQueryMark } from '../language/sentences.ts';
import type { Cue } from '../language/triggers.ts';
import { careNoun } from './care-nouns.ts';
import { findingNoun } from './finding-nouns.ts';
import type { Found } from './findings.ts';
import { type Line, said, wordAt } from './reading.ts';
import { scopeOf } from './scope.ts';
import { isSpecimen } from './specimen.ts';

/** Words that put forward what may be the matter; softer ones (`parece`, `might`) go with anything. */
const PUTS_FORWARD =
  /^(posibles?|probables?|posiblemente|probablemente|sospechas?|sospechamos|compatibles?|sugestiv[oa]s?|sugerentes?|impresionan?|dudos[oa]s?|presunt[oa]s?|tratarse|corresponder|descartar|d|interpret\p{L}+|orient\p{L}+|improbable|probabilidad|relacion|reflejar|sugerir|representar|haber|existir|apreciarse|observarse|hipotetic[oa]|possible|possibly|probable|probably|suspected|suspicion|suggestive|consistent|compatible|exclude|rule)$/u;
const LEADS =
  /^(de|del|con|a|la|el|los|las|un|una|unos|unas|cuadros?|presencia|existencia|patologia|imagen|of|with|for|an|the)$/;
/** What may be possible or probable without being a finding. */
const NO_DIAGNOSIS =
  /^(opcion|opciones|efectos?|riesgos?|causas?|origen|origenes|etiologia|control|controles|mejoria|recuperacion|ganancia|consulta|revision|traslado|tratamientos?|toma|dosis|fecha|exposicion|complicaciones|evolucion|situacion|caracter|naturaleza|soluciones|alternativas?|donante|candidat[oa]|reingreso|cita|visita|biopsia|pruebas?|estudio|duracion|foco|beneficios?|alta|ingreso|intervencion|cirugia|hallazgos?|cambios|side|effects?|causes?|risks?|options?|treatments?|benefits?)$/;
/** `De probable origen neuropático`: the cause is what is put forward, where a word says which. */
const CAUSE = /^(origen|etiologia|causa|mecanismo|naturaleza|componente)$/;
const WHICH = /(ic[oa]s?|al|ales|iv[oa]s?|ari[oa]s?|ar|en[oa]s?|mixt[oa]s?|os[oa]s?|[ae]ntes?)$/;
const namesCause = (line: Line, at: number): boolean =>
  CAUSE.test(wordAt(line, at)) && WHICH.test(wordAt(line, at + 1));
const MOST = 6;
const VERSUS = /^(vs|versus|v)$/;

const putsForward = (line: Line, cue: Cue): boolean => {
  if (!cue.triggers.some(({ category, direction }) => category === 'possible' && direction === 'forward')) return false;
  for (let i = cue.from; i < cue.to; i += 1) if (PUTS_FORWARD.test(wordAt(line, i))) return true;
  return false;
};

/** Diagnoses that a note puts forward and no table knows: `probable SDRA`, `sugestivo de mioma submucoso`. */
export function hedgedPhrases(line: Line, known: readonly Found[]): Found[] {
  const out: Found[] = [];
  if (line.segment.speaker !== 'unknown' || line.question) return out;
  const openings = line.cues.filter((cue) => putsForward(line, cue)).map(({ to }) => to);
  for (let i = line.from; i < line.to; i += 1)
    if (isQueryMark(line.tokens, i) || VERSUS.test(wordAt(line, i))) openings.push(i + 1);
  for (const start of openings) {
    let at = start;
    while (at < start + 4 && LEADS.test(wordAt(line, at))) at += 1;
    const cause = namesCause(line, at);
    if ((NO_DIAGNOSIS.test(wordAt(line, at)) && !cause) || careNoun(line, at) !== null || isSpecimen(line, at))
      continue;
    const found = findingNoun(line, at, false, true);
    if (found === null || (NO_DIAGNOSIS.test(wordAt(line, found.from)) && !cause)) continue;
    const to = Math.min(found.to, found.from + MOST);
    if ([...known, ...out].some((one) => one.from < to && one.to > found.from)) continue;
    if (scopeOf(line, found.from, to, null).assertion !== 'possible') continue;
    out.push({ from: found.from, to, mention: null, kind: 'condition', name: said(line, found.from, to) });
  }
  return out;
}
