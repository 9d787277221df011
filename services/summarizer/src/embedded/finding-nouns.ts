import type { FactKind } from '@clinical/contracts';
import { readTable } from '../language/tables.ts';
import { careNoun } from './care-nouns.ts';
import { courseAt, NOUN_LIKE_PARTICIPLE } from './denial-reach.ts';
import { isQuality } from './denied-qualities.ts';
import { DETERMINERS, phraseEnd } from './phrases.ts';
import { type Line, spanish, wordAt } from './reading.ts';
import { words } from './word-set.ts';

const SKIP = words(
  'mucho mucha gran grandes ningun ninguna ninguno ningunas ningunos otro otra otros otras mas claro clara claros claras evidente evidentes aparente aparentes significativo significativa any other obvious significant evidence of signs de nuevo nueva nuevos nuevas ni or acute gross further',
);
const NO_FINDING = new Set(readTable('not-findings.tsv', ['word']).map(({ word }) => word));
const GENERIC =
  /^(difficulty|difficulties|trouble|problems?|issues?|injuries|dificultad|dificultades|problemas?|molestias|cambios?|changes?|allergies)$/;
const INFINITIVE = /(ar|er|ir|arse|erse|irse|arlo|arla|erlo|irlo)$/;
const VERBISH = /(aba|aban|aron|ieron|ando|iendo|andose|iendose|aria|eria|iria)$/;
/** Of the words in -ía those that are nouns; the others are verbs in the past. */
const NOUN_IN_IA =
  /(patia|logia|grafia|scopia|tomia|plejia|trofia|megalia|metria|fonia|ergia|sfagia|trepsia|quecia|lepsia|pecia|agonia|nomia|vestia|sia)$/;
const PARTICIPLE = /(ad[oa]s?|id[oa]s?)$/;
const AUXILIARY = /^(ha|han|he|hemos|habia|habian|haber|haya|hayan|hubo|has|have|had)$/;
const ADJECTIVE =
  /(ad[oa]s?|id[oa]s?|iv[oa]s?|[ai]bles?|os[oa]s?|antes?|entes?|ales|al|ares|ar|ic[oa]s?|or[oa]s?|eos?|eas?|ari[oa]s?)$/;
/** Adjectives that tell what something is of: no finding without their noun. */
const RELATIONAL = /(al|ales|ar|ares|ic[oa]s?|iv[oa]s|(?:oid|an|ac|guin|os)e[oa]s?|ari[oa]s|ntes)$/;
const CLOSES =
  /^([.,;:)/]|asociad[oa]s?|acompanantes?|previ[oa]s?|al|a|en|con|desde|durante|ademas|actualmente|y|o|e|u|ni|or|and|nor|pero|but|salvo|excepto|)$/;
const OPENS = /^([,.;:()…-]|y|and|pero|but|e|ni|o|or|que|)$/;

/** In a note these deny something with the word that follows: `sin antecedentes de interés`, `no hábitos tóxicos`. */
const NOTED: readonly (readonly [RegExp, RegExp, FactKind])[] = [
  [
    /^antecedentes?$/,
    /^(?!familiar)(de|por|\p{L}+(?:ic[oa]s?|al|ales|ar|ares|os[oa]s?|iv[oa]s?|ori[oa]s?|ares|ntes?|d[oa]s?|bles?))$/u,
    'condition',
  ],
  [/^factores$/, /^de$/, 'risk_factor'],
  [/^habitos$/, /^(toxicos|nocivos)$/, 'risk_factor'],
  [/^consumo$/, /^de$/, 'risk_factor'],
  [/^cambios$/, /^(en|del|de|con|respecto|significativos|sustanciales|clinicos|evolutivos)$/, 'condition'],
  [/^datos$/, /^\p{L}+(?:ios|ivos|icos|osos)$/u, 'symptom'],
];

const noted = (line: Line, i: number): FactKind | null =>
  line.segment.speaker === 'unknown'
    ? (NOTED.find(([word, next]) => word.test(wordAt(line, i)) && next.test(wordAt(line, i + 1)))?.[2] ?? null)
    : null;

/** Heads of what is a disease or its course rather than something felt or seen. */
const CONDITION =
  /^(complicacion|complicaciones|incidencias?|incidentes|recidivas?|recurrencias?|progresion|metastasis|enfermedad|enfermedades|patologias?|afectacion|infeccion|infecciones|malformacion|malformaciones|secuelas?|trastornos?|sindrome|procesos?|rechazo|invasion|extension|neoplasias?|tumor|tumores|hallazgos?|causas?|focos?|fuentes?|toxicidad|complications?|recurrences?|metastas[ei]s|disease|infections?|malformations?|abnormalit(y|ies)|findings?)$/;

