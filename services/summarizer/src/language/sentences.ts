import type { Token } from './tokens.ts';

/** Tokens `from` (inclusive) to `to` (exclusive) of one segment. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly question: boolean;
}

const ENDS = new Set(['.', '?', '!']);
const ABBREVIATED = new Set(
  'dr dra sr sra srta d mr mrs ms st aprox ej vs etc no num tel av avda prof approx dept ca fig'.split(' '),
);

const startsLine = (token: Token, before: Token): boolean =>
  token.newline && (token.shape !== 'low' || token.kind !== 'word' || ENDS.has(before.text) || before.text === ':');

/** `?PE`: notes put the mark before what is thought of. */
const isPrefix = (tokens: readonly Token[], i: number): boolean => {
  const [before, mark, after] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1]];
  if (mark.text !== '?' || after === undefined || after.kind === 'mark' || after.start !== mark.end) return false;
  return before === undefined || before.end < mark.start || /^[:,(/;]$/.test(before.text);
};

const LONG = 40;
const SHORT = 6;
const JOINS = new Set('so and but because okay alright now then y pero entonces bueno porque luego pues'.split(' '));
const OPENS = new Set(
  'i you we he she it they my your the there that this do did have has any let what how are is was when if no yeah yes okay yo usted tengo tiene le se el la los mi su no ahora vamos voy cuando me esta estoy hay creo'.split(
    ' ',
  ),
);

/** Speech that came without punctuation: cut where a joining word opens another clause. A question stays whole. */
function breathe(tokens: readonly Token[], sentence: Sentence): Sentence[] {
  if (sentence.to - sentence.from <= LONG || sentence.question) return [sentence];
  const out: Sentence[] = [];
  let from = sentence.from;
  let run = 0;
  for (let i = sentence.from; i < sentence.to; i += 1) {
    run = (tokens[i] as Token).kind === 'mark' ? 0 : run + 1;
    const opens = JOINS.has((tokens[i] as Token).text) && OPENS.has(tokens[i + 1]?.text ?? '');
    if (!opens || run <= SHORT || i - from < SHORT || sentence.to - i < SHORT) continue;
    out.push({ from, to: i, question: false });
    from = i;
    run = 0;
  }
  out.push({ from, to: sentence.to, question: false });
  return out;
}

/** No sentence has more tokens: the rules look at all words around a mention. */
const LONGEST = 400;

/** What neither marks nor joining words have cut: after a comma where one stands in the last quarter, else anywhere. */
function bounded(tokens: readonly Token[], { from, to, question }: Sentence): Sentence[] {
  const out: Sentence[] = [];
  let start = from;
  while (to - start > LONGEST) {
    let end = start + LONGEST;
    while (end > start + LONGEST * 0.75 && tokens[end - 1]?.text !== ',') end -= 1;
    if (tokens[end - 1]?.text !== ',') end = start + LONGEST;
    out.push({ from: start, to: end, question });
    start = end;
  }
  out.push({ from: start, to, question });
  return out;
}

/** Words that a doubt in brackets may take. */
const ASIDE = 6;

/** `( síncope ? )`, `(¿ neoplasia ?)`: a note's doubt in the middle of a statement, which it neither ends nor asks. */
function doubtsInBrackets(tokens: readonly Token[], at: number): boolean {
  const text = (i: number): string => tokens[i]?.text ?? '';
  if (text(at) === '¿') return text(at - 1) === '(';
  if (text(at) !== '?') return false;
  let close = at + 1;
  while (text(close) === '?') close += 1;
  if (text(close) !== ')') return false;
  for (let i = at - 1; i >= at - ASIDE; i -= 1) {
    if (text(i) === ')') return false;
    if (text(i) === '(') return true;
  }
  return false;
}

