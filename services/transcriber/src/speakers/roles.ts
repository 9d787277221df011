import type { Speaker } from '@clinical/contracts';
import { plain } from '../parse/text.ts';

/** Words by which sources name a role, in plain form (lower case, no accents). */
const ROLE_WORDS: Readonly<Record<Exclude<Speaker, 'unknown'>, readonly string[]>> = {
  clinician: `doctor doctora dr dra docotr doc md physician medico medica clinician clinico clinica clinican gp provider
    specialist especialista nurse rn enfermera enfermero np practitioner resident residente pharmacist farmaceutico
    farmaceutica therapist terapeuta psychologist psicologo psicologa psychiatrist psiquiatra dentist dentista
    pediatra pediatrician cardiologo cardiologa cardiologist surgeon cirujano cirujana consultant facultativo facultativa
    midwife matrona partera paramedic paramedico paramedica physiotherapist fisioterapeuta nutricionista dietitian
    gynecologist ginecologo ginecologa neurologo neurologa neurologist examiner interviewer entrevistador
    entrevistadora sanitario sanitaria`.split(/\s+/),
  patient:
    'patient paciente interviewee entrevistado entrevistada pt pte pct client cliente enfermo enferma usuario usuaria'.split(
      ' ',
    ),
  other: `mother madre mom mum mama father padre dad papa parent parents padres wife esposa mujer husband esposo marido
    spouse conyuge partner pareja novio novia boyfriend girlfriend son hijo daughter hija brother hermano sister hermana
    grandmother abuela grandfather abuelo grandson nieto granddaughter nieta aunt tia uncle tio cousin primo prima
    caregiver carer cuidador cuidadora relative familiar family familia companion acompanante guardian tutor tutora
    guest gest visitor interpreter interprete translator traductor traductora friend amigo amiga neighbor neighbour
    vecino vecina receptionist recepcionista secretary secretaria`.split(/\s+/),
};

const ROLE_OF = new Map<string, Speaker>(
  Object.entries(ROLE_WORDS).flatMap(([role, words]) => words.map((word) => [word, role as Speaker] as const)),
);

/** Letters that stand for a role where a source abbreviates; only to be trusted beside each other. */
const LETTERS = new Map<string, Speaker>([
  ['d', 'clinician'],
  ['m', 'clinician'],
  ['e', 'clinician'],
  ['n', 'clinician'],
  ['p', 'patient'],
]);

/** Words that may stand between role words: "madre del paciente", "patient's mother". */
const JOINTS = new Set(['de', 'del', 'la', 'el', 'los', 'of', 'the', 's', 'y', 'and', 'a', 'dice', 'says']);

/** Words that make a heading of a role word: "Patient name", "Nurse notes". */
const HEADINGS = new Set(
  `name nombre id information informacion info data datos history historia historial notes note nota notas education
   instructions instrucciones age edad sex sexo gender dob assessment evaluacion plan summary resumen report informe
   complaint portal number numero visit visita referral orders concerns status exam examen demographics profile`.split(
    /\s+/,
  ),
);

export interface Role {
  readonly speaker: Speaker;
  /** The role words of the label as they were written, without any name. */
  readonly words: string;
}

/** A recognised role is never taken from a word inside a sentence: the whole label must be made of role words and names. */
export function roleOf(label: string): Role | null {
  const tokens = label.replaceAll('_', ' ').match(/[\p{L}\p{M}]+\.?|\p{N}+/gu) ?? [];
  const found: { speaker: Speaker; token: string }[] = [];
  for (const token of tokens) {
    const word = plain(token).replace(/\.$/, '');
    if (HEADINGS.has(word)) return null;
    const speaker = ROLE_OF.get(word);
    if (speaker !== undefined) found.push({ speaker, token });
    else if (!JOINTS.has(word) && !/^\p{N}+$/u.test(word) && !/^\p{Lu}/u.test(token)) return null;
  }
  if (found.length === 0) return null;
  const guest = found.some(({ token }) => /^g(u?)est\.?$/i.test(token));
  const has = (speaker: Speaker): boolean => found.some((entry) => entry.speaker === speaker);
  const first = found[0]!.speaker;
  const speaker: Speaker =
    guest && has('clinician') ? 'clinician' : first !== 'clinician' && has('other') ? 'other' : first;
  const number = /(\d{1,2})$/.exec(label.trim())?.[1];
  const words = found.map(({ token }) => token).join(' ');
  return { speaker, words: number === undefined ? words : `${words} ${number}` };
}

/** The role of a one-letter label, given the other labels of the conversation. */
export function roleOfLetter(label: string, all: ReadonlySet<string>): Role | null {
  const letters = new Set([...all].map((one) => plain(one).replace(/\W/g, '')));
  const clinician = [...letters].some((letter) => LETTERS.get(letter) === 'clinician');
  // S, O, A, P are the headings of a SOAP note; A and B are anybody.
  if (!clinician || !letters.has('p') || letters.has('s') || letters.has('o') || letters.has('a')) return null;
  const speaker = LETTERS.get(plain(label).replace(/\W/g, ''));
  return speaker === undefined ? null : { speaker, words: label.trim() };
}

/** Labels that recognisers give out: they name nobody and no role. */
export const isAnonymous = (label: string): boolean =>
  /^(?:(?:speaker|spk|hablante|orador|locutor|voz|voice|channel|canal|participant|participante|persona|person|sp|s)?[\s_#-]*(?:\d{1,3}|[A-Z])|unknown|desconocido|guest[-_ ]?\d+)$/i.test(
    label.trim(),
  );
