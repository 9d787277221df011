import { foldWord, TRANSCRIBERS_MARK } from './normalise.ts';
import { numberOf, onNewWord, UNKNOWN } from './vocabulary.ts';

/** A word, number or punctuation mark. `text` is folded; `start` and `end` are UTF-16 offsets into what was said. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'mark';
  /** How it was typed: `low`, `Cap` (first letter only) or `ALL` capitals. */
  readonly shape: 'low' | 'cap' | 'all';
  /** A line break stands before it. */
  readonly newline: boolean;
  /** Its number in the vocabulary of the tables. */
  readonly word: number;
}

const FILLERS = new Set(['um', 'uh', 'uhm', 'erm', 'er', 'mm', 'hmm', 'ehm', 'mmm', 'umm', 'uhh']);
const CLITIC = /^(.+?)('s|'m|'re|'ve|'ll|'d|n't)$/;
const LETTER = /\p{L}|\p{M}/u;
const TAG = new RegExp(TRANSCRIBERS_MARK, 'uy');

const OTHER = 0;
const ALPHA = 1;
const DIGIT = 2;
const BLANK = 3;
const CLASS = new Uint8Array(128);
for (let c = 0; c < 128; c += 1) {
  if ((c >= 65 && c <= 90) || (c >= 97 && c <= 122)) CLASS[c] = ALPHA;
  else if (c >= 48 && c <= 57) CLASS[c] = DIGIT;
  else if (c <= 32) CLASS[c] = BLANK;
}

function classOf(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (Number.isNaN(code)) return BLANK;
  if (code < 128) return CLASS[code] as number;
  if (code === 0xa0 || code === 0x2028 || code === 0x2029 || (code >= 0x2000 && code <= 0x200b)) return BLANK;
  if (code === 0xaa || code === 0xba) return OTHER;
  return LETTER.test(text[i] as string) ? ALPHA : OTHER;
}

const isApostrophe = (unit: string | undefined): boolean => unit === "'" || unit === '’' || unit === '´';

function shapeOf(raw: string): Token['shape'] {
  const first = raw[0] as string;
  if (first.toLowerCase() === first) return 'low';
  return raw.length > 1 && raw.toUpperCase() === raw ? 'all' : 'cap';
}

/** End of the word that begins at `i`: letters and digits, an apostrophe before a letter, dots of an abbreviation (I.V.). */
function wordEnd(text: string, i: number): number {
  let end = i + 1;
  for (;;) {
    const kind = classOf(text, end);
    if (kind === ALPHA || kind === DIGIT) end += 1;
    else if (isApostrophe(text[end]) && classOf(text, end + 1) === ALPHA) end += 2;
    else break;
  }
  if (end === i + 1 && text[end] === '.' && classOf(text, end + 1) === ALPHA && classOf(text, end + 2) !== ALPHA) {
    while (text[end] === '.' && classOf(text, end + 1) === ALPHA && classOf(text, end + 2) !== ALPHA) end += 2;
    if (text[end] === '.' && classOf(text, end + 1) !== ALPHA) end += 1;
  }
  return end;
}

/** End of a number: digits with inner `.`, `,` or `/` between digits (1,7 · 38.5 · 130/85). */
function numberEnd(text: string, i: number): number {
  let end = i + 1;
  for (;;) {
    if (classOf(text, end) === DIGIT) end += 1;
    else if ('.,/'.includes(text[end] ?? ' ') && classOf(text, end + 1) === DIGIT) end += 2;
    else return end;
  }
}

/**
 * Splits what was said. Hyphens inside words part them silently (`57-year-old` is three tokens), English clitics stand
 * alone (`do n't`, `dad 's`), numbers part from their units (`500 mg`), fillers, cut-off words (`h- how`) and the
 * transcriber's tags are left out, so that all spellings of a phrase meet the same entries of the tables.
 */
export function tokenise(text: string): Token[] {
  const out: Token[] = [];
  let newline = true;
  let i = 0;
  const push = (start: number, end: number, kind: 'number' | 'mark', as: string): void => {
    out.push({ text: as, start, end, kind, shape: 'low', newline, word: numberOf(as) });
    newline = false;
  };
  const pushWord = (start: number, end: number): void => {
    for (const { text: folded, from, to, shape, word } of piecesOf(text.slice(start, end))) {
      out.push({ text: folded, start: start + from, end: start + to, kind: 'word', shape, newline, word });
      newline = false;
    }
  };
  while (i < text.length) {
    const kind = classOf(text, i);
    if (kind === BLANK) {
      if (text[i] === '\n') newline = true;
      i += 1;
    } else if (kind === ALPHA) {
      const end = wordEnd(text, i);
      if (text[end] === '-' && end - i <= 3 && classOf(text, end + 1) === BLANK && end + 1 < text.length) i = end + 1;
      else {
        pushWord(i, end);
        i = end;
      }
    } else if (kind === DIGIT) {
      const end = numberEnd(text, i);
      push(i, end, 'number', text.slice(i, end));
      i = end;
    } else if (text[i] === '<' || text[i] === '[' || text[i] === '(') {
      TAG.lastIndex = i;
      const tag = TAG.exec(text);
      if (tag === null) push(i, i + 1, 'mark', text[i] as string);
      i += tag === null ? 1 : tag[0].length;
    } else if (text[i] === '.' && text[i + 1] === '.') {
      let end = i;
      while (text[end] === '.') end += 1;
      push(i, end, 'mark', '…');
      i = end;
    } else {
      const apartFromNumber = text[i] === '-' && out.at(-1)?.kind === 'number';
      const silent =
        text[i] === '-' &&
        i > 0 &&
        (apartFromNumber || classOf(text, i - 1) !== BLANK) &&
        classOf(text, i + 1) === ALPHA;
      const apart = text[i] === "'" && classOf(text, i + 1) === ALPHA ? wordEnd(text, i + 1) : 0;
      if (apart > 0 && /^'(s|m|re|ve|ll|d)$/i.test(text.slice(i, apart))) {
        const folded = text.slice(i, apart).toLowerCase();
        const shape = shapeOf(text.slice(i, apart));
        out.push({ text: folded, start: i, end: apart, kind: 'word', shape, newline, word: numberOf(folded) });
        newline = false;
        i = apart;
      } else {
        if (!silent) push(i, i + 1, 'mark', text[i] as string);
        i += 1;
      }
    }
  }
  return withoutFillers(out);
}

/** A token's share of a word as written: all of it, or a word and its clitic. Offsets are within the word. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly shape: Token['shape'];
  readonly word: number;
}

/** Spellings of words that the tables know; of what else is said nothing is kept. */
const spellings = new Map<string, readonly Piece[]>();
const MOST_SPELLINGS = 65_536;
onNewWord(() => spellings.clear());

function piecesOf(raw: string): readonly Piece[] {
  const known = spellings.get(raw);
  if (known !== undefined) return known;
  const pieces = split(raw);
  if (pieces.every(({ word }) => word !== UNKNOWN)) {
    if (spellings.size >= MOST_SPELLINGS) spellings.clear();
    spellings.set(raw, pieces);
  }
  return pieces;
}

function split(raw: string): Piece[] {
  const piece = (from: number, to: number, text: string): Piece => ({
    text,
    from,
    to,
    shape: shapeOf(raw.slice(from, to)),
    word: numberOf(text),
  });
  const folded = foldWord(raw);
  if (folded.includes('.')) return [piece(0, raw.length, folded.replaceAll('.', ''))];
  if (folded.includes("'")) {
    const clitic = CLITIC.exec(folded);
    if (clitic !== null && folded.length === raw.length) {
      const middle = raw.length - (clitic[2] as string).length;
      return [piece(0, middle, clitic[1] as string), piece(middle, raw.length, clitic[2] as string)];
    }
  }
  return [piece(0, raw.length, folded)];
}

/** `some , uh , pain` reads as `some pain`; a filler's comma goes with it. */
function withoutFillers(tokens: Token[]): Token[] {
  if (!tokens.some((token) => token.kind === 'word' && FILLERS.has(token.text))) return tokens;
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.kind !== 'word' || !FILLERS.has(token.text)) out.push(token);
    else if (tokens[i + 1]?.text === ',' || tokens[i + 1]?.text === '…') i += 1;
  }
  return out;
}
