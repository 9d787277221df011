import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type Line, said, textBetween, textOf, wordAt } from './reading.ts';
import { scopeOf } from './scope.ts';

const ALLERGIC =
  /^(allergic|alergic[oa]s?|alergia|alergias|allergy|allergies|intolerante|intolerancia|hipersensibilidad|anafilaxia|anaphylactic)$/;
/** `Alergia medicamentosa a ...` */
const OF_DRUGS = /^(medicamentos[ao]s?|farmacologicas?|conocid[ao]s?|alimentari[ao]s?|severely|highly)$/;
const TO = new Set(['to', 'a', 'al', 'with', ':']);
const DETERMINERS = new Set(
  'only just solo solamente unicamente to a al the el la los las any some my una un'.split(' '),
);
const LIST = new Set([',', 'y', 'and', 'or', 'o', 'e', '/', 'ni', 'nor', '(', ')', '"']);
const NOTHING =
  /^(though|like|just|really|actually|obviously|um|uh|unknown|pending|unspecified|blank|tbc|n\/a|to|no|not|none|nkda|nil|ninguno|desconocid[oa]s?|niega|negad[oa]s?|derivados|derivatives|otros|otras|others|padecer|anything|nada|any|medicines?|medications?|medicamentos?|algun|alguna|something|algo|ningun|ninguna|drugs?|farmacos?|que|what)$/;
const END =
  /^([.;?!:]|corresponde\w*|pertenec\w*|belongs?|is|are|was|were|es|era|fue|son|esta|but|pero|which|que|when|cuando|because|porque|so|since|desde|i|it|my|con|sin|no|with|without|as|por|me|le|se|he|she|niega|denies|presenta|presento|acude|refiere|antecedentes?|fumador|fumadora|exfumador|exfumadora|diagnosticad[oa]|intervenid[oa]|operad[oa]|diabetic[oa]|hipertens[oa]|history|smoker)$/;

/** Without one of these a line tells of no allergy. */
const ANY = /lerg|intoleran|hipersens|anafila|anaphyla/;

/** Tokens after `allergic to`, where the list of substances begins; null: no list follows. */
function listStart(line: Line, i: number): number | null {
  if (!ALLERGIC.test(wordAt(line, i))) return null;
  const to = OF_DRUGS.test(wordAt(line, i + 1)) ? i + 2 : i + 1;
  return TO.has(wordAt(line, to)) && to + 1 < line.to ? to + 1 : null;
}

/**
 * `Allergic to penicillin and shellfish`: each item of the list is an allergy, a medicine of the tables or as said.
 * Turns the medicines among `candidates` into allergies and returns what the tables don't know.
 */
export function allergiesIn(line: Line, candidates: Candidate[]): Candidate[] {
  const out: Candidate[] = [];
  if (!ANY.test(textOf(line))) return out;
  for (let i = line.from; i < line.to; i += 1) {
    const start = listStart(line, i);
    if (start === null) continue;
    const named = candidates.find((one) => one.kind === 'allergy' && one.at.from <= start && one.at.to > start);
    let at = named?.at.to ?? start;
    while (at < line.to && !END.test(wordAt(line, at)) && at < start + 14) {
      if (LIST.has(wordAt(line, at)) || DETERMINERS.has(wordAt(line, at))) {
        at += 1;
        continue;
      }
      if (NOTHING.test(wordAt(line, at))) break;
      const known = candidates.find((one) => one.at.from === at && one.kind !== 'allergy');
      if (known !== undefined && known.kind !== 'medication') break;
      if (known !== undefined) {
        known.kind = 'allergy';
        known.grounds.push({ line, from: i, to: known.at.to });
        at = known.at.to;
        continue;
      }
      let to = at;
      while (
        to < line.to &&
        to < at + 4 &&
        !END.test(wordAt(line, to)) &&
        !LIST.has(wordAt(line, to)) &&
        line.tokens[to]?.kind === 'word'
      )
        to += 1;
      if (to === at) break;
      if (!line.question) {
        const made = candidate(
          line,
          { from: at, to, mention: null, kind: 'allergy', name: said(line, at, to) },
          scopeOf(line, at, to, null),
        );
        made.grounds.push({ line, from: i, to });
        out.push(made);
      }
      at = to;
    }
  }
  return out;
}

const APART =
  /(?:apart from|other than|besides|aside from|except for|except|aparte de|ademas de|salvo|excepto|quitando) (?:(?:the|your|el|la|los|las|lo|su|sus|tu|tus) )*$/;

/** `¿Alergia a algo, aparte de las sulfamidas?`: that one is known; nothing is denied of allergies as such by its `no`. */
export function knownAllergies(line: Line, candidates: Candidate[]): void {
  if (!line.question || !ANY.test(textOf(line))) return;
  const known = candidates.filter(
    ({ kind, at }) =>
      (kind === 'medication' || kind === 'allergy') && APART.test(textBetween(line, line.from, at.from)),
  );
  if (known.length === 0) return;
  for (const one of known) {
    one.kind = 'allergy';
    one.assertion = 'present';
    one.grounds.splice(0, one.grounds.length, { line, from: line.from, to: line.to });
  }
  const others = candidates.filter((one) => known.includes(one) || one.kind !== 'allergy');
  candidates.splice(0, candidates.length, ...others);
}

/** Whether a question is about allergies, so that medicines named in its answer are what the patient can't take. */
export function asksOfAllergies(line: Line): boolean {
  for (let i = line.from; i < line.to; i += 1) if (ALLERGIC.test(wordAt(line, i))) return true;
  return false;
}
