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

/**
 * Cuts a segment's tokens into sentences at `. ? !`, at semicolons' end of line, and at line breaks that begin something
 * new. A mark of interrogation anywhere in the piece makes it a question; `¿` opens one in the middle of a sentence.
 */
export function sentences(tokens: readonly Token[]): Sentence[] {
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
    if (token.kind !== 'mark') continue;
    if (token.text === '¿') {
      close(i);
      open = true;
    } else if (ENDS.has(token.text)) {
      const abbreviation =
        token.text === '.' && before?.kind === 'word' && before.end === token.start && ABBREVIATED.has(before.text);
      if (abbreviation) continue;
      while (ENDS.has(tokens[i + 1]?.text ?? '')) i += 1;
      close(i + 1);
    }
  }
  close(tokens.length);
  return out;
}
