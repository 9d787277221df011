import type { Found } from './findings.ts';
import { type Line, said, wordAt } from './reading.ts';

const ANION =
  /^(maleato|clorhidrato|hidrocloruro|sulfato|acetato|acetonido|fosfato|citrato|besilato|mesilato|bromuro|hidrobromuro|succinato|hemisuccinato|tartrato|fumarato|dipropionato|propionato|valerato|furoato|bitartrato|gluconato|digluconato|lactato|nitrato|bromhidrato|tosilato|palmitato|pamoato|estearato|benzoato|arginato|yoduro|cloruro|carbonato|bicarbonato|aspartato|fluoruro|oxido|hidroxido|borato|tiosulfato|silicato|undecanoato|enantato|decanoato|caproato)$/;
const AFTER =
  /^((di|mono)?(sodic|potasic|calcic|magnesic)[oa]|liposomal|pegilad[oa]|retard|benzatina|procaina|clavulanic[oa]|tazobactam|sulbactam|argentic[oa]|axetil[oa]?|mofetil[oa]?|disoproxil[oa]?|proxetil[oa]?|medoxomil[oa]?|etexilato|pivoxil[oa]?|cilexetil[oa]?|acetonid[oa]|acetato|decanoato|undecanoato|enantato|sulfato|clorhidrato|monohidrat[oa]|dihidrat[oa]|sodium|potassium|hydrochloride|hcl|succinate|tartrate|sulfate|acetate|fumarate|maleate|mesylate|citrate|decanoate|furoate|propionate|besylate|axetil|mofetil|xr|er|sr|cr|xl|lp|depot|plus|forte)$/;

/** With salt and form: `maleato de enalapril`, `amoxicilina / clavulánico`, `metoprolol succinate ER`. */
export function widened(line: Line, found: Found): Found {
  let { from, to } = found;
  if (wordAt(line, from - 1) === 'de' && ANION.test(wordAt(line, from - 2))) from -= 2;
  while (AFTER.test(wordAt(line, to)) || (/^[-/]$/.test(wordAt(line, to)) && AFTER.test(wordAt(line, to + 1)))) {
    to += /^[-/]$/.test(wordAt(line, to)) ? 2 : 1;
  }
  if (from === found.from && to === found.to) return found;
  return { ...found, from, to, name: said(line, from, to) };
}

const CATION =
  /^((di|mono)?(sodic|potasic|calcic|magnesic|amonic|aluminic|ferric|ferros|morfic|argentic|cupric|litic)[oa])$/;
const METAL = /^(sodio|potasio|calcio|magnesio|hierro|zinc|cinc|aluminio|plata|litio|amonio|bismuto|cobre|estroncio)$/;
const ENGLISH_METAL = /^(sodium|potassium|calcium|magnesium|ferrous|ferric|zinc|lithium|aluminum|aluminium|bismuth)$/;
const ENGLISH_ANION =
  /^(acetate|bicarbonate|carbonate|citrate|chloride|phosphate|gluconate|sulfate|sulphate|oxide|hydroxide|fluoride|iodide|subsalicylate|fumarate|lactate)$/;
/** What stones and deposits are made of is not given. */
const STONE = /^(calculo|calculos|litiasis|piedra|piedras|cristales|deposito|depositos|stones?|crystals?)$/;

/** End of a simple salt that begins at `i`: `cloruro potásico`, `sulfato de zinc`, `calcium carbonate`; `i` where none does. */
export function saltEnd(line: Line, i: number): number {
  const end = endOfSalt(line, i);
  if (end === i) return i;
  const ofAStone = STONE.test(wordAt(line, i - 1)) || (wordAt(line, i - 1) === 'de' && STONE.test(wordAt(line, i - 2)));
  return ofAStone ? i : end;
}

function endOfSalt(line: Line, i: number): number {
  if (ANION.test(wordAt(line, i))) {
    if (CATION.test(wordAt(line, i + 1))) return i + 2;
    return wordAt(line, i + 1) === 'de' && METAL.test(wordAt(line, i + 2)) ? i + 3 : i;
  }
  return ENGLISH_METAL.test(wordAt(line, i)) && ENGLISH_ANION.test(wordAt(line, i + 1)) ? i + 2 : i;
}
