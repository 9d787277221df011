import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as experiencers from '../experiencers.ts';
import * as barriers from './barriers.ts';
import * as history from './history.ts';
import * as hypothetical from './hypothetical.ts';
import { needlesOf } from './needles.ts';
import * as negation from './negation.ts';
import { mayMatch } from './sieve.ts';
import * as uncertainty from './uncertainty.ts';
import { word } from './words.ts';

const needles = (list: string): string[] | null =>
  needlesOf(list)?.map(({ text, whole }) => (whole ? `<${text}>` : text)) ?? null;

describe('needles', () => {
  it.each<[string, string[] | null]>([
    ['no|never', ['<no>', '<never>']],
    ['colou?r', ['<colour>', '<color>']],
    ['sin (?:signos|datos) de', ['<sin signos de>', '<sin datos de>']],
    ['alerg\\p{L}*', ['alerg']],
    ['(?:very )*tired of \\w+', ['tired of ']],
    ['(?:my|your) (?:\\w+ )?neighbou?r', ['neighbour', 'neighbor']],
    ['(?<!not )unless(?= you)', ['<unless>']],
    ['a\\.f\\.', ['<a.f.>']],
    ['no|\\w+', null],
  ])('%s', (list, expected) => expect(needles(list)?.toSorted() ?? null).toEqual(expected?.toSorted() ?? null));
});

const LISTS = [barriers, history, hypothetical, negation, uncertainty, experiencers, experiencers.KIN]
  .flatMap((module) => Object.values(module))
  .filter((one): one is RegExp => one instanceof RegExp);

/** The list's own words, and what else may stand around them. */
const WORDS = [
  ...new Set(LISTS.flatMap(({ source }) => source.match(/[a-zñ']+/g) ?? [])),
  'knee',
  'rodilla',
  'ñu',
  '500',
];

describe('the sieve', () => {
  it('never withholds a text from a list that matches in it', () => {
    const joint = fc.constantFrom(' ', ' ', ' ', ', ', "'", '. ', '-', '');
    const said = fc.array(fc.tuple(fc.constantFrom(...WORDS), joint), { maxLength: 12 });
    fc.assert(
      fc.property(said, (parts) => {
        const text = parts.flat().join('');
        for (const list of LISTS) if (!mayMatch(list, text)) expect(text).not.toMatch(new RegExp(list.source, 'u'));
      }),
      { numRuns: 300 },
    );
  });

  it('withholds what has nothing of a list, and asks of whole words only', () => {
    const list = word('nunca|sin rastro de');
    expect(mayMatch(list, 'me duele la rodilla')).toBe(false);
    expect(mayMatch(list, 'el rastro de siempre')).toBe(false);
    expect(mayMatch(list, 'fiebre, nunca')).toBe(true);
    expect(mayMatch(list, 'sin rastro de pus')).toBe(true);
    expect(mayMatch(/never enlisted/, '')).toBe(true);
  });
});
