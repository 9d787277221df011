import { type Line, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const DENIAL = words("no not n't never nunca jamas sin without niega denies tampoco ni nor");
const TREATMENT = words(
  'tratamiento tratamientos terapia tratado tratada tratados tratadas treatment treated therapy managed medicated',
);
const WITH = words('con with');
/** What may stand between a denial and the treatment that it denies: auxiliaries and verbs of receiving. */
const RECEIVING =
  /^(se|le|me|ha|he|han|habia|haber|fue|fueron|sido|era|es|esta|estaba|estuvo|en|ningun|algun|el|un|a|previo|precis\p{L}+|requ\p{L}+|necesi\p{L}+|recib\p{L}+|inici\p{L}+|tom\p{L}+|paut\p{L}+|administr\p{L}+|realiz\p{L}+|sigu\p{L}+|segui\p{L}+|llev\p{L}+|been|ever|being|was|were|has|had|have|is|on|any|prior|previous|receiv\p{L}+|need\p{L}*|start\p{L}*|taken|taking|currently|i|he|she)$/u;
const LIST = words(', y o u ni e and or nor la el los las the');
const MANNER = /^(oral|previo|previa|medico|prolongado|domiciliario|solo)$/;
/** Items of a list before the medicine. */
const ITEMS = 6;

/**
 * `No precisó tratamiento con morfina`, `never treated with warfarin or heparin`, `no recibió morfina`: the denial is of
 * the treatment, and `con` does not end it. Returns the denial's token; null where the treatment was given, or its
 * success alone is denied.
 */
export function deniedTreatment(line: Line, at: number): number | null {
  const first = listStart(line, at);
  const direct = denialBefore(line, first);
  if (direct !== null && direct < first - 1) return direct;
  if (!WITH.has(wordAt(line, first - 1))) return null;
  let i = first - 2;
  while (MANNER.test(wordAt(line, i))) i -= 1;
  return TREATMENT.has(wordAt(line, i)) ? denialBefore(line, i) : null;
}

/** Where the list begins that a medicine stands in. */
function listStart(line: Line, at: number): number {
  let i = at;
  for (let steps = 0; steps < ITEMS && i > line.from; steps += 1) {
    if (!LIST.has(wordAt(line, i - 1)) && !(i < at && LIST.has(wordAt(line, i)))) break;
    if (WITH.has(wordAt(line, i - 1)) || RECEIVING.test(wordAt(line, i - 1))) break;
    i -= 1;
  }
  return i;
}

function denialBefore(line: Line, at: number): number | null {
  let i = at - 1;
  while (i > line.from && RECEIVING.test(wordAt(line, i))) i -= 1;
  return i >= line.from && DENIAL.has(wordAt(line, i)) ? i : null;
}

const REFUSES = /^(declin(es|ed|ing)|refus(es|ed|ing)|withheld|withholding)$/;

/** `She declined analgesia`, `refused CT scanning`: the verb's token; null: none stands right before. */
export function refusedBefore(line: Line, at: number): number | null {
  for (let i = at - 1; i >= line.from && i >= at - 4 && line.tokens[i]?.kind === 'word'; i -= 1)
    if (REFUSES.test(wordAt(line, i))) return i;
  return null;
}
