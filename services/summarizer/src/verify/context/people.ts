import type { Reading, ReadSegment, Span } from '../reading.ts';
import * as cues from './experiencers.ts';
import { has, matches } from './patterns.ts';
import { isProxy } from './proxy.ts';

export interface Whose {
  readonly whose: 'patient' | 'family' | 'other';
  /** The relative as said, where one is named. */
  readonly relation: string | null;
}

/** Code units around a mention that are read: run-on speech has sentences without end. */
export const WINDOW = 320;

export const PATIENT: Whose = { whose: 'patient', relation: null };

export interface Hit extends Span {
  readonly said: string;
  readonly whose: 'family' | 'other';
}

const KIN_ALONE =
  /(?:(?:my|your|his|her|their|the|mi|mis|su|sus|tu|tus|el|la|los|las|un|una|of|de|del|in|on|en|a|y|and|o|or|for|por)\s+(?:\p{L}+\s+)?|[,:;(]\s*|^\W*)$/u;

/** In a note "un paciente que ..." is the note's own. */
const OF_THE_NOTE = /^(?:una?|an?) (?:paciente|patient)(?! mi[oa]| of mine)(?: que| con| de| who| with)?$/u;

/** Relatives who tell, come along or are spoken to. */
const aside = (before: string, after: string): boolean =>
  cues.BESIDE.test(before) || cues.TOLD_BY.test(before) || cues.TELLING.test(after);

/** "Cáncer de mama": folded, the breast is written as a mother is. */
const isBreast = (said: string, before: string, after: string): boolean =>
  said === 'mama' &&
  (/^ (?:izquierda|derecha|bilateral)/.test(after) ||
    /(?:cancer|ca|carcinoma|tumor\p{L}*|neo(?:plasia)?|nodulo|bulto|quiste|dolor|biopsia|cirugia|masa|fibroadenoma|lesion|ecografia|eco) (?:de |en )(?:la )?$/u.test(
      before,
    ));

/** "What's been happening, mum?": who speaks for the child is spoken to. */
const isSpokenTo = (said: string, before: string, after: string): boolean =>
  /^(?:mum|mom|mummy|mommy|dad|daddy|mama|papa|mami|papi|nan|gran)$/.test(said) &&
  /(?:^|[,.!?])\s*$/.test(before) &&
  /^\s*(?:[,.?!]|$)/.test(after);

/** "Los tres pisos de mi hija": what is theirs is named, and nothing that they have. */
const OWNED_PLACE =
  /(?<![\p{L}])(?:casas?|pisos?|coche|carro|auto|boda|bautizo|comunion|cumpleanos|cole(?:gio)?|habitacion|cuarto|cama|pueblo|finca|bar|tienda|perr[oa]|gat[oa]|movil|telefono|escaleras?|terraza|jardin|trabajo) de (?:mi|mis|su|tu|la|el)\s+$/u;

/** "No, hijo, la cabeza no": who is spoken to. */
const VOCATIVE = /^(?:hij[oa]|mij[oa]|nen[ae]|son|dear|love)$/;

/** "My other son": not the one who is here. */
const ANOTHER = /(?<![\p{L}])(?:other|older|younger|eldest|oldest|youngest|middle|otr[oa]s?)\s+$/u;

const remembered = new WeakMap<ReadSegment, Map<string, readonly Hit[]>>();

/** People in a text, in its order. `all`: also those who only tell, bring or live with the patient. */
export function hitsIn(reading: Reading, read: ReadSegment, text: string, all = false): readonly Hit[] {
  if (all) return peopleIn(reading, read, text, all);
  const known = remembered.get(read) ?? new Map<string, readonly Hit[]>();
  remembered.set(read, known);
  const found = known.get(text) ?? peopleIn(reading, read, text, all);
  known.set(text, found);
  return found;
}

/** "The child was discharged on prednisolone": in a note the child is its patient. */
const isTheCase = ({ segment }: ReadSegment, before: string, said: string): boolean =>
  segment.speaker === 'unknown' && said === 'child' && /(?:^|[^\p{L}])(?:the|this)\s+(?:\p{L}+\s+)?$/u.test(before);

/** "Soy la hija", "I'm her mum": who speaks. */
const INTRODUCES =
  /(?:^|[.,!¡]\s*|\s)(?:soy|yo soy|i ?'?m|i am|it's|this is|habla|aqui|aca)(?: (?:la|el|su|his|her|the|your))? $/;

/** "My own father had it", from the clinician. */
const CLINICIANS = /(?<![\p{L}])(?:my|mi|mis)(?: (?:own|propi[oa]))? $/u;

/** "How many children did you have?": of none of them is anything asked. */
const COUNTED = /(?:how many|have any|have you any|cuantos|tiene|tienes|have|had|got) $/;

/** "My sister says she's got a sore throat", "mi vecina dice que le duele": code units up to what she tells of herself; 0: nothing of the kind. */
function saysOfOneself(after: string): number {
  const says = cues.TELLING.exec(after);
  if (says === null) return 0;
  const lead = /^(?: (?:me|us|him|them|nos))?(?: (?:that|que))?,? /u.exec(after.slice(says[0].length))?.[0] ?? '';
  return THIRD.test(after.slice(says[0].length + lead.length)) ? says[0].length + lead.length : 0;
}
const THIRD =
  /^(?:she|he|they|her|his|their)(?![\p{L}])|^(?:(?:no|ya|tambien|siempre|ahora|hoy) )*(?:(?:se )?(?:le|les) |(?:ella|el) (?!dolor|medico)|(?:tiene|tienen|tenia|padece|sufre|esta|estan|estaba|anda|toma|lleva|ha|han|siente|nota)(?![\p{L}])|se (?:siente|encuentra|nota|marea|cansa|ahoga)(?![\p{L}]))/u;

function peopleIn(reading: Reading, read: ReadSegment, text: string, all: boolean): Hit[] {
  const out: Hit[] = [];
  const proxy = isProxy(reading);
  const kin = cues.KIN[read.tongues.includes('en') ? 'en' : 'es'];
  for (const m of matches(kin, text)) {
    const before = text.slice(0, m.index);
    if ((proxy && has(cues.YOUNG, m[0]) && !ANOTHER.test(before)) || m[0] === reading.spokenFor) continue;
    const end = m.index + m[0].length;
    if (
      COUNTED.test(before) &&
      /^(?:children|kids|hijos|hijas|ninos)$/.test(m[0]) &&
      !/^ (?:with|who|con|que)(?![\p{L}])/u.test(text.slice(end))
    )
      continue;
    if (read.segment.speaker === 'other' && INTRODUCES.test(before)) continue;
    if (VOCATIVE.test(m[0]) && /(?:^|[,.!?¡])\s*$/.test(before) && /^\s*[,.!?]/.test(text.slice(end))) continue;
    if (proxy && read.segment.speaker === 'clinician' && isSpokenTo(m[0], before, text.slice(end))) continue;
    if (!KIN_ALONE.test(before) || isTheCase(read, before, m[0]) || isBreast(m[0], before, text.slice(end))) continue;
    if (!all && OWNED_PLACE.test(before)) continue;
    if (!all && cues.BESIDE.test(before) && !/^\s+(?:has|had|tiene|tuvo)/.test(text.slice(end))) continue;
    const oneself = proxy || read.segment.speaker !== 'patient' ? 0 : saysOfOneself(text.slice(end));
    if (!all && oneself === 0 && (cues.TELLING.test(text.slice(end)) || cues.TOLD_BY.test(before))) continue;
    const own = read.segment.speaker === 'clinician' && CLINICIANS.test(before);
    out.push({ start: m.index, end: end + oneself, said: m[0], whose: own ? 'other' : 'family' });
  }
  for (const m of matches(cues.FAMILY, text)) {
    const end = m.index + m[0].length;
    if (/^famil/.test(m[0]) && /(?:de la misma|the same) $/.test(text.slice(0, m.index))) continue;
    if (!all && /^famil/.test(m[0]) && aside(text.slice(0, m.index), text.slice(end))) continue;
    out.push({ start: m.index, end, said: '', whose: 'family' });
  }
  for (const m of matches(cues.OTHERS, text)) {
    const end = m.index + m[0].length;
    if (read.segment.speaker === 'unknown' && OF_THE_NOTE.test(m[0])) continue;
    if (reading.spokenFor !== null && m[0].endsWith(` ${reading.spokenFor}`)) continue;
    const oneself = proxy || read.segment.speaker !== 'patient' ? 0 : saysOfOneself(text.slice(end));
    if (all || oneself > 0 || !cues.TELLING.test(text.slice(end)))
      out.push({ start: m.index, end: end + oneself, said: m[0], whose: 'other' });
  }
  return out.sort((a, b) => a.start - b.start);
}

export const named = (hit: Hit): Whose => ({ whose: hit.whose, relation: hit.said === '' ? null : hit.said });

/** Words over which a relative still owns what is said; run-on speech has no full stops. */
const FAR = 22;

/** Headings of a note under which the patient's own things stand: what was the family's ends there. */
export const OWN_HEADING =
  /(?<![\p{L}])(?:a\.?p\.?p?|a\.?m|a\.?q|i\.?q|m\.?c|e\.?a|h\.?e\.?a|t\.?a|e\.?f|j\.?c|i\.?d|rams?|tto|ttos|trat|tratamiento(?: habitual| actual| cronico)?|antecedentes(?: (?:personales|medicos|quirurgicos|patologicos|de interes|gineco\p{L}*|toxicos))+|personales|patologicos|motivo de (?:consulta|ingreso)|enfermedad actual|anamnesis|exploracion(?: fisica)?|exp|dx|diagnosticos?|impresion(?: diagnostica)?|juicio clinico|habitos(?: toxicos)?|alergias|alergico|constantes|medicacion(?: habitual| actual)?|plan|pmhx?|pshx?|shx?|dhx?|hpi|hpc|pc|cc|o\/e|rx|meds|medications?|(?:past |previous )?(?:medical|surgical|social|drug) history|past history|allergies|presenting complaint|chief complaint|history of present(?:ing)? (?:illness|complaint)|on examination|examination|exam|impression|assessment|vitals|obs)\s*[:.]|(?<![\p{L}])(?:a\.?p\.?p|ap)\s+(?=\p{L})/u;

/** Between the relative and the mention the patient takes the floor again. */
export function comesBack(between: string, read: ReadSegment): boolean {
  if (/[;]/.test(between) || between.split(/\s+/).length > FAR) return true;
  if (has(cues.BACK_TO_PATIENT, between) || OWN_HEADING.test(between)) return true;
  return read.segment.speaker === 'unknown' && /\.\s/.test(between);
}
