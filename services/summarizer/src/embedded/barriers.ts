import { type Line, ofLine, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const BREAKS = words('; : ( ) . ? ! [ ]');
const CONTRAST = words('pero but however aunque although though sino except salvo excepto');
const SUBJECTS = words('i yo he she they you we ella usted tengo estoy soy');
/** After a comma these begin another statement: `no es dolor, es una molestia`. */
const RESTARTS = words(
  'es sigo sigue noto siento me it just only solo solamente unicamente nomas apenas sino alergico alergica alergicos alergicas allergic remitido remitida ingresado ingresada derivado derivada diagnosticado diagnosticada intervenido intervenida acude consulta',
);
/** `Not prescribed, sometimes I take antacids`: these lead in the next statement's subject. */
const AT_TIMES = words(
  'sometimes occasionally usually normally lately recently today now then maybe otherwise well um uh er like',
);
const VERBS = words(
  'presenta presento presentaba refiere referia tiene tengo tenia aprecia observa evidencia palpa objetiva se has have had is are was were admits reports',
);
const isVerb = (word: string): boolean => VERBS.has(word);

/** `No recurrence with this or other malignancy`: the alternative right before the finding carries the denial on. */
function goesOn(line: Line, to: number): boolean {
  for (let i = to - 1; i >= to - 2; i -= 1) if (/^(or|nor|ni|o)$/.test(wordAt(line, i))) return true;
  return false;
}

const JOINS = words('y e and ,');
const CLITICS = words('se le les me nos');
const AUXILIARIES = words(
  'fue fueron era eran es son esta estaba ha han habia recibe inicia precisa requiere toma tomaba',
);
const AT_ONCE = words('posteriormente finalmente despues luego entonces ademas tambien actualmente');

/** `Sin otros hallazgos, en tratamiento con ...`: so far from a denial a treatment is told of its own. */
const TREATMENT = /^(tratamiento|perfusion|infusion|enemas?|bolos?|inyeccion|inyecciones|colirio|treatment)$/;
const FAR = 4;

/** `Sin fiebre y se pautó ...`, `no tuvo tos y fue tratado`: a joined clause with a verb of its own says something else. */
function opensClause(line: Line, i: number): boolean {
  if (line.tongues[0] !== 'es' || !JOINS.has(wordAt(line, i))) return false;
  let at = i + 1;
  if (AT_ONCE.has(wordAt(line, at))) at += 1;
  if (wordAt(line, i) === ',' && /^\p{L}{3,}[ai]e?ndo(se)?$/u.test(wordAt(line, at))) return true;
  return CLITICS.has(wordAt(line, at)) || AUXILIARIES.has(wordAt(line, at)) || isPreterite(line, at);
}

/** Third persons of the past: `inició`, `recibieron`, `mostraba`. */
function isPreterite(line: Line, i: number): boolean {
  const token = line.tokens[i];
  if (token === undefined || i >= line.to || token.kind !== 'word' || token.end - token.start < 4) return false;
  return /(?:ó|aron|ieron|aban?)$/i.test(line.segment.text.slice(token.start, token.end).normalize('NFC'));
}

/** Of each token the next place, from it on, where a clause ends; a number beyond the line where there is none. */
interface Barriers {
  /** `but`, `pero`: ends what reaches over the sentence as well. */
  readonly contrast: Int32Array;
  readonly mark: Int32Array;
  readonly termination: Int32Array;
  readonly clause: Int32Array;
  readonly treatment: Int32Array;
}

const barriersOf = ofLine((line): Barriers => {
  const terminations = new Set<number>();
  for (const cue of line.cues)
    if (cue.triggers.some((trigger) => trigger.category === 'termination')) terminations.add(cue.from);
  return {
    contrast: nextOf(line, (i) => CONTRAST.has(wordAt(line, i))),
    mark: nextOf(line, (i) => isMark(line, i)),
    termination: nextOf(line, (i) => terminations.has(i)),
    clause: nextOf(line, (i) => opensClause(line, i)),
    treatment: nextOf(line, (i) => TREATMENT.test(wordAt(line, i))),
  };
});

function nextOf(line: Line, is: (i: number) => boolean): Int32Array {
  const size = line.to - line.from;
  const out = new Int32Array(size + 2).fill(line.to + 1);
  for (let i = size - 1; i >= 0; i -= 1) out[i] = is(line.from + i) ? line.from + i : (out[i + 1] as number);
  return out;
}

function isMark(line: Line, i: number): boolean {
  const word = wordAt(line, i);
  if (BREAKS.has(word)) return word !== '(' && word !== ')';
  if (word !== ',') return false;
  let at = i + 1;
  while (AT_TIMES.has(wordAt(line, at))) at += 1;
  if (wordAt(line, at) === 'a' && /^(little|bit)$/.test(wordAt(line, at + 1))) return true;
  return (
    (SUBJECTS.has(wordAt(line, at)) || RESTARTS.has(wordAt(line, at))) &&
    !/^(know|see|think|guess|mean|believe)$/.test(wordAt(line, at + 1))
  );
}

/** Where a cue's clause ends: at a mark, a contrast, or a phrase that begins another statement. */
export function barred(line: Line, from: number, to: number, soft: boolean): boolean {
  if (to <= from) return false;
  const { contrast, mark, termination, clause, treatment } = barriersOf(line);
  const next = (places: Int32Array, i: number): number => places[i - line.from] as number;
  if (next(contrast, from) < to || (!soft && next(mark, from) < to)) return true;
  if (soft || (to - from > 1 && goesOn(line, to))) return false;
  if (next(clause, from + 1) < to || (from + FAR < to && next(treatment, from + FAR) < to)) return true;
  const first = next(termination, from);
  const ownVerb = first === from && !SUBJECTS.has(wordAt(line, from)) && isVerb(wordAt(line, from));
  return (ownVerb ? next(termination, from + 1) : first) < to;
}
