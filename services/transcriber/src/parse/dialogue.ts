import { roleOfLetter } from '../speakers/roles.ts';
import { type Turn, turn } from '../turn.ts';
import { inlineMarks, lineMarks, type Mark } from './labels.ts';
import { plain } from './text.ts';

/**
 * Turns of a text in which speakers are labelled: "Doctor: ...", "[patient] ...", "Dr. García:", "DOCTOR - ...",
 * "D: / P:", "Speaker 1  0:12", "María: / Juan:"; at line starts, or after a sentence's end inside running text. Lines
 * that begin with a dash ("—Me duele.") are turns without labels. Null where the text is no dialogue: headings of a note
 * ("Plan: ...", "S: O: A: P:", "Paciente: Juan Pérez") don't make one.
 */
export function parseDialogue(text: string): Turn[] | null {
  const onLines = lineMarks(text);
  const marks = [...onLines, ...inlineMarks(text, onLines)].sort((a, b) => a.start - b.start);
  const chosen = chooseMarks(marks, text);
  if (chosen === null) return dashTurns(text);
  const starts = [...chosen, ...sectionMarks(marks, chosen)].sort((a, b) => a.start - b.start);
  const turns: Turn[] = [];
  const preface = text.slice(0, starts[0]!.start).trim();
  if (preface !== '') turns.push(turn(preface));
  for (const [index, mark] of starts.entries()) {
    const next = starts[index + 1];
    const spoken = mark.label !== null;
    const said = text.slice(spoken ? mark.body : mark.start, next?.start ?? text.length).trim();
    if (said !== '') turns.push(turn(said, mark.label, mark.startMs, spoken ? (next?.startMs ?? null) : null));
  }
  return turns;
}

/** Which marks begin a turn; null where the text is no dialogue. */
function chooseMarks(marks: readonly Mark[], text: string): Mark[] | null {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(plain(mark.label), (counts.get(plain(mark.label)) ?? 0) + 1);
  const repeated = (mark: Mark): boolean => (counts.get(plain(mark.label)) ?? 0) > 1;
  const sameLine = (mark: Mark): string => lineFrom(text, mark.body);
  const headings = marks.filter((mark) => mark.kind === 'name' && !repeated(mark) && !isTitled(mark)).length;

  // "Médico: Luis Gil" names somebody; "Médico: Siéntese." is spoken.
  const isRole = (mark: Mark): boolean => mark.kind === 'role' && (repeated(mark) || !isName(sameLine(mark)));
  const isOther = (mark: Mark): boolean =>
    (mark.kind === 'name' || mark.kind === 'anonymous') && (repeated(mark) || isTitled(mark));
  const roles = marks.filter(isRole);
  const turns = marks.filter((mark) => isRole(mark) || isOther(mark));
  const taken = roles.some(repeated) || headings === 0 || roles.some((mark) => isSpoken(sameLine(mark), mark));
  if (roles.length > 0 && turns.length > 1 && turns.length * 2 > headings && taken) {
    if (speakersOf(turns) > 1 || turns.length > 2) return turns;
  }
  if (roles.length === 1 && marks.length === 1) return loneTurn(roles[0]!, text) ? roles : null;

  const letters = marks.filter((mark) => mark.kind === 'letter');
  const alphabet = new Set(letters.map((mark) => mark.label));
  if (letters.length > 1 && letters.every((mark) => roleOfLetter(mark.label, alphabet) !== null)) return letters;
  if (letters.length > 3 && alphabet.size > 1 && alphabet.size < 5 && letters.every(repeated)) return letters;

  const anonymous = marks.filter((mark) => mark.kind === 'anonymous');
  if (anonymous.length > 1) return marks.filter((mark) => mark.kind !== 'name' || repeated(mark));

  const names = marks.filter((mark) => mark.kind === 'name' && repeated(mark));
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const distinct = speakersOf(names);
  const often = names.length > 3 && names.length > headings * 3 && names.length * 2 > lines;
  return often && distinct > 1 && distinct < 7 ? names : null;
}

function lineFrom(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end).trim();
}

const speakersOf = (marks: readonly Mark[]): number => new Set(marks.map((mark) => plain(mark.label))).size;

const isTitled = (mark: Mark): boolean =>
  mark.kind === 'name' && /^(?:mr|mrs|ms|miss|sr|sra|srta|don|dona)\b/.test(plain(mark.label));

/** Two to five capitalised words without the end of a sentence. */
const isName = (text: string): boolean => /^(?:\p{Lu}[\p{L}\p{M}.'’-]*[ \t]+){1,4}\p{Lu}[\p{L}\p{M}'’-]*$/u.test(text);

const FIRST_PERSON = /\b(?:i|i'm|i've|my|me|tengo|mi|mis|me|estoy|siento|he)\b/;
const ADDRESSED = /\b(?:you|your|usted|ustedes|le|les|te|tome|vamos|voy a|let's)\b/;

function isSpoken(text: string, mark: Mark): boolean {
  const said = plain(text);
  return said.includes('?') || (mark.role?.speaker === 'clinician' ? ADDRESSED : FIRST_PERSON).test(said);
}

/** "Paciente: me duele la cabeza" is a turn; "Paciente: varón de 45 años" is a note's heading. */
const loneTurn = (mark: Mark, text: string): boolean =>
  text.slice(0, mark.start).trim() === '' && isSpoken(text.slice(mark.body), mark);

const SECTIONS = new Set(
  `assessment plan impression diagnosis diagnoses diagnostico diagnosticos impresion tratamiento treatment evaluacion
   exploracion examination notes notas summary resumen recommendations recomendaciones conclusion`.split(/\s+/),
);

/** Headings of a note that follows a dialogue: nobody says them. */
const sectionMarks = (marks: readonly Mark[], chosen: readonly Mark[], taken = new Set(chosen)) =>
  marks
    .filter((mark) => mark.kind === 'name' && !taken.has(mark) && SECTIONS.has(plain(mark.label).split(' ')[0]!))
    .map((mark) => ({ ...mark, label: null }));

/** Dialogue as books print it: each line begins with a dash, and somebody asks. */
function dashTurns(text: string): Turn[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const turns = lines.flatMap((line) => /^\s*[—–―]\s*(\S.*)$/u.exec(line)?.[1]?.trim() ?? []);
  return lines.length > 1 && turns.length === lines.length && text.includes('?')
    ? turns.map((said) => turn(said))
    : null;
}
