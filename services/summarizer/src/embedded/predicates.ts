import { type Said, saysOf } from './predicate-words.ts';
import { type Line, ofLine, spanish, wordAt } from './reading.ts';
import { words } from './word-set.ts';

/** What an English clause says of the things that it names first: `free air is not seen`, `rales and wheeze: absent`. */
export interface Predicate {
  /** `sought`: what it is said of is the thing's cause or course. */
  readonly says: Said | 'sought';
  /** Its own words, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The things, as items of a list: tokens of each, `to` exclusive. */
  readonly subjects: readonly { readonly from: number; readonly to: number }[];
}

const PLURAL = words('are were have');
const JOINS = words('and or nor & / plus');
const ALTERNATIVE = words('or nor /');
/** Where what is spoken of cannot go on to the left. */
const ENDS = words(
  ". ; : ( ) ? ! [ ] … but however although though while whereas which who that when where because since if unless until despite therefore so then than as yet no not n't without denies denied deny denying reports reported report states stated says said is are was were be been has have had does do did shows showed revealed reveals demonstrates demonstrated confirmed he she they we i it there felt thinks thought given considering making makes rendering",
);
/** What is looked into, not what is found: `the source of the bleeding was not identified`. */
const NOT_FOUND = words(
  'cause causes source sources aetiology etiology origin reason reasons explanation mechanism trigger triggers precipitant focus extent site level change changes improvement response relief benefit progression patient patients gentleman lady man woman child boy girl infant mother father edge margin margins',
);
const LEAD =
  /^(the|a|an|any|his|her|their|this|evidence|sign|signs|features?|symptoms?|history|suggestion|indication|of|on|in|at|examination|exam|further|other|also|obvious|new|and|or|,|both|clinically|clear|definite|frank)$/;
/** Words that a subject may have; a longer one is a clause. */
const MOST = 9;

/** The predicates of an English line that deny, doubt or end what stands before them. */
export const predicatesOf = ofLine((line): readonly Predicate[] => {
  const out: Predicate[] = [];
  if (!spanish(line) && !line.question) {
    let last = line.from;
    for (let i = line.from + 1; i < line.to; i += 1) {
      const found = saysOf(line, i);
      if (found === null) continue;
      const plural = found.each === true ? 'each' : PLURAL.has(wordAt(line, i)) || !found.verb;
      const subjects = subjectsBefore(line, i, last, plural);
      if (subjects.length > 0) {
        const sought = subjects.some(({ from, to }) => isSought(line, from, to));
        const says = found.says === 'negation' && isAwaited(line, subjects) ? 'possible' : found.says;
        out.push({ says: sought ? 'sought' : says, from: i, to: found.to, subjects });
        last = found.to;
      }
      const before = out.at(-1);
      if (
        subjects.length === 0 &&
        before !== undefined &&
        i - before.to <= 3 &&
        /^(but|and|then)$/.test(wordAt(line, before.to))
      )
        out[out.length - 1] = { ...before, says: found.says, to: found.to };
      i = found.to - 1;
    }
  }
  return out;
});

/** The predicate under which tokens `from`..`to` stand. */
export const predicateOver = (line: Line, from: number, to: number): Predicate | undefined =>
  predicatesOf(line).find(({ subjects }) => subjects.some((one) => one.from <= from && one.to >= to));

/** Whether a cue is a predicate's own word, said of what stands before it and of nothing after. */
export const inPredicate = (line: Line, cue: { from: number; to: number }): boolean =>
  predicatesOf(line).some(({ says, from, to }) => says !== 'affirmed' && cue.from < to && cue.to > from);

/** `Until meningitis is excluded`, `once PE has been ruled out`: it isn't yet. */
function isAwaited(line: Line, [first]: Predicate['subjects']): boolean {
  let at = (first?.from ?? line.from) - 1;
  while (/^(the|a|an|any)$/.test(wordAt(line, at))) at -= 1;
  return /^(until|unless|once|whether|before|till)$/.test(wordAt(line, at));
}

function isSought(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (NOT_FOUND.has(wordAt(line, i))) return true;
  return false;
}

/** `Fever, chills and sweats were denied`: all; `was denied`, or a comma without a joining word: the last alone. */
function subjectsBefore(line: Line, at: number, first: number, plural: boolean | 'each'): Predicate['subjects'] {
  const out: { from: number; to: number }[] = [];
  let to = at;
  while (to > first && /^[:(,–—-]$/.test(wordAt(line, to - 1))) to -= 1;
  let list = plural === 'each';
  let i = to - 1;
  const item = (from: number): void => {
    let start = from;
    while (start < to && LEAD.test(wordAt(line, start))) start += 1;
    if (start < to && to - start <= MOST) out.unshift({ from: start, to });
  };
  for (; i >= first; i -= 1) {
    const word = wordAt(line, i);
    if (ENDS.has(word)) break;
    const joins = JOINS.has(word);
    if (!joins && word !== ',') continue;
    item(i + 1);
    list ||= joins && (plural !== false || ALTERNATIVE.has(word));
    if (!list) return out;
    to = i;
  }
  if (to > i + 1) item(i + 1);
  return out;
}
