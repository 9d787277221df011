import { foldTerm } from '../language/normalise.ts';
import { spellsMedicine } from '../language/respelling.ts';
import { readTable } from '../language/tables.ts';
import { type Line, spanish, wordAt } from './reading.ts';

const endings: Record<'es' | 'en', Set<string>> = { es: new Set(), en: new Set() };
for (const row of readTable('drug-stems.tsv', ['lang', 'ending']))
  endings[row.lang as 'es' | 'en'].add(foldTerm(row.ending));

/** Words of everyday or of other fields with such an ending. */
const OTHER = new Set(
  'medicina bocina vecina cocina oficina piscina esquina maquina rutina cortina gasolina disciplina gelatina proteina albumina bilirrubina insulina hemoglobina creatinina tuberculina inmunoglobulina globulina gammaglobulina colina encina elastina fibrina queratina melanina dopamina serotonina histamina adrenalina heparina vitamina anfetamina cafeina nicotina cocaina morfina abril gentil servir vivir escribir recibir prescribir decubito persona corona azolve control sol alcohol perol espanol caracol gol frijol colesterol fenol metanol etanol ergosterol caseina lecitina toxina endotoxina exotoxina resina mezclina cystine routine machine medicine cuisine baseline online caffeine nicotine morphine protein routine determine examine imagine genuine marine engine decline combine vaccine urine equine supine cone bone stone phone zone hormone someone everyone anyone alone done gone cortisone asleep cholesterol patrol alcohol symbol protocol school tool april cab tab slab grab lab lucid candid acid elastin pepsin trypsin skin latin satin begin within origin margin coffin cabin virgin basin robin bulletin pumpkin ruin gain pain brain again contain obtain maintain remain explain azole insulino magnesico estroma heroine acetilcolina ciclina colonia barcelona'.split(
    ' ',
  ),
);

const LONGEST = 10;
/** An ending of so many letters tells a medicine after a head of two; a shorter one needs four. */
const TELLING = 5;

/** A word that the tables don't know, but that ends as an international name does or spells one otherwise. */
export function namesMedicine(line: Line, i: number): boolean {
  const token = line.tokens[i];
  if (token === undefined || token.kind !== 'word' || token.text.length < 7 || OTHER.has(token.text)) return false;
  if (isProper(line, i)) return false;
  const set = endings[spanish(line) ? 'es' : 'en'];
  for (let size = 3; size <= Math.min(LONGEST, token.text.length - 2); size += 1) {
    if (set.has(token.text.slice(-size)) && (size >= TELLING || token.text.length - size >= 4)) return true;
  }
  return spellsMedicine(token.text);
}

/** Capitals inside a sentence are names of people and places, but after words that a medicine follows. */
function isProper(line: Line, i: number): boolean {
  return (
    line.tokens[i]?.shape === 'cap' &&
    i > line.from &&
    line.tokens[i - 1]?.kind !== 'mark' &&
    !/^(con|de|y|with|and|a|on)$/.test(wordAt(line, i - 1))
  );
}