/** A note's mark before what it asks, apart from the word before: `?PE`, `rash ? drug reaction`. It ends no sentence. */
export function isQueryMark(tokens: readonly Token[], i: number): boolean {
  const mark = tokens[i];
  const next = tokens[i + 1];
  if (mark?.text !== '?' || next === undefined || next.kind !== 'word' || next.newline) return false;
  const before = tokens[i - 1];
  const apart = before === undefined || before.end < mark.start || mark.newline || /^[(/]$/.test(before.text);
  return apart && !/^(yes|no|none|nil|si)$/.test(next.text);
}

const BEGINS =
  /^(do|does|did|have|has|had|are|is|was|were|any|what|how|when|where|why|and|so|but|ok|okay|right|yes|yeah|no|tiene|ha|y|pero|entonces|bueno|vale|si)$/;

/** `You can't think of any... Do you suffer from reflux?`; `my, my... I mean` goes on. */
const beginsAnew = (next: Token | undefined): boolean =>
  next !== undefined && next.shape !== 'low' && BEGINS.test(next.text);

const ASKS = /^(will|would|could|can|is|are|does|do|should|might|shall)$/;
const OF_WHAT = /^(it|that|this|they|these|those|i|we|there|the|my|he|she)$/;
const NO_STATEMENT =
  /^(if|when|unless|will|would|could|can|is|are|was|were|does|do|did|should|have|has|had|what|how|why|where|who|which|and|or)$/;
/** Tokens of a tag: `isn't it?`. */
const TAG = 4;

/** `He's got eczema, will it flare?`: what a patient states before asking of it. A clinician asks whether it is so. */
function statedFirst(tokens: readonly Token[], { from, to, question }: Sentence): Sentence[] {
  const whole = [{ from, to, question }];
  if (!question || NO_STATEMENT.test(tokens[from]?.text ?? '')) return whole;
  for (let i = to - TAG - 1; i > from + 2; i -= 1)
    if (tokens[i]?.text === ',' && ASKS.test(tokens[i + 1]?.text ?? '') && OF_WHAT.test(tokens[i + 2]?.text ?? ''))
      return [
        { from, to: i + 1, question: false },
        { from: i + 1, to, question: true },
      ];
  return whole;
}

/**
 * Cuts a segment's tokens into sentences at `. ? !`, at semicolons' end of line, and at line breaks that begin something
 * new. A mark of interrogation anywhere in the piece makes it a question; `¿` opens one in the middle of a sentence.
 * `notes`: a mark apart from the word before it asks of what follows. `asks`: who speaks asks of what was stated.
 */
export function sentences(
  tokens: readonly Token[],
  { notes = false, asks = false }: { notes?: boolean; asks?: boolean } = {},
): Sentence[] {
  const out: Sentence[] = [];
  let from = 0;
  let open = false;
  const close = (to: number): void => {
    if (to <= from) return;
    let words = false;
    for (let i = from; i < to; i += 1) words ||= (tokens[i] as Token).kind !== 'mark';
    if (words) out.push({ from, to, question: open || tokens[to - 1]?.text === '?' });
    from = to;
    open = false;
  };
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1];
    if (before !== undefined && i > from && startsLine(token, before)) close(i);
    if (token.kind !== 'mark' || doubtsInBrackets(tokens, i)) continue;
    if (token.text === '¿') {
      close(i);
      open = true;
    } else if (token.text === '…') {
      if (beginsAnew(tokens[i + 1])) close(i + 1);
    } else if (ENDS.has(token.text) && !isPrefix(tokens, i) && !(notes && isQueryMark(tokens, i))) {
      const abbreviation =
        token.text === '.' && before?.kind === 'word' && before.end === token.start && ABBREVIATED.has(before.text);
      if (abbreviation) continue;
      while (ENDS.has(tokens[i + 1]?.text ?? '')) i += 1;
      close(i + 1);
    }
  }
  close(tokens.length);
  return out
    .flatMap((sentence) => (asks ? statedFirst(tokens, sentence) : [sentence]))
    .flatMap((sentence) => breathe(tokens, sentence))
    .flatMap((sentence) => bounded(tokens, sentence));
}
