import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

export type AnswerKind = 'yes' | 'no' | 'unsure' | 'other';

/** What was answered to a question, and which tokens of the answering line say so. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly line: Line;
  readonly from: number;
  readonly to: number;
  /** Lines of the answering turn, the answer first. */
  readonly rest: readonly Line[];
  /** `Allergies? Um, no.`: the line that only repeats what was asked. */
  readonly echo?: Line;
}

const NO_NOUN =
  /^(i|it|he|she|they|we|you|not|nothing|none|nobody|never|really|that|but|and|no|my|the|there|doctor|sir|thanks|thank|sorry|actually|just|only|yeah|yes|god|well|so|neither|nor|of|longer|problems?|issues?|symptoms?|worries|trouble|'|more|other|anything|any|further|new|idea|none|nope|nah|mate|love|dear|touch|because|'cause|cause|as|if|when|at|in|on|for|to|is|was|am|did|do|have|has|had|don|thankfully|fortunately|luckily|absolutely|definitely|everything|all|still|a|an|this|these|those)$/;

/** `No vomiting`: the word denies the noun beside it, and answers for nothing else that was asked. */
export function deniesANoun({ kind, line, to }: Answer): boolean {
  if (kind !== 'no' || spanish(line) || wordAt(line, to - 1) !== 'no') return false;
  return line.tokens[to]?.kind === 'word' && to < line.to && !NO_NOUN.test(wordAt(line, to));
}

/** A question with its answer; a question that nobody answered isn't here. */
export type Exchanges = ReadonlyMap<number, Answer>;

const BEFORE_ANSWER = new Set([
  ',',
  '.',
  '…',
  'oh',
  'ohh',
  'ahh',
  'ooh',
  'eh',
  'mm',
  'well',
  'so',
  'ok',
  'okay',
  'ah',
  'pues',
  'bueno',
  'mmm',
  'ay',
  'bien',
  'hm',
  'doctor',
  'doctora',
  'a',
  'ver',
  'and',
  'y',
  'like',
  'you',
  'know',
  'ya',
  'uy',
  'hombre',
  'mire',
  'la',
  'verdad',
  'es',
  'que',
  '-',
  'er',
  "'",
  'actually',
  'honestly',
  'right',
  'uf',
  'uff',
  'buf',
  'vaya',
  'anda',
  'jo',
  'jolin',
  'mujer',
  'hijo',
  'hija',
  'fijese',
  'fijate',
  'mira',
  'vera',
  'veras',
  'verdad',
  'oiga',
  'pos',
  'este',
  'che',
  '¡',
  '!',
  'yo',
  'no_',
]);

/** Reads the first words of a line as an answer: yes, no, not sure, or something else. */
export function classify(line: Line): Answer {
  let i = line.from;
  for (let guard = 0; guard < 6 && i < line.to; guard += 1) {
    const found = longestAnswer(line, i);
    if (found !== null)
      return { ...found, ...(takesBack(line, found) && { kind: 'other' }), line, from: line.from, rest: [line] };
    if (/^(mi|mis|su|la|el)$/.test(wordAt(line, i)) && /^dicen?$/.test(wordAt(line, i + 2))) i += 1;
    else if (!BEFORE_ANSWER.has(wordAt(line, i))) break;
    i += 1;
  }
  const last = answeredLast(line) ?? answeredOfOne(line);
  if (last !== null) return { ...last, line, rest: [line] };
  return { kind: 'other', line, from: line.from, to: line.to, rest: [line] };
}

const LAST: Readonly<Record<string, AnswerKind>> = {
  mhm: 'yes',
  mm: 'yes',
  hm: 'yes',
  yeah: 'yes',
  yes: 'yes',
  yep: 'yes',
  si: 'yes',
  no: 'no',
  nope: 'no',
};

/** `After my second was born, yeah.`: the answer comes last. */
function answeredLast(line: Line): Pick<Answer, 'kind' | 'from' | 'to'> | null {
  if (line.question) return null;
  let to = line.to;
  while (to > line.from && /^[.!…]$/.test(wordAt(line, to - 1))) to -= 1;
  const kind = LAST[wordAt(line, to - 1)];
  if (/^not?$/.test(wordAt(line, line.from))) return null;
  return kind === undefined || wordAt(line, to - 2) !== ',' || to - line.from > 16
    ? null
    : { kind, from: line.from, to };
}

/** `Yeah, so, no`: the yes only takes the turn. */
function takesBack(line: Line, { kind, to }: { kind: AnswerKind; to: number }): boolean {
  if (kind !== 'yes') return false;
  let i = to;
  while (i < to + 4 && (BEFORE_ANSWER.has(wordAt(line, i)) || wordAt(line, i) === 'yeah')) i += 1;
  return wordAt(line, i) === 'no' && /^[,.…]?$/.test(wordAt(line, i + 1));
}

/** `Si con el paracetamol no alcanza, sí`: `si` without its accent before a clause sets a condition. */
const isCondition = (line: Line, { from, to }: { from: number; to: number }): boolean =>
  wordAt(line, from) === 'si' &&
  to === from + 1 &&
  said(line, from, to).toLowerCase() === 'si' &&
  /^(con|el|la|los|las|no|se|le|lo|me|te|ve|nota|tiene|hay|es|esta|usted|a|empeora|sigue|aparece)$/.test(
    wordAt(line, to),
  );

/** `Nada más la metformina`: that alone. */
const isNothingBut = (line: Line, { to }: { to: number }): boolean =>
  wordAt(line, to - 1) === 'nada' && wordAt(line, to) === 'mas' && !/^(|[.,;!?…])$/.test(wordAt(line, to + 1));

/** `El de veinte, sí`: which one, and then the answer. */
function answeredOfOne(line: Line): Pick<Answer, 'kind' | 'from' | 'to'> | null {
  if (!/^(el|la|los|las)$/.test(wordAt(line, line.from)) || !/^(de|del)$/.test(wordAt(line, line.from + 1)))
    return null;
  for (let i = line.from + 3; i < line.from + 7; i += 1) {
    if (wordAt(line, i) !== ',') continue;
    const kind = LAST[wordAt(line, i + 1)];
    return kind === undefined || !/^(|[.,;!…])$/.test(wordAt(line, i + 2))
      ? null
      : { kind, from: line.from, to: i + 2 };
  }
  return null;
}

function longestAnswer(line: Line, at: number): { kind: AnswerKind; to: number } | null {
  let found: { kind: AnswerKind; to: number } | null = null;
  for (const hit of line.words) {
    if (hit.from !== at) continue;
    if (hit.as !== 'yes' && hit.as !== 'no' && hit.as !== 'unsure') continue;
    if (isCondition(line, hit) || isNothingBut(line, hit)) continue;
    if (found === null || hit.to > found.to || (hit.to === found.to && hit.as === 'unsure'))
      found = { kind: hit.as, to: hit.to };
  }
  return found;
}

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

/** `¿Yo? Qué va.` */
const onlyWonders = (line: Line): boolean => line.question && /^(?:[¿?!¡…] )*(?:yo|me) (?:[?!] )*$/.test(textOf(line));

function answerTo(lines: readonly Line[], k: number, turn: Rest): Answer | null {
  const line = lines[k] as Line;
  const anonymous = line.segment.speaker === 'unknown';
  let j = anonymous ? k + 1 : turn.next;
  const [opens, next] = [lines[j], lines[j + 1]];
  if (!anonymous && opens !== undefined && opens.turn === next?.turn && onlyWonders(opens)) j += 1;
  if ((!anonymous && turn.told > 14) || j >= lines.length) return null;
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
