import { type Care, careNoun } from './care-nouns.ts';
import type { Found } from './findings.ts';
import { phraseEnd } from './phrases.ts';
import { type Line, ofLine, said, spanish, wordAt } from './reading.ts';

/** Tokens of care that was not given, and those of the words that say so. */
export interface DeniedCare {
  readonly from: number;
  readonly to: number;
  readonly cue: { readonly from: number; readonly to: number };
  /** What it names where no table does. */
  readonly care: Care | null;
}

/** Deny whatever care they stand before, with or without a verb. */
const DENIAL = /^(?:no|nunca|jamas|tampoco|sin|niega|niegan|nego|negaba)$/;
/** Say by themselves that care was turned down or could not be given. */
const REFUSAL =
  /^(?:desestim(?:a|an|o|aron|ad[oa]|andose|ando|amos|ar)|rechaz(?:a|an|o|aron|aba|ando|ad[oa])|imposibilidad|imposible|contraindica(?:n|d[oa]|ndo|ba)?|abstencion|descart(?:a|an|o|aron|andose|ando|amos))$/;
/** Of an act alone, as a course that is broken off was begun. */
const CALLED_OFF = /^(?:suspend(?:e|en|io|ieron|er|id[oa]s?|iendose)|(?:cancel|anul)(?:a|an|o|aron|ar|ad[oa]s?))$/;

const DOING = /^(?:realiz|practic|efectu|ejecut|somet)/;
const GIVING =
  /^(?:hacer|hace|hacen|hizo|hicieron|haria|hara|haran|hemos|hecho|hecha|administr|inic|instaur|paut|indic|prescri|recet|pone|ponen|pusi|puso|puesto|colo[cq]|implant|aplic|tra(?:n)?sfund|aport|anad|asoci|propon|propus|plante|ofrec|contempl|consider|recomend|recomiend|aconsej|solicit|pide|pidio|pedi|precis|requer|requier|requir|necesit|recib|toma|tome|tomo|usa|uso|usando|utiliz|sigu|segui|llev|adopt|obt|saca|saco|extra|dispon|exist|coment)/;
const BESIDE =
  /^(?:se|le|les|me|nos|lo|ha|han|he|hemos|habia|habian|haya|hayan|hubo|haber|habiendo(?:se|le)?|fue|fueron|sido|era|eran|es|son|esta|estan|estaba|estuvo|ser|siendo|sera|hay|tiene|tienen|tenia|tener|pued[eo]n?|pudo|pudieron|podido|podia|poder|podra|posible|factible|viable|necesari[oa]s?|quier\p{L}+|quer\p{L}+|quiso|dese[ao]\p{L}*|logr\p{L}+|consig\p{L}+|conseg\p{L}+|intent\p{L}+|lleg\p{L}+|decid\p{L}+|ya|aun|todavia|nunca|ningun|momento|tipo|de|del|a|al|en|que|por|para|ahora|hoy|actualmente|candidat[oa]|tributari[oa]|subsidiari[oa]|susceptible|\p{L}{4,}mente)$/u;
/** `Sin necesidad de`, `la no realización de`: what follows is what is denied. */
const NOMINAL =
  /^(?:necesidad|posibilidad|posibilidades|indicacion|realizacion|practica|administracion|uso|utilizacion|empleo|toma|tomas|consumo|ingesta|inicio|colocacion|opcion|opciones|criterios?|requerimientos?|historia|antecedentes?)$/;
/** `Tratamiento con`: what it was to be is named next. */
const TREATMENT = /^(?:tratamientos?|ttos?|terapia)$/;
const DETERMINER =
  /^(?:el|la|los|las|un|una|unos|unas|ningun|ninguna|algun|alguna|su|sus|dich[oa]s?|est[ea]|est[oa]s|ese|esa|tal|mas|otr[oa]s?|nuev[oa]s?|medid[oa]|previ[oa]s?)$/;
/** Tell of care otherwise than that it was not given: not only this, not again, not well, not before. */
const OTHERWISE =
  /^(?:solo|solamente|unicamente|exclusivamente|vuel\p{L}*|volv\p{L}*|vuelto|repet\p{L}*|bien|correctamente|adecuadamente|regularmente|complet\p{L}*|inmediatamente|antes)$/u;