/** In English the last word tells what a phrase names. */
const TREATMENTS_EN: readonly (readonly [RegExp, FactKind])[] = [
  [
    /(?:^(?:surgery|surgeries|operations?|interventions?|admissions?|cpr|resuscitation|transfusions?|intubation|ventilation|dialysis|bi(?:opsy|opsies)|scans?|imaging|x-?rays?|mri|ct|ultrasound|echo|procedures?|catheteri[sz]ation|physiotherapy|immuni[sz]ations?|vaccinations?)|[a-z]{3,}(?:tomy|tomies|scopy|plasty|graphy|therapy|centesis))$/,
    'procedure',
  ],
  [
    /^(?:medications?|medicines?|drugs|antibiotics?|analgesi(?:a|cs?)|supplements?|vasopressors?|pressors|inotropes?|steroids?|opio?ids?|opiates?|statins?|anticoagula(?:tion|nts?)|sedatives?|sedation|nsaids?|laxatives?|contraception|contraceptives?|vitamins?|inhalers?|fluids)$/,
    'medication',
  ],
];

function treatment(line: Line, i: number): FactKind | null {
  if (spanish(line)) return null;
  let end = i + 1;
  while (end < phraseEnd(line, i) && !/^(of|in|on|for|at)$/.test(wordAt(line, end))) end += 1;
  const last = wordAt(line, end - 1);
  return TREATMENTS_EN.find(([pattern]) => pattern.test(last))?.[1] ?? null;
}

/** What kind of fact the phrase that begins at `i` names. */
export function kindOfNoun(line: Line, i: number): FactKind {
  const care = careNoun(line, i);
  if (care !== null) return care === 'drug' ? 'medication' : 'procedure';
  return (
    noted(line, i) ??
    treatment(line, i) ??
    (CONDITION.test(wordAt(line, i)) || courseAt(line, i) >= 0 ? 'condition' : 'symptom')
  );
}

const shortName = (line: Line, i: number): boolean => line.tokens[i]?.shape === 'all' && wordAt(line, i).length === 2;

/** A verb, or the participle of one, where a noun would name what is denied. */
function isVerbal(line: Line, i: number, bare: boolean): boolean {
  if (!spanish(line)) return false;
  const token = line.tokens[i]!;
  const word = token.text;
  if (
    INFINITIVE.test(word) &&
    word.length > 4 &&
    !/(malestar|bienestar|alter|femur|celular|cular$|sular$|lobar|lumbar|bipolar|nuclear|alveolar)/.test(word)
  )
    return true;
  if (VERBISH.test(word)) return true;
  const typed = line.segment.text.slice(token.start, token.end).normalize('NFC');
  if (bare && typed.endsWith('ía') && !NOUN_IN_IA.test(word)) return true;
  if (/(?:ó|rá|rán)$/.test(typed)) return true;
  return AUXILIARY.test(wordAt(line, i - 1)) && /(ad[oa]|id[oa]|to|cho)$/.test(word);
}

/** Only an adjective of what was named before: `lesiones orales ni genitales`, `AINE no esteroideo`. */
function isOnlyAdjective(line: Line, from: number, to: number, bare: boolean, first: boolean): boolean {
  if (!spanish(line) || to - from !== 1 || isQuality(line, from)) return false;
  const word = wordAt(line, from);
  if (!ADJECTIVE.test(word) || NOUN_LIKE_PARTICIPLE.test(word) || /^(clinica|fatiga)$/.test(word)) return false;
  if (first) return bare && (PARTICIPLE.test(word) || RELATIONAL.test(word) || !OPENS.test(wordAt(line, from - 2)));
  return /^(ni|o|y|u|e)$/.test(wordAt(line, from - 1)) && RELATIONAL.test(word);
}

/**
 * The noun phrase at `at` that may name a finding by standing under a denial or a doubt, if one begins there. `first`:
 * right behind it; `bare`: a mere `no`.
 */
export function findingNoun(
  line: Line,
  at: number,
  bare: boolean,
  first: boolean,
): { from: number; to: number } | null {
  let from = at;
  if (/^(datos|evidencia|presencia|constancia|indicios)$/.test(wordAt(line, from)) && wordAt(line, from + 1) === 'de')
    from += 2;
  while (
    from < line.to &&
    (SKIP.has(wordAt(line, from)) ||
      /.mente$/.test(wordAt(line, from)) ||
      (!bare && DETERMINERS.has(wordAt(line, from))))
  )
    from += 1;
  const word = wordAt(line, from);
  if (line.words.some((hit) => hit.as === 'site' && hit.from === from && phraseEnd(line, from) <= hit.to)) return null;
  if (line.tokens[from]?.kind !== 'word' || (word.length < 3 && !shortName(line, from))) return null;
  if (/^(?:candidat|tributari|subsidiari)[oa]s?$/.test(word)) return null;
  if (NO_FINDING.has(word) && noted(line, from) === null) return null;
  if (isVerbal(line, from, bare)) return null;
  const to = phraseEnd(line, from);
  if (to <= from || (to === from + 1 && GENERIC.test(word) && line.segment.speaker !== 'unknown')) return null;
  if (isOnlyAdjective(line, from, to, bare, first)) return null;
  const closed = to >= line.to || CLOSES.test(wordAt(line, to));
  return first || closed ? { from, to } : null;
}
