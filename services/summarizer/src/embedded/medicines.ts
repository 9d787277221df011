import { foldTerm } from '../language/normalise.ts';
import { readTable } from '../language/tables.ts';
import type { Found } from './findings.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const endings: Record<'es' | 'en', Set<string>> = { es: new Set(), en: new Set() };
for (const row of readTable('drug-stems.tsv', ['lang', 'ending']))
  endings[row.lang as 'es' | 'en'].add(foldTerm(row.ending));

/** Words of everyday or of other fields with such an ending. */
const OTHER = new Set(
  'medicina bocina vecina cocina oficina piscina esquina maquina rutina cortina gasolina disciplina gelatina proteina albumina bilirrubina insulina hemoglobina creatinina tuberculina inmunoglobulina globulina gammaglobulina colina encina elastina fibrina queratina melanina dopamina serotonina histamina adrenalina heparina vitamina anfetamina cafeina nicotina cocaina morfina abril gentil servir vivir escribir recibir prescribir decubito persona corona azolve control sol alcohol perol espanol caracol gol frijol colesterol fenol metanol etanol ergosterol caseina lecitina toxina endotoxina exotoxina resina mezclina cystine routine machine medicine cuisine baseline online caffeine nicotine morphine protein routine determine examine imagine genuine marine engine decline combine vaccine urine equine supine cone bone stone phone zone hormone someone everyone anyone alone done gone cortisone asleep cholesterol patrol alcohol symbol protocol school tool april cab tab slab grab lab lucid candid acid elastin pepsin trypsin skin latin satin begin within origin margin coffin cabin virgin basin robin bulletin pumpkin ruin gain pain brain again contain obtain maintain remain explain azole'.split(
    ' ',
  ),
);

function endsAsMedicine(line: Line, i: number): boolean {
  const token = line.tokens[i];
  if (token === undefined || token.kind !== 'word' || token.text.length < 7 || OTHER.has(token.text)) return false;
  if (
    token.shape === 'cap' &&
    i > line.from &&
    line.tokens[i - 1]?.kind !== 'mark' &&
    !/^(con|de|y|with|and|a|on)$/.test(wordAt(line, i - 1))
  )
    return false;
  const set = endings[spanish(line) ? 'es' : 'en'];
  for (let size = 3; size <= Math.min(9, token.text.length - 3); size += 1) {
    if (set.has(token.text.slice(-size)) && (size > 4 || token.text.length - size >= 4)) return true;
  }
  return false;
}

const SALT =
  /^(maleato|clorhidrato|hidrocloruro|sulfato|acetato|fosfato|citrato|besilato|mesilato|bromuro|succinato|tartrato|fumarato|dipropionato|propionato|valerato|furoato|bitartrato|gluconato|lactato|nitrato|bromhidrato|tosilato|palmitato|pamoato|estearato|benzoato)$/;
const AFTER =
  /^(sodic[oa]|potasic[oa]|calcic[oa]|magnesic[oa]|liposomal|pegilad[oa]|retard|benzatina|procaina|clavulanic[oa]|tazobactam|sulbactam|sodium|hydrochloride|hcl|succinate|tartrate|sulfate|acetate|fumarate|maleate|xr|er|sr|cr|xl|depot|plus|forte)$/;

function widened(line: Line, found: Found): Found {
  let { from, to } = found;
  if (wordAt(line, from - 1) === 'de' && SALT.test(wordAt(line, from - 2))) from -= 2;
  while (AFTER.test(wordAt(line, to)) || (/^[-/]$/.test(wordAt(line, to)) && AFTER.test(wordAt(line, to + 1)))) {
    to += /^[-/]$/.test(wordAt(line, to)) ? 2 : 1;
  }
  if (from === found.from && to === found.to) return found;
  return { ...found, from, to, name: said(line, from, to) };
}

/** Medicines of a line: those of the tables, widened to salt and form, and those whose name ends as an INN does. */
export function medicinesIn(line: Line, known: readonly Found[]): Found[] {
  const medicines = known.filter((one) => one.kind === 'medication').map((one) => widened(line, one));
  for (let i = line.from; i < line.to; i += 1) {
    if (!endsAsMedicine(line, i) || known.some((one) => one.from <= i && one.to > i)) continue;
    medicines.push(
      widened(line, { from: i, to: i + 1, mention: null, kind: 'medication', name: said(line, i, i + 1) }),
    );
  }
  return medicines;
}
