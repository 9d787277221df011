import { foldTerm } from '../language/normalise.ts';
import { readTable } from '../language/tables.ts';
import { deniesQuality } from './denial-reach.ts';
import type { Found } from './findings.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const qualities = { es: new Set<string>(), en: new Set<string>() };
for (const row of readTable('qualities.tsv', ['lang', 'word']))
  qualities[row.lang as 'es' | 'en'].add(foldTerm(row.word));

/** `Doloroso`, `pruriginosa`: what the ending forms of a finding; the others are of places, tissues and numbers. */
const OF_A_FINDING = /os[oa]s?$/;
const OF_SOMETHING_ELSE =
  /^(numeros|venos|mucos|seros|dudos|valios|precios|religios|peligros|cuidados|deseos|famos|carios|grues|repos|acces|caus|us|exitos|oficios|esponjos|tendinos|ligamentos|cartilaginos|coposit|ocios|graciosos)[oa]s?$/;
const COPULA = /^(es|era|son|eran|esta|estan|estaba|estaban|impresiona|is|are|was|were)$/;
const OR = /^(ni|o|nor|or)$/;

export function isQuality(line: Line, i: number): boolean {
  const word = wordAt(line, i);
  if (line.tokens[i]?.kind !== 'word') return false;
  if (qualities[spanish(line) ? 'es' : 'en'].has(word)) return true;
  return spanish(line) && word.length > 6 && OF_A_FINDING.test(word) && !OF_SOMETHING_ELSE.test(word);
}

/** Qualities that a note denies of what it found: `dolor no irradiado`, `no está distendido`, `is not tender`. */
export function deniedQualities(line: Line): Found[] {
  const out: Found[] = [];
  if (line.segment.speaker !== 'unknown') return out;
  for (const cue of line.cues) {
    if (!cue.triggers.some((trigger) => trigger.category === 'negation' && trigger.direction !== 'backward')) continue;
    let at = cue.to;
    if (COPULA.test(wordAt(line, at))) at += 1;
    else if (!COPULA.test(wordAt(line, at - 1)) && !/^not$/.test(wordAt(line, at - 1)) && !deniesQuality(line, cue))
      continue;
    while (isQuality(line, at)) {
      out.push({ from: at, to: at + 1, mention: null, kind: 'symptom', name: said(line, at, at + 1) });
      const listed = !spanish(line) && wordAt(line, at + 1) === ',' && isQuality(line, at + 2);
      if (!listed && !OR.test(wordAt(line, at + 1))) break;
      at += 2;
    }
  }
  return out;
}