const OTHER_TURN = /^(?:mas (?:de|que)|de nuevo)$/;
const LATER = /^(?:hasta|tan|tanto|que)$/;
/** What one does without being treated. */
const NO_CARE =
  /^(?:ejercicios?|deportes?|actividad|actividades|esfuerzos?|dieta|dietas|comidas?|movimientos?|deposicion|deposiciones|diuresis|vida|trabajos?|viajes?|tareas?|reposo|seguimiento|controles|revisiones|diagnostico|comentarios?|cambios?|modificaciones|preguntas?|gestos?|caso|uso|mencion|referencia|consultas?|contactos?|respuesta|evidencia|alteracion|alteraciones)$/;
const MOST = 9;
const LOOSE_END =
  /^(?:dad[oa]s?|previ[oa]s?|segun|ya|debido|de|del|al?|en|ante|actual|actualmente|hasta|alguno?|alguna)$/;

/** Acts and treatments that a line says were not done or given: `no se realizó biopsia`, `se desestima la cirugía`. */
export const deniedCare = ofLine((line): readonly DeniedCare[] =>
  spanish(line) ? [...deniedBefore(line), ...deniedAfter(line)] : NONE,
);
const NONE: readonly DeniedCare[] = [];

function deniedBefore(line: Line): DeniedCare[] {
  const out: DeniedCare[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const word = wordAt(line, i);
    const off = CALLED_OFF.test(word);
    if (!off && !DENIAL.test(word) && !REFUSAL.test(word)) continue;
    if (!DENIAL.test(word) && isDenied(line, i)) continue;
    const list = listAt(line, i);
    if (list !== null) itemsOf(line, i, list, off, out);
  }
  return out;
}

/** Where the list of what is denied begins, and whether a verb of doing makes any noun there an act. */
function listAt(line: Line, denial: number): { at: number; doing: boolean } | null {
  let doing = false;
  let i = denial + 1;
  for (; i < line.to && i - denial <= MOST; i += 1) {
    const word = wordAt(line, i);
    if (OTHERWISE.test(word) || OTHER_TURN.test(`${word} ${wordAt(line, i + 1)}`)) return null;
    if (TREATMENT.test(word) && wordAt(line, i + 1) === 'con') i += 1;
    else if (NOMINAL.test(word) && /^(?:de|del|para|a)$/.test(wordAt(line, i + 1))) i += 1;
    else if (careNoun(line, i) !== null || known(line, i) !== undefined) break;
    else if (DOING.test(word)) doing = true;
    else if (!GIVING.test(word) && !BESIDE.test(word) && !DETERMINER.test(word)) break;
  }
  return i < line.to && i > denial ? { at: i, doing } : null;
}

/** `No se descarta cirugía`: the refusal itself is denied. */
function isDenied(line: Line, at: number): boolean {
  for (let i = at - 1; i >= at - 3; i -= 1) if (/^(?:no|sin|nunca)$/.test(wordAt(line, i))) return true;
  return false;
}

const known = (line: Line, at: number) =>
  line.mentions.find(({ from, term }) => from === at && (term.kind === 'medication' || term.kind === 'procedure'));

function itemsOf(
  line: Line,
  denial: number,
  list: { at: number; doing: boolean },
  off: boolean,
  out: DeniedCare[],
): void {
  let at = list.at;
  for (let first = true; at < line.to; first = false) {
    while (!first && DETERMINER.test(wordAt(line, at))) at += 1;
    const item = itemAt(line, at, first && list.doing);
    if (item === null || (off && item.care !== 'act')) return;
    if (LATER.test(wordAt(line, item.to))) return;
    out.push({ ...item, cue: { from: denial, to: Math.max(denial + 1, Math.min(list.at, denial + MOST)) } });
    const joint = wordAt(line, item.to);
    const next = item.to + 1;
    if (/^(?:ni|o|u|\/)$/.test(joint)) at = next;
    else if (/^[,ye]$/.test(joint) && goesOn(line, next, joint)) at = next;
    else return;
  }
}

