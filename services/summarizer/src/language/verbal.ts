import { type Conjugated, conjugate } from './conjugation.ts';
import { foldTerm } from './normalise.ts';
import { readTable } from './tables.ts';
import type { Token } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk, walkOver } from './trie.ts';
import { numberOf, UNKNOWN } from './vocabulary.ts';

/** A finding told in verbs: `se le han hinchado los pies`; `normal`: that it is as it should be (`duermo bien`). */
export interface Verbal {
  readonly key: string;
  readonly normal: boolean;
}

interface Frame extends Verbal {
  /** What may follow the verb; null: nothing need. */
  readonly rest: TokenTrie<true> | null;
  /** Its rest may stand before it too: `los pies se me hinchan`. */
  readonly turns: boolean;
}

const fixed: TokenTrie<Verbal> = emptyTrie();
const verbs: TokenTrie<Frame> = emptyTrie();
const rests: TokenTrie<Frame> = emptyTrie();

/** Every phrase of a pattern: `(los|mis) (pies|tobillos)`, alternatives within alternatives too; a group before `?`, or `,?`, with and without. */
export function phrasesOf(pattern: string): string[] {
  const at = pattern.indexOf('(');
  if (at < 0) return [pattern];
  let depth = 0;
  let end = at;
  const bars: number[] = [at];
  for (; end < pattern.length; end += 1) {
    if (pattern[end] === '(') depth += 1;
    else if (pattern[end] === '|' && depth === 1) bars.push(end);
    else if (pattern[end] === ')') {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  bars.push(end);
  const optional = pattern[end + 1] === '?';
  const tails = phrasesOf(pattern.slice(end + (optional ? 2 : 1)));
  return bars
    .slice(1)
    .flatMap((bar, k) => phrasesOf(pattern.slice((bars[k] as number) + 1, bar)))
    .concat(optional ? [''] : [])
    .flatMap((own) => tails.map((tail) => `${pattern.slice(0, at)}${own}${tail}`));
}

const DATIVES = ['me', 'te', 'le', 'les', 'nos'];
const BEGINS_OR_USES = ['suele', 'suelen', 'empezo a', 'empezaron a', 'empieza a', 'vuelve a', 'volvio a'];
const GOES_ON = ['esta', 'estan', 'estaba', 'estaban'];

const of = (pronoun: string, forms: readonly string[]): string[] => forms.map((form) => `${pronoun} ${form}`);

/** What happens to somebody, in the third person: `me duele`, `le está doliendo`, `me suele doler`. */
function toSomebody({ third, plural, gerund, infinitive }: Conjugated, before: string): string[] {
  return DATIVES.flatMap((pronoun) => [
    ...of(`${before}${pronoun}`, [...third, ...plural]),
    ...of(
      `${before}${pronoun}`,
      GOES_ON.map((verb) => `${verb} ${gerund}`),
    ),
    ...of(
      `${before}${pronoun}`,
      BEGINS_OR_USES.map((verb) => `${verb} ${infinitive}`),
    ),
    ...(before === '' ? [`${infinitive}${pronoun}`] : [`${infinitive}se${pronoun}`]),
  ]);
}

function ofOneself({ first, second, third, plural, gerund, infinitive }: Conjugated): string[] {
  const goesOn = (pronoun: string, verbs: readonly string[]): string[] => verbs.map((v) => `${pronoun} ${v} ${gerund}`);
  return [
    ...of('me', first),
    ...of('te', second),
    ...of('se', [...third, ...plural]),
    ...goesOn('me', ['estoy', 'estaba']),
    ...goesOn('se', GOES_ON),
    ...goesOn('te', ['estas', 'estabas']),
    ...['me', 'te', 'se'].map((pronoun) => `${infinitive}${pronoun}`),
  ];
}

/** `Como siempre`, `como bien sabe`: the one form of these verbs that is another word far more often. */
const ANOTHER_WORD = new Set(['como']);

const byOneself = ({ first, second, third, plural, gerund, infinitive }: Conjugated): string[] =>
  [...first, ...second, ...third, ...plural, gerund, infinitive].filter((form) => !ANOTHER_WORD.has(form));

const FORMS: Readonly<Record<string, (verb: Conjugated) => string[]>> = {
  plain: byOneself,
  self: ofOneself,
  dative: (verb) => toSomebody(verb, ''),
  happens: (verb) => toSomebody(verb, 'se '),
};

/** Keys that the tables of findings have to know. */
export const verbalKeys = new Set<string>();

const wordsOf = (surface: string): string[] => foldTerm(surface).replaceAll(',', ' ,').split(' ').filter(Boolean);

function enterRow({
  key,
  sense,
  form,
  verbs: infinitives,
  rest,
}: Record<'key' | 'sense' | 'form' | 'verbs' | 'rest', string>): void {
  const normal = sense === 'normal';
  const after = [...new Set(phrasesOf(rest.replaceAll(',?', '(,|)')))].map((one) => wordsOf(one.replace(/^-$/, '')));
  if (form === 'fixed') {
    for (const words of after) insert(fixed, words, { key, normal });
    return;
  }
  const lead = form.startsWith('no ') ? 'no ' : '';
  const kind = form.replace(/^no /, '');
  const make = FORMS[kind];
  if (make === undefined) throw new Error(`lexicon/verbs-es.tsv has a form ${form} for ${key}`);
  const bare = after.some((words) => words.length === 0);
  const own: TokenTrie<true> = emptyTrie();
  for (const words of after) insert(own, words, true);
  const turns = kind === 'happens' || kind === 'dative';
  const frame: Frame = { key, normal, rest: after.every((words) => words.length === 0) ? null : own, turns };
  for (const verb of infinitives.split(' '))
    for (const told of new Set(make(conjugate(foldTerm(verb)))))
      for (const one of bare && frame.rest !== null ? [frame, { ...frame, rest: null }] : [frame])
        insert(verbs, wordsOf(`${lead}${told}`), one);
  if (turns) for (const words of after) insert(rests, words, frame);
}

for (const row of readTable('verbs-es.tsv', ['key', 'sense', 'form', 'verbs', 'rest'])) {
  verbalKeys.add(row.key);
  enterRow(row);
}

const DEGREES = 'mucho muchisimo un poco poquito bastante tanto tambien siempre muy tan algo ya aun todavia mas'.split(
  ' ',
);
const degrees = new Set<number>();
const isDegree = (word: number): boolean => {
  if (degrees.size === 0) for (const one of DEGREES) degrees.add(numberOf(one));
  return word !== UNKNOWN && degrees.has(word);
};

/** Tokens that tell how much, within one finding. */
const MOST = 3;

const over = { passes: isDegree, most: MOST };

/** Findings in verbs that begin at token `from`, whatever tells how much between their words (`me duele mucho la cabeza`). */
export function verbalsAt(
  tokens: readonly Token[],
  from: number,
  limit: number,
  visit: (verbal: Verbal, to: number) => void,
): void {
  walk(fixed, tokens, from, limit, (values, to) => visit(values[0] as Verbal, to));
  walk(verbs, tokens, from, limit, (frames, to) => {
    for (const frame of frames) {
      if (frame.rest === null) visit(frame, to);
      else
        for (let at = to; at < limit && at <= to + MOST; at += 1) {
          walkOver(frame.rest, tokens, at, limit, over, (_, end) => visit(frame, end));
          if (!isDegree((tokens[at] as Token).word)) break;
        }
    }
  });
  walkOver(rests, tokens, from, limit, over, (before, at) => {
    if (at >= limit) return;
    walk(verbs, tokens, at, limit, (frames, to) => {
      for (const frame of frames) if (frame.turns && before.includes(frame)) visit(frame, to);
    });
  });
}
