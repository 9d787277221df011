import { describe, expect, it } from 'vitest';
import { conjugate } from './conjugation.ts';
import { termsIn } from './lexicon.ts';
import { tokenise } from './tokens.ts';
import { phrasesOf } from './verbal.ts';

function told(text: string): string[] {
  const tokens = tokenise(text);
  return termsIn(tokens, 0, tokens.length, ['es']).map(({ term }) => `${term.absent ? 'no ' : ''}${term.key}`);
}

describe('a verb', () => {
  it('has its persons and tenses, the voseo among them', () => {
    expect(conjugate('dormir').second).toEqual([
      'duermes',
      'dormis',
      'dormias',
      'dormiste',
      'has dormido',
      'habias dormido',
    ]);
    expect(conjugate('tragar').first).toContain('trague');
    expect(conjugate('hinchar').third).toEqual([
      'hincha',
      'hinchaba',
      'hincho',
      'hinche',
      'ha hinchado',
      'habia hinchado',
      'haya hinchado',
    ]);
  });
});

describe('a pattern', () => {
  it('stands for each of its alternatives', () => {
    expect(phrasesOf('(el|los (dos|tres)) x')).toEqual(['el x', 'los dos x', 'los tres x']);
  });
});

describe('a finding told in verbs', () => {
  it.each([
    ['¿Se te hinchan los tobillos?', 'peripheral_edema'],
    ['los pies se le hincharon', 'peripheral_edema'],
    ['me arde muchísimo al orinar', 'dysuria'],
    ['¿Vos te desmayaste?', 'syncope'],
    ['de noche duerme con tres almohadas', 'orthopnea'],
    ['llevo días que no pego ojo', 'insomnia'],
    ['ya no le apetece nada', 'anhedonia'],
    ['me está costando tragar', 'dysphagia'],
  ])('%s', (text, key) => {
    expect(told(text)).toContain(key);
  });

  it('or its absence, where all goes well', () => {
    expect(told('duermo de un tirón')).toEqual(['no insomnia']);
    expect(told('voy bien al baño')).toEqual(['no constipation']);
  });

  it('by its noun where it has one, so that the verb still says how it stands', () => {
    const tokens = tokenise('cuando tenga fiebre');
    expect(termsIn(tokens, 0, tokens.length, ['es'])[0]).toMatchObject({ from: 2, to: 3 });
  });

  it('never by a word that is mostly another', () => {
    expect(told('como siempre, como bien sabe')).toEqual([]);
  });
});