function itemAt(line: Line, at: number, doing: boolean): Omit<DeniedCare, 'cue'> | null {
  const mention = known(line, at);
  if (mention !== undefined)
    return { from: at, to: mention.to, care: mention.term.kind === 'medication' ? 'drug' : 'act' };
  const care = careNoun(line, at) ?? (doing && isObject(line, at) ? 'act' : null);
  if (care === null) return null;
  let to = phraseEnd(line, at);
  while (to > at + 1 && LOOSE_END.test(wordAt(line, to - 1))) to -= 1;
  return to > at ? { from: at, to, care } : null;
}

/** A noun that may be the object of doing. */
const isObject = (line: Line, at: number): boolean =>
  line.tokens[at]?.kind === 'word' &&
  (wordAt(line, at).length > 3 || line.tokens[at]?.shape === 'all') &&
  !NO_CARE.test(wordAt(line, at)) &&
  phraseEnd(line, at) > at;

/** A list goes on over a comma or `y` where `ni` or `o` ties it, and over `y` to its last item. */
function goesOn(line: Line, at: number, joint: string): boolean {
  const item = itemAt(line, at, false);
  if (item === null) return false;
  const after = wordAt(line, item.to);
  return /^(?:ni|o|u)$/.test(after) || (joint !== ',' && /^(?:[.;,)]|)$/.test(after));
}

const NOT_DONE =
  /^(?:negad[oa]s?|desestimad[oa]s?|rechazad[oa]s?|contraindicad[oa]s?|cancelad[oa]s?|anulad[oa]s?|realizad[oa]s?|practicad[oa]s?|efectuad[oa]s?|indicad[oa]s?|precisad[oa]s?|administrad[oa]s?|iniciad[oa]s?|realizable|procede|procedia|realizo|realizaron|realiza|realizan|practico|practicaron|efectuo|efectuaron|llevo|inicio|administro|administraron|hizo|hicieron|necesari[oa]s?|posibles?|preciso|precisa|requirio|disponibles?)$/;
/** Needs no `se`: what stands before it is what was, or was not. */
const PARTICIPLE = /(?:ad|id|ari)[oa]s?$|^(?:realizable|procede|procedia|posibles?|disponibles?)$/;
const PASSIVE = /^(?:se|fue|fueron|sido|ser|pudo|pudieron|poder)$/;
const OF_ITSELF = /^(?:negad|desestim|rechaz|contraindic|cancel|anul)/;

/** `La biopsia no se realizó`, `TAC : no realizado`, `cirugía desestimada`. */
function deniedAfter(line: Line): DeniedCare[] {
  const out: DeniedCare[] = [];
  for (let i = line.from; i < line.to; i += 1) {
    const item = itemAt(line, i, false);
    if (item === null) continue;
    let at = item.to;
    if (wordAt(line, at) === ':') at += 1;
    const cue = at;
    let not = false;
    let passive = false;
    for (
      let n = 0;
      n < 7 &&
      /^(?:no|se|ha|han|fue|fueron|sido|es|era|esta|pudo|pudieron|puede|poder|queda|quedo|llego|llegaron|a|ser|considera|considero|que)$/.test(
        wordAt(line, at),
      );
      n += 1
    ) {
      not ||= wordAt(line, at) === 'no';
      passive ||= PASSIVE.test(wordAt(line, at));
      at += 1;
    }
    const verb = wordAt(line, at);
    const denied = OF_ITSELF.test(verb) ? !not : not;
    const of = PARTICIPLE.test(verb) || passive;
    if (NOT_DONE.test(verb) && of && denied && !LATER.test(wordAt(line, at + 1)))
      out.push({ ...item, cue: { from: cue, to: at + 1 } });
    i = item.to - 1;
  }
  return out;
}

/** Denied acts and treatments that no table knows; a note alone is that terse. */
export function unnamedCare(line: Line, taken: readonly { from: number; to: number }[]): Found[] {
  if (line.segment.speaker !== 'unknown' || line.question) return [];
  return deniedCare(line)
    .filter(({ from, to }) => !taken.some((one) => one.from < to && one.to > from))
    .map(({ from, to, care }) => ({
      from,
      to,
      mention: null,
      kind: care === 'drug' ? 'medication' : 'procedure',
      name: said(line, from, to),
    }));
}

/** The words that deny the care at tokens `from`..`to`, or null. */
export const careDenialOf = (line: Line, from: number, to: number): DeniedCare['cue'] | null =>
  deniedCare(line).find((one) => one.from < to && one.to > from)?.cue ?? null;
