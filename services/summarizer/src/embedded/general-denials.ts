import type { FactKind } from '@clinical/contracts';
import type { Candidate } from './candidate.ts';
import type { Found } from './findings.ts';
import { type Line, said, textOf, wordAt } from './reading.ts';

/** What a history asks for in general; `no` to it is worth telling, `yes` says nothing. */
const ASKED: readonly (readonly [RegExp, FactKind])[] = [
  [/^(medications?|medicines?|tablets?|pills?|prescriptions?|medicacion|medicamentos?|pastillas?)$/, 'medication'],
  [
    /^(illness|illnesses|conditions?|problems?|issues?|history|diagnos[ie]s|enfermedad|enfermedades|patologias?|antecedentes?|problemas?)$/,
    'condition',
  ],
  [/^(surgery|surgeries|operations?|cirugias?|operaciones|operacion|intervenciones|intervencion)$/, 'procedure'],
];
/** A line without one of these asks for none of it. */
const ANY =
  /medic|tablet|pill|prescri|pastilla|illness|condition|problem|issue|histor|diagnos|enfermedad|patologia|antecedente|surger|operati|cirugia|operacion|intervencion/;
/** Without one of these a problem or a history may be of anything. */
const MEDICAL = /^(medical|health|surgical|past|cronicas?|medicos?|medicas?|quirurgicos?|personales|salud)$/;
const ALONE = /^(illness|illnesses|enfermedad|enfermedades|patologias?|medical|diagnos[ie]s)$/;
const BEFORE =
  /^(regular|regularly|daily|other|prescribed|prescription|long|term|current|medical|health|surgical|past|previous|chronic|serious|major|known|otr[oa]s?|and|or|cronicas?|importantes?|medicas?|medicos?)$/;
const AFTER =
  /^(habitual|habituales|diaria|cronicas?|medic[oa]s?|quirurgic[oa]s?|personales|importantes?|conocidas?|previas?|regularly|fija|fijas)$/;
const ALLERGY = /^(allerg|alerg|intoleran|reaction|reaccion)/;
/** `Anything for it`, `con la medicación`: one treatment, one matter. */
const OF_ONE = /^(for|para|with|con|in|de_)$/;

/** `Have you had anything like this before?`, `¿le había pasado antes?`: asked of the complaint, whatever it is. */
const BEFORE_NOW =
  /\b((?:anything|something|symptoms?|episodes?) (?:like (?:this|that|it|these)|similar)(?: to this)?(?: \w+){0,2} (?:before|in the past|previously)|(?:algo|cosa) (?:asi|parecid[oa]|similar|igual)(?: \w+){0,2} (?:antes|otras veces|alguna vez)|(?:habia|ha) (?:pasado|ocurrido|sucedido)(?: \w+){0,3} (?:antes|otras veces|alguna vez)) /d;

function beforeIn(line: Line, known: readonly { from: number; to: number }[]): Found[] {
  const text = textOf(line);
  const [start, end] = BEFORE_NOW.exec(text)?.indices?.[1] ?? [-1, -1];
  if (start < 0) return [];
  const from = line.from + text.slice(0, start).split(' ').length - 1;
  const to = line.from + text.slice(0, end).split(' ').length;
  if (known.some((one) => one.from < to && one.to > from)) return [];
  return [{ from, to, mention: null, kind: 'symptom', name: said(line, from, to) }];
}

/** `Have you changed any medication?`: no change denies no medicine. */
const OF_CHANGE =
  /\b(chang(?:e|ed|es|ing)|new|start(?:ed)?|stopp?(?:ed)?|miss(?:ed)?|forg[oe]t\w*|cambi\w+|nuev[oa]s?|empezad[oa]|dejad[oa]|suspendid[oa]|olvid\w+) /;

/** In talk `any regular medication?`, `ninguna enfermedad`: general terms, to be kept only where they are denied. */
export function generalTerms(
  line: Line,
  known: readonly { from: number; to: number }[],
  before: Line | undefined = undefined,
): Found[] {
  const out: Found[] = [];
  if (line.segment.speaker === 'unknown') return out;
  if (line.question) out.push(...beforeIn(line, known));
  if (!ANY.test(textOf(line))) return out;
  if (before !== undefined && before.turn === line.turn && allergic(before, before.to)) return out;
  for (let i = line.from; i < line.to; i += 1) {
    const kind = ASKED.find(([pattern]) => pattern.test(wordAt(line, i)))?.[1];
    if (kind === undefined || line.tokens[i]?.kind !== 'word') continue;
    let from = i;
    while (from > line.from && BEFORE.test(wordAt(line, from - 1)) && !/^(and|or)$/.test(wordAt(line, from - 2)))
      from -= 1;
    while (/^(and|or)$/.test(wordAt(line, from))) from += 1;
    let to = i + 1;
    if (wordAt(line, to) === 'de' && wordAt(line, to + 1) === 'salud') to += 2;
    while (AFTER.test(wordAt(line, to))) to += 1;
    if (kind === 'condition' && !isMedical(line, from, to)) continue;
    if (kind === 'medication' && OF_CHANGE.test(textOf(line))) continue;
    if (OF_ONE.test(wordAt(line, to)) || known.some((one) => one.from < to && one.to > from)) continue;
    if (allergic(line, from)) continue;
    out.push({ from, to, mention: null, kind, name: said(line, from, to) });
    i = to - 1;
  }
  return out;
}

/** Whether a candidate is one of those. */
export const isGeneral = ({ at, term, kind }: Candidate): boolean =>
  term === null &&
  generalTerms(at.line, []).some((one) => one.from === at.from && one.to === at.to && one.kind === kind);

function isMedical(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (MEDICAL.test(wordAt(line, i)) || (ALONE.test(wordAt(line, i)) && wordAt(line, to) !== 'of')) return true;
  return false;
}

function allergic(line: Line, at: number): boolean {
  for (let i = Math.max(line.from, at - 8); i < at; i += 1) if (ALLERGY.test(wordAt(line, i))) return true;
  return false;
}
