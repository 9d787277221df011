import { type Line, said, spanish, wordAt } from './reading.ts';

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

/** What may stand before the word that answers. */
export const BEFORE_ANSWER: ReadonlySet<string> = new Set([
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

/** `I did go to India`, `I have felt a bit hot`: something else is told, and nothing answered. */
const tellsADeed = (line: Line, { from, to }: { from: number; to: number }): boolean =>
  to === from + 2 &&
  /^(i|he|she|we|they)$/.test(wordAt(line, from)) &&
  /^(do|did|does|have|has|am|is|was|were)$/.test(wordAt(line, to - 1)) &&
  DEED.test(wordAt(line, to));
const DEED =
  /^(?:go|went|going|tried|try|take|took|taken|see|saw|seen|ask|asked|call|called|travel|travell?ed|move|moved|use|used|visit|visited|think|thought|wonder|wondered|say|said|tell|told|felt|gained|lost|gone|heard|read|put|come|came|coming|stop|stopped|quit|manage|managed|wake|woke|work|worked|walk|walked|eat|ate|drive|drove|live|want|wanted|like|liked|know|knew|hope|love|prefer|need|remember|worried|concerned|here)$/;

function longestAnswer(line: Line, at: number): { kind: AnswerKind; to: number } | null {
  let found: { kind: AnswerKind; to: number } | null = null;
  for (const hit of line.words) {
    if (hit.from !== at) continue;
    if (hit.as !== 'yes' && hit.as !== 'no' && hit.as !== 'unsure') continue;
    if (isCondition(line, hit) || isNothingBut(line, hit) || tellsADeed(line, hit)) continue;
    if (found === null || hit.to > found.to || (hit.to === found.to && hit.as === 'unsure'))
      found = { kind: hit.as, to: hit.to };
  }
  return found;
}
