import { careNoun } from './care-nouns.ts';
import { measureAt } from './measures.ts';
import { namedBy } from './named-by.ts';
import { type Line, spanish, wordAt } from './reading.ts';

/** Endings of names of substances that words of other fields have as well: they tell one only where a medicine stands. */
const ENDING =
  /(?:ina|ino|ida|mid|ona|ana|ato|ol|il|ilo|am|an|ano|en|eno|ib|ax|ium|io|ep|ix|ex|ax|ast|at|et|ir|iva|iba|uro|tal|oxi|ene|ine|ide|ase|asa|ol|oil|oid)$/;
const LONG = 7;
/** Given by mass, not found in so much of a fluid. */
const MASS = /^(?:mg|mcg|µg|μg|ug|ui|miligramos|microgramos)$/;
const FLUID = /^(?:dl|l|ml|100|mm3|litro)$/;
/** What is measured by mass, what is said of a dose, or what holds it. */
const NO_NAME =
  /^(?:dosis|hasta|total|diari[oa]s?|oral|intravenos[oa]|subcutane[oa]|intramuscular|topic[oa]|comprimidos?|capsulas?|ampollas?|sobres?|bolos?|vial|viales|cada|inicial|maxim[oa]|minim[oa]|media|alrededor|aproximadamente|solucion|suspension|crema|pomada|colirio|gotas|parches?|inyeccion|infusion|perfusion|concentracion|nivel|niveles|valor|excrecion|eliminacion|peso|cifras?|resultado|orina|sangre|suero|plasma|lunes|martes|miercoles|jueves|viernes|sabado|domingo|retard|forte|plus|depot|simple|compuesto|medicamento|farmaco|tratamiento|pauta|manana|tarde|noche|desayuno|comida|cena|descendente|ascendente|equivalentes?|mantenimiento|carga|semanal(?:es)?|mensual(?:es)?|proteinas?|proteinuria|prueba|test|positiv[oa]|negativ[oa]|normal|elevad[oa]|menor|mayor|superior|inferior)$/;
const NO_SUBSTANCE =
  /(?:uria|emia|cion|sion|dad|miento|mente|ismo|aje|ura|[ai]d[oa]s?|ando|iendo|aron|ieron|aban?|[ai]bles?|ales?|ares?|[ae]ntes?|[aei]rse|os|as|ic[oa])$/;

/** Stands right before the name of what is given. */
const GIVES =
  /^(?:inici(?:a|o|amos|aron|ando|ar|andose)|paut(?:a|o|amos|aron|ando|ar|andose)|administr(?:a|o|amos|aron|ando|ar|andose)|anad(?:e|io|imos|iendo|ir|iendose)|prescrib(?:e|io|en|ir|imos)|recet(?:a|o|aron)|recib(?:e|io|ia|en|iendo|ir)|tom(?:a|aba|ando|ar)|asoci(?:a|o|ando|andose))$/;
const OF_TREATMENT =
  /^(?:tratamiento|tratamientos|tto|terapia|tratad[oa]s?|pauta|monoterapia|anticoagulacion|antiagregacion|anticoagulad[oa]|antiagregad[oa]|perfusion|infusion|bolo|bolos|dosis|comprimidos?|capsulas?|ampollas?|colirio|sedacion|premedicacion|sustituy\p{L}+|sustituid[oa])$/u;

type Known = (at: number) => boolean;

/**
 * Whether a word that no table knows and no ending tells stands where only a medicine does: with a dose and how often
 * it is taken (`X 20 mg / 24 h`), or, where it is formed as a substance's name, in a list of medicines or as what is given.
 */
export function standsAsMedicine(line: Line, i: number, starts: Known, ends: Known): boolean {
  const token = line.tokens[i];
  if (!spanish(line) || line.segment.speaker !== 'unknown') return false;
  if (token === undefined || token.kind !== 'word' || token.text.length < 4) return false;
  const word = token.text;
  if (NO_NAME.test(word) || NO_SUBSTANCE.test(word) || careNoun(line, i) !== null || namedBy(line, i) !== null)
    return false;
  if (measureAt(line, i) !== null || line.words.some(({ from, to }) => from <= i && to > i)) return false;
  if (ends(i) || (ends(i - 1) && /^(?:de|\(|-)$/.test(wordAt(line, i - 1)))) return false;
  if (isTaken(line, i + 1)) return true;
  return word.length >= LONG && ENDING.test(word) && (inList(line, i, starts, ends) || isGiven(line, i));
}

/** `20 mg / 8 h`, `2 , 5 mg al día`: a dose and how often it is taken. */
function isTaken(line: Line, at: number): boolean {
  let i = at;
  while (/^[®™(]$/.test(wordAt(line, i))) i += 1;
  if (line.tokens[i]?.kind !== 'number' || i >= line.to) return false;
  i += 1;
  if (/^[.,]$/.test(wordAt(line, i)) && line.tokens[i + 1]?.kind === 'number') i += 2;
  if (!MASS.test(wordAt(line, i))) return false;
  const next = wordAt(line, i + 1);
  if (next === '/') return !FLUID.test(wordAt(line, i + 2));
  return /^(?:cada|al|diari[oa]s?|c|oral|iv|vo|por|semanal(?:es)?)$/.test(next);
}

/** `A , X y B`: a medicine on one side and a comma or `y` on the other, or on both. */
function inList(line: Line, i: number, starts: Known, ends: Known): boolean {
  const before = /^[,ye/+]$/.test(wordAt(line, i - 1)) && ends(i - 1);
  const after = /^[,ye/+]$/.test(wordAt(line, i + 1)) && starts(i + 2);
  if (before && after) return true;
  return before && /^(?:[.;)]|y|e|)$/.test(wordAt(line, i + 1)) && /^[ye/+]$/.test(wordAt(line, i - 1));
}

function isGiven(line: Line, i: number): boolean {
  const before = wordAt(line, i - 1);
  if (/^(?:con|de|por|a)$/.test(before)) return OF_TREATMENT.test(wordAt(line, i - 2));
  return GIVES.test(before);
}
