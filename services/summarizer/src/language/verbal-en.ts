import { inflect } from './inflection-en.ts';
import { readTable } from './tables.ts';
import { type Token, tokenise } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk, walkOver } from './trie.ts';
import { phrasesOf } from './verbal.ts';
import { enter, numberOf } from './vocabulary.ts';

interface Rest {
  readonly key: string;
  /** Words at its end that only lead on: `when`, `every time`. */
  readonly leads: number;
}

/** What may follow a verb, and the finding that each makes of it. */
interface Group {
  readonly rests: TokenTrie<Rest>;
  /** The finding that the verb alone tells; null: it tells none. */
  bare: string | null;
}

/** What a verb tells, by the number of each of its forms. */
type Forms = Map<number, Group[]>;

interface Verbs {
  readonly says: Forms;
  /** After a denial: `ca n't hear`. */
  readonly not: Forms;
}

const noVerbs = (): Verbs => ({ says: new Map(), not: new Map() });
const verbs = noVerbs();
/** What stands before a verb, and the verbs that it makes a finding of. */
const subjects: TokenTrie<Verbs> = emptyTrie();

/** Keys that the tables of findings have to know. */
export const verbalKeysEn = new Set<string>();

const wordsOf = (phrase: string): string[] => tokenise(phrase).map(({ text }) => text);
const phrasesIn = (pattern: string): string[][] =>
  [...new Set(phrasesOf(pattern.replace(/^-$/, '').replace(/(\p{L}+)s\?/gu, '($1|$1s)')))].map(wordsOf);

const LEADS =
  /^(?:when|whenever|if|every|time|as|and|i|he|she|you|they|in|on|at|by|with|for|since|so|until|till|because|like|towards|after|about|just|never|not|can|ca|'ll|then)$/;

function leadsOf(words: readonly string[]): number {
  let count = 0;
  while (count < words.length && LEADS.test(words[words.length - 1 - count] as string)) count += 1;
  return count;
}

/** Verbs that tell nothing alone, whatever their row's others do. */
const LIGHT = new Set('be get go come give take keep stand stick miss catch pop beat'.split(' '));

function enterRow(row: Record<'key' | 'form' | 'before' | 'verbs' | 'rest', string>): void {
  const rests = phrasesIn(row.rest);
  const known = row.before === '-' ? verbs : noVerbs();
  const forms = row.form === 'not' ? known.not : known.says;
  for (const lemma of row.verbs.split(' ')) {
    const told: Group = { rests: emptyTrie(), bare: null };
    for (const words of rests)
      if (words.length === 0) told.bare = LIGHT.has(lemma) ? null : row.key;
      else insert(told.rests, words, { key: row.key, leads: leadsOf(words) });
    for (const form of inflect(lemma)) {
      const number = enter(form);
      forms.set(number, [...(forms.get(number) ?? []), told]);
    }
  }
  if (known !== verbs) for (const words of phrasesIn(row.before)) insert(subjects, words, known);
}

for (const row of readTable('verbs-en.tsv', ['key', 'form', 'before', 'verbs', 'rest'])) {
  verbalKeysEn.add(row.key);
  enterRow(row);
}

/** Words of a list by their numbers, which are given once all tables are read. */
function oneOf(list: string): (word: number) => boolean {
  let numbers: Set<number> | null = null;
  return (word) => {
    numbers ??= new Set(list.split(' ').map(numberOf).filter(Boolean));
    return numbers.has(word);
  };
}

/** Between what a verb is told of and the verb: `ankles have really started to puff up`. */
const isAuxiliary = oneOf(
  "'s 're 've is are was were has have had been being keep keeps kept just really always all constantly also still started starting to going got gets get do does did sort kind of a bit can will 'll often sometimes now suddenly both",
);
const isDegree = oneOf(
  'really quite so very a bit lot little just all right kind sort of still always more pretty too',
);
const isDenial = oneOf("n't not cannot never hardly barely struggle struggles struggling unable without");
/** Before the denial, and part of what is told: `ca n't`. */
const isDenied = oneOf("ca can could do does did wo would has have had is are was were am 's 're 'm");
const isLinking = oneOf('to really even seem seems been able be properly quite actually ever possibly just seem');

const MOST = 3;
const over = { passes: isDegree, most: MOST };

/** `Is your poo black?`: between a verb and what it is asked of. */
const isPossessive = oneOf('your my his her their the');

type Visit = (key: string, from: number, to: number) => void;
type Follow = (key: string, to: number) => void;

function follow(groups: readonly Group[], tokens: readonly Token[], from: number, limit: number, visit: Follow): void {
  for (const told of groups) if (told.bare !== null) visit(told.bare, from);
  for (let at = from; at < limit && at <= from + MOST; at += 1) {
    const { word } = tokens[at] as Token;
    for (const { rests } of groups)
      if (rests.first[word] !== undefined)
        walkOver(rests, tokens, at, limit, over, ([rest], to) => visit((rest as Rest).key, to - (rest as Rest).leads));
    if (!isDegree(word)) return;
  }
}

const wordAt = (tokens: readonly Token[], at: number, limit: number): number =>
  at < limit ? (tokens[at] as Token).word : 0;

/** The token after a denial at `from`, or after its auxiliary; null: none stands there. */
function afterDenial(tokens: readonly Token[], from: number, limit: number): number | null {
  const at = isDenied(wordAt(tokens, from, limit)) ? from + 1 : from;
  return isDenial(wordAt(tokens, at, limit)) ? at + 1 : null;
}

/** What is told by a contracted or plain `be` is told by what follows it: `off his food`. */
const isBe = oneOf("am is are was were be been being 's 're 'm");

function verbAt(known: Verbs, tokens: readonly Token[], at: number, limit: number, visit: Visit): void {
  if (at >= limit) return;
  const { word } = tokens[at] as Token;
  const told = known.says.get(word);
  if (told !== undefined) {
    const from = isBe(word) ? at + 1 : at;
    follow(told, tokens, at + 1, limit, (key, end) => visit(key, from, end));
  }
  if (known.not.size === 0) return;
  const denied = afterDenial(tokens, at, limit);
  for (let verb = denied ?? limit; verb < limit; verb += 1) {
    const said = (tokens[verb] as Token).word;
    const not = known.not.get(said);
    if (not !== undefined) {
      const from = isBe(word) ? at + 1 : at;
      follow(not, tokens, verb + 1, limit, (key, end) => visit(key, from, end));
    }
    if (!isLinking(said)) return;
  }
}

/** Findings in verbs that begin at token `from`: `leak when I cough`, `ankles puff up`, `ca n't hear out of this ear`. */
export function verbalsAtEn(tokens: readonly Token[], from: number, limit: number, visit: Visit): void {
  verbAt(verbs, tokens, from, limit, visit);
  if (subjects.first[(tokens[from] as Token).word] === undefined) return;
  walk(subjects, tokens, from, limit, (found, to) => {
    if (from > 1 && isPossessive((tokens[from - 1] as Token).word)) {
      const before = (tokens[from - 2] as Token).word;
      if (isBe(before))
        for (const { says } of found)
          follow(says.get(before) ?? [], tokens, to, limit, (key, end) => visit(key, from, end));
    }
    for (let at = to; at < limit && at <= to + MOST + 1; at += 1) {
      for (const subject of found) verbAt(subject, tokens, at, limit, (key, _, end) => visit(key, from, end));
      if (!isAuxiliary((tokens[at] as Token).word)) return;
    }
  });
}
