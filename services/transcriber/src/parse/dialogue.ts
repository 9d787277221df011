import { roleOfLetter } from '../speakers/roles.ts';
import { type Turn, turn } from '../turn.ts';
import { inlineMarks, lineMarks, type Mark } from './labels.ts';
import { plain } from './text.ts';

const FIRST_PERSON = /\b(?:i|i'm|i've|my|me|tengo|mi|mis|me|estoy|siento|he)\b/;

const ADDRESSED = /\b(?:you|your|usted|ustedes|le|les|te|tome|vamos|voy a|let's)\b/;

/**
 * Turns of a text in which speakers are labelled: "Doctor: ...", "[patient] ...", "Dr. García:", "DOCTOR - ...",
 * "D: / P:", "Speaker 1  0:12", "María: / Juan:"; at line starts, or after a sentence's end inside running text. Null
 * where the text is no dialogue: headings of a note ("Plan: ...", "S: O: A: P:") don't make one.
 */
export function parseDialogue(text: string): Turn[] | null {
  const onLines = lineMarks(text);
  const marks = chooseMarks(
    [...onLines, ...inlineMarks(text, onLines)].sort((a, b) => a.start - b.start),
    text,
  );
  if (marks === null) return null;
  const turns: Turn[] = [];
  const preface = text.slice(0, marks[0]!.start).trim();
  if (preface !== '') turns.push(turn(preface));
  for (const [index, mark] of marks.entries()) {
    const said = text.slice(mark.body, marks[index + 1]?.start ?? text.length).trim();
    if (said !== '') turns.push(turn(said, mark.label, mark.startMs, marks[index + 1]?.startMs ?? null));
  }
  return turns;
}

/** Which marks begin a turn; null where the text is no dialogue. */
function chooseMarks(marks: readonly Mark[], text: string): Mark[] | null {
  const counts = new Map<string, number>();
  for (const mark of marks) counts.set(plain(mark.label), (counts.get(plain(mark.label)) ?? 0) + 1);
  const repeated = (mark: Mark): boolean => (counts.get(plain(mark.label)) ?? 0) > 1;

  const roles = marks.filter((mark) => mark.kind === 'role');
  const headings = marks.filter((mark) => mark.kind === 'name' && !repeated(mark));
  if (roles.length > 1 && roles.length * 2 > headings.length && speakersOf(roles) + Number(roles.length > 2) > 1) {
    return marks.filter((mark) => mark.kind === 'role' || (mark.kind !== 'letter' && repeated(mark)));
  }
  if (roles.length === 1 && headings.length === 0 && marks.length === 1)
    return loneTurn(roles[0]!, text) ? roles : null;

  const letters = marks.filter((mark) => mark.kind === 'letter');
  const alphabet = new Set(letters.map((mark) => mark.label));
  if (letters.length > 1 && letters.every((mark) => roleOfLetter(mark.label, alphabet) !== null)) return letters;
  if (letters.length > 3 && alphabet.size > 1 && alphabet.size < 5 && letters.every(repeated)) return letters;

  const anonymous = marks.filter((mark) => mark.kind === 'anonymous');
  if (anonymous.length > 1) return marks.filter((mark) => mark.kind !== 'name' || repeated(mark));

  const names = marks.filter((mark) => mark.kind === 'name' && repeated(mark));
  const lines = text.split('\n').filter((line) => line.trim() !== '').length;
  const distinct = speakersOf(names);
  if (
    names.length > 3 &&
    distinct > 1 &&
    distinct < 7 &&
    names.length > headings.length * 3 &&
    names.length * 2 > lines
  ) {
    return names;
  }
  return null;
}

const speakersOf = (marks: readonly Mark[]): number => new Set(marks.map((mark) => plain(mark.label))).size;

/** "Paciente: me duele la cabeza" is a turn; "Paciente: varón de 45 años" is a note's heading. */
function loneTurn(mark: Mark, text: string): boolean {
  if (text.slice(0, mark.start).trim() !== '') return false;
  const said = plain(text.slice(mark.body));
  if (said.includes('?')) return true;
  return mark.role?.speaker === 'clinician' ? ADDRESSED.test(said) : FIRST_PERSON.test(said);
}
