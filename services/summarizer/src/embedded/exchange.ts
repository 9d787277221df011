import { type Answer, BEFORE_ANSWER, classify } from './classify.ts';
import { type Line, textOf, wordAt } from './reading.ts';

/** A question with its answer; a question that nobody answered isn't here. */
export type Exchanges = ReadonlyMap<number, Answer>;

const TELL = /^(describe|explain|describir|describa|describame|explicar|explique|cuenteme|cuenta)$/;
const WH = /^(what|when|where|why|who|which|cual|cuando|donde|quien|que)$/;

/** After `when` one of these asks for the time; another word tells of one: `when it happens, do you get chest pain?` */
const AUXILIARY =
  /^(did|does|do|is|was|are|were|'s|has|have|had|will|would|about|exactly|roughly|abouts|and|or|else|last|)$/;

/** A question that yes or no answers. `How long have you had the cough?` takes the cough for granted instead. */
export function isPolar(line: Line): boolean {
  for (let i = line.from; i < line.to; i += 1)
    if (TELL.test(wordAt(line, i)) || (wordAt(line, i - 1) === 'desde' && wordAt(line, i) === 'cuando')) return false;
  for (let i = line.from; i < Math.min(line.to, line.from + 6); i += 1) {
    const word = wordAt(line, i);
    if (
      WH.test(word) ||
      word === 'how' ||
      word === 'como' ||
      word === 'cuanto' ||
      word === 'cuantos' ||
      word === 'cuanta' ||
      word === 'cuantas'
    ) {
      if (word === 'when' && !AUXILIARY.test(wordAt(line, i + 1))) continue;
      if (word === 'how' && wordAt(line, i + 1) === 'about') return true;
      if (word === 'what' && wordAt(line, i + 1) === 'about') return true;
      if (word === 'que' && /^(tal|hay)$/.test(wordAt(line, i + 1))) return true;
      if (word === 'que' || word === 'cuando' || word === 'when' || word === 'como') return i > line.from + 2;
      return false;
    }
  }
  return true;
}

const INVERTED =
  /^(do|does|did|have|has|had|are|is|was|were|any|can|could|ha|has|tiene|tienes|tenes|siente|sentis|nota|padece|toma|fuma|bebe|es|sufre|le|te|alguna|algun|hay|have|you)$/;

/** Recognisers drop question marks: a clinician's line that opens as a question is taken for one when yes or no follows. */
function opensAsQuestion(line: Line): boolean {
  let i = line.from;
  while (i < line.to && BEFORE_ANSWER.has(wordAt(line, i))) i += 1;
  return INVERTED.test(wordAt(line, i)) && line.to - line.from < 40;
}

/**
 * Links each question to the answer that the other side gives in its next turn. A run of questions in one turn shares
 * the answer; a question that its own speaker goes on from with other matters is left unanswered.
 */
export function link(lines: readonly Line[]): Exchanges {
  const out = new Map<number, Answer>();
  const rests = restsOf(lines);
  for (let k = 0; k < lines.length; k += 1) {
    const line = lines[k] as Line;
    if (!line.question && !(line.segment.speaker === 'clinician' && opensAsQuestion(line))) continue;
    const answer = answerTo(lines, k, rests[k] as Rest);
    if (answer !== null && (line.question || answer.kind !== 'other')) out.set(k, answer);
  }
  return out;
}

/** Nothing but words of the question: `Oh, allergies?` */
function repeats(line: Line, question: Line): boolean {
  if (line.mentions.length === 0) return false;
  for (let i = line.from; i < line.to; i += 1) {
    if (line.tokens[i]?.kind === 'mark' || BEFORE_ANSWER.has(wordAt(line, i))) continue;
    if (!line.mentions.some(({ from, to }) => from <= i && to > i) && !ARTICLE.test(wordAt(line, i))) return false;
  }
  return line.mentions.every(
    ({ term, from, to }) => to - from <= AS_NAMED && question.mentions.some((asked) => asked.term.key === term.key),
  );
}

/** Tokens of a name; `my heart was thumping` tells of its own. */
const AS_NAMED = 3;
const ARTICLE = /^(the|a|an|any|my|el|la|los|las|un|una|mi|mis|alguna?)$/;

/** The rest of a line's turn: where the next one begins, and how many tokens are told until then without asking. */
interface Rest {
  readonly next: number;
  readonly told: number;
}

function restsOf(lines: readonly Line[]): Rest[] {
  const out: Rest[] = [];
  for (let k = lines.length - 1; k >= 0; k -= 1) {
    const next = lines[k + 1];
    const rest = out[k + 1];
    if (next === undefined || rest === undefined || next.turn !== (lines[k] as Line).turn) {
      out[k] = { next: k + 1, told: 0 };
    } else out[k] = { next: rest.next, told: rest.told + (next.question ? 0 : next.to - next.from) };
  }
  return out;
}

/** `You feel a little tired? Any other medical issues?`: what was recalled is not what the answer is for. */
const recaps = (line: Line, next: Line | undefined): boolean =>
  next?.turn === line.turn && next.question && RECAPS.test(textOf(line)) && !INVERTS.test(textOf(line));
const RECAPS = /\byou (?:feel|felt|have|'ve|are|'re|had|get|got|were|said|mentioned) /;
const INVERTS = /\b(?:do|did|have|are|were|had|can|any|does|what|how|when|where|is|was) (?:you|it|there|your|\w+) /;

/** `¿Yo? Qué va.` */
const onlyWonders = (line: Line): boolean => line.question && /^(?:[¿?!¡…] )*(?:yo|me) (?:[?!] )*$/.test(textOf(line));

function answerTo(lines: readonly Line[], k: number, turn: Rest): Answer | null {
  const line = lines[k] as Line;
  const anonymous = line.segment.speaker === 'unknown';
  let j = anonymous ? k + 1 : turn.next;
  const [opens, next] = [lines[j], lines[j + 1]];
  if (!anonymous && opens !== undefined && opens.turn === next?.turn && onlyWonders(opens)) j += 1;
  if ((!anonymous && turn.told > 14) || j >= lines.length) return null;
  if (!anonymous && recaps(line, lines[k + 1])) return null;
  const first = lines[j] as Line;
  if (first.question && classify(first).kind === 'other' && !repeats(first, line)) return null;
  if (!anonymous && first.segment.speaker === line.segment.speaker) return null;
  const rest: Line[] = [];
  for (let r = j; r < lines.length && (lines[r] as Line).turn === first.turn && rest.length < 12; r += 1) {
    if (!anonymous && (lines[r] as Line).segment.speaker === line.segment.speaker) continue;
    rest.push(lines[r] as Line);
    if (anonymous) break;
  }
  if (rest.length > 1 && repeats(first, line)) {
    const told = classify(rest[1] as Line);
    return { ...told, rest: rest.slice(1), echo: first };
  }
  const head = classify(first);
  if (
    head.kind === 'no' &&
    rest[1] !== undefined &&
    rest[1].segment !== first.segment &&
    classify(rest[1]).kind === 'yes'
  )
    return { ...head, kind: 'other', rest };
  if (head.kind !== 'other' || rest.length < 2 || first.to - first.from > 3) return { ...head, rest };
  const second = classify(rest[1] as Line);
  return second.kind === 'other' ? { ...head, rest } : { ...second, rest };
}
