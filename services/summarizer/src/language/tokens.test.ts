import { describe, expect, it } from 'vitest';
import { fold, foldTerm } from './normalise.ts';
import { sentences } from './sentences.ts';
import { tokenise } from './tokens.ts';

const words = (text: string): string =>
  tokenise(text)
    .map((token) => token.text)
    .join(' ');

describe('folding', () => {
  it.each([
    ['Migraña  crónica', 'migrana cronica'],
    ['DON’T\u00a0know', "don't know"],
    ['  Ángel ', 'angel'],
  ])('folds %j', (term, folded) => expect(foldTerm(term)).toBe(folded));

  it('finds the way back to what was said, through decomposed accents and wide characters', () => {
    const original = 'El nin\u0303o 👶  tiene\n fiebre';
    const { text, at } = fold(original);
    const from = text.indexOf('nino');
    expect(original.slice(at[from], at[from + 4])).toBe('nin\u0303o');
    const fever = text.indexOf('fiebre');
    expect(original.slice(at[fever], at[fever + 6])).toBe('fiebre');
  });
});

describe('tokens', () => {
  it.each([
    ["I don't have", "i do n't have"],
    ["i have n't", "i have n't"],
    ["my dad's side", "my dad 's side"],
    ['57-year-old', '57 year old'],
    ['46 -year-old', '46 year old'],
    ['500mg b.i.d.', '500 mg bid'],
    ['creatinina 1,7 mg/dl', 'creatinina 1,7 mg / dl'],
    ['TA 130/85', 'ta 130/85'],
    ['uh , some um pain', 'some pain'],
    ['a f- fever', 'a fever'],
    ['<UNSURE>pain</UNSURE> here <UNIN/>', 'pain here'],
    ['some [inaudible 00:12] pain (laughs)', 'some pain'],
    ['me duele (risas) la cabeza (la derecha)', 'me duele la cabeza ( la derecha )'],
    ['¿Tiene fiebre?', '¿ tiene fiebre ?'],
    ['A.I.N.E. diario', 'aine diario'],
    ['4-5 días', '4 - 5 dias'],
  ])('%j', (text, tokens) => expect(words(text)).toBe(tokens));

  it('keeps offsets into what was said', () => {
    const text = 'Me duele la cabeza, ¡muchísimo!';
    for (const token of tokenise(text)) expect(foldTerm(text.slice(token.start, token.end))).toBe(token.text);
  });
});

describe('sentences', () => {
  const cut = (text: string): string[] => {
    const tokens = tokenise(text);
    return sentences(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
  };
  it.each([
    ['No fever. Has a cough.', ['No fever.', 'Has a cough.']],
    ['Visto por el Dr. Pérez. Tos.', ['Visto por el Dr. Pérez.', 'Tos.']],
    ['Bien ¿y la tos? Mejor', ['Bien', '¿y la tos?', 'Mejor']],
    ['Tª 38.5 hoy', ['Tª 38.5 hoy']],
    ['Plan:\nAnalítica', ['Plan:', 'Analítica']],
    ['a line that\ngoes on', ['a line that\ngoes on']],
  ])('%j', (text, pieces) => expect(cut(text)).toEqual(pieces));

  it('cuts speech that came without punctuation, and leaves punctuated speech alone', () => {
    const spoken =
      'well i have been having this pain in my right shoulder for about three weeks and i tried some ibuprofen which did not do much so i came in because my wife said it was time and the pain is worse at night when i lie on it';
    const pieces = cut(spoken);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join(' ')).toBe(spoken);
  });

  it('knows questions', () => {
    const tokens = tokenise('Hola. ¿Le duele algo? No.');
    expect(sentences(tokens).map((one) => one.question)).toEqual([false, true, false]);
  });
});
