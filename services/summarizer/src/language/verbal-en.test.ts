import { describe, expect, it } from 'vitest';
import { inflect } from './inflection-en.ts';
import { termsIn } from './lexicon.ts';
import { tokenise } from './tokens.ts';

function told(text: string): string[] {
  const tokens = tokenise(text);
  return termsIn(tokens, 0, tokens.length, ['en']).map(({ term, from, to }) => {
    const words = text.slice((tokens[from] as (typeof tokens)[0]).start, (tokens[to - 1] as (typeof tokens)[0]).end);
    return `${term.key}: ${words}`;
  });
}

describe('an English verb', () => {
  it.each([
    ['leak', ['leak', 'leaks', 'leaking', 'leaked']],
    ['drop', ['drop', 'drops', 'dropping', 'dropped']],
    ['itch', ['itch', 'itches', 'itching', 'itched']],
    ['cry', ['cry', 'cries', 'crying', 'cried']],
    ['ache', ['ache', 'aches', 'aching', 'ached']],
    ['pee', ['pee', 'pees', 'peeing', 'peed']],
    ['swell', ['swell', 'swells', 'swelling', 'swollen', 'swelled']],
    ['wake', ['wake', 'wakes', 'waking', 'woke', 'woken']],
    ['hurt', ['hurt', 'hurts', 'hurting']],
  ])('%s', (verb, forms) => {
    expect(inflect(verb).toSorted()).toEqual(forms.toSorted());
  });
});

describe('a finding told in English verbs', () => {
  it.each([
    ['I leak a bit when I cough', 'urinary_incontinence: leak a bit'],
    [
      'my ankles have really started to puff up by the evening',
      'peripheral_edema: ankles have really started to puff up',
    ],
    ["my poo's been black", "melena: poo's been black"],
    ['Is your poo black?', 'melena: poo black'],
    ["I can't hear out of this ear", "hearing_loss: can't hear out of this ear"],
    ["she's not been weeing as much", 'oliguria: not been weeing as much'],
    ["he's off his food", 'loss_of_appetite: off his food'],
    ['he has been pulling at his ear', 'earache: pulling at his ear'],
  ])('%s', (text, expected) => {
    expect(told(text)).toContain(expected);
  });

  it.each([
    'I can hear out of this ear',
    'my heart goes out to her',
    'my ear is',
    'I cut myself on a tin',
    'my knee gave a talk',
  ])('none in %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
