import { type Reading, type ReadSegment, type Span, sentenceBefore, within } from '../reading.ts';
import { namesAPart, sitesIn } from './body-parts.ts';
import * as subjects from './cues/subjects.ts';
import * as cues from './experiencers.ts';
import { has, matches } from './patterns.ts';
import { isProxy } from './proxy.ts';
import { isOfAVisit } from './subject-nouns.ts';

interface Clause {
  readonly subject: Span;
  /** The words that stand for it, without the verb's own. */
  readonly words: string;
  readonly being: boolean;
  /** A disease is what it has. */
  readonly illness: boolean;
}

/**
 * The finding's verb has a subject that is neither who speaks nor of a body or a visit: "half the warehouse is off with
 * norovirus", "that footballer who went down with ...", "the car is dying". English; folded text is read.
 */
export function hasForeignSubject(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown') return false;
  const text = read.folded.slice(sentence.start, mention.start);
  const named = read.folded.slice(mention.start, mention.end);
  const dead = matches(subjects.DIED, text).at(-1);
  if (
    dead !== undefined &&
    !subjects.SPEAKERS.test(text.slice(0, dead.index)) &&
    isNear(text.slice(dead.index + dead[0].length))
  )
    return true;
  if (isWithSomebody(reading, read, sentence, text)) return true;
  const verb = governing(text, named);
  if (verb === null) return false;
  const upTo = text.slice(0, verb.at).replace(subjects.ASIDE, (aside) => ' '.repeat(aside.length));
  const relative = /^(.*?)[\s,]*(?<![\p{L}])who(?: \p{L}+)?\s*$/u.exec(upTo);
  if (relative !== null) return isSomebody(reading, relative[1]!);
  const edge = matches(subjects.EDGE, upTo.trimEnd()).at(-1);
  const from = edge === undefined ? 0 : edge.index + edge[0].length;
  const words = upTo.slice(from).replace(subjects.BESIDE_VERB, ' ').replace(/\s+/g, ' ').trim();
  if (words === '' || subjects.SPEAKERS.test(words)) return false;
  const subject = { start: sentence.start + from, end: sentence.start + verb.at };
  const illness = within(read.terms(), mention).some(({ term }) => term.kind === 'condition');
  return isForeign(reading, read, sentence, { subject, words, being: verb.being, illness }, named);
}

function isWithSomebody(reading: Reading, read: ReadSegment, sentence: Span, text: string): boolean {
  const found = subjects.COMES_UP.exec(text);
  if (found === null) return false;
  const words = found[1]!.trim();
  if (subjects.MEDIC.test(words)) return false;
  const end = sentence.start + found.index + found[0].lastIndexOf(` ${words} with`) + 1 + words.length;
  const subject = { start: end - words.length, end };
  return isForeign(
    reading,
    read,
    sentence,
    { subject, words: words.replace(/^(?:one|two|three|four|\d+) /, 'the '), being: false, illness: true },
    '',
  );
}

const isNear = (between: string): boolean =>
  !subjects.ANOTHER_CLAUSE.test(between) && between.trim().split(/\s+/).length <= subjects.FARTHEST;

/** Where the verb begins whose object or predicate the mention is. */
function governing(before: string, named: string): { at: number; being: boolean } | null {
  const being = subjects.BEING.exec(before);
  if (being !== null) return { at: being.index, being: true };
  const having = matches(subjects.HAVING, before).at(-1);
  if (having !== undefined) {
    const between = before.slice(having.index + having[0].length);
    if (isNear(between)) return { at: having.index, being: false };
  }
  return subjects.DONE_BY_SOMEBODY.test(named) ? { at: before.length, being: true } : null;
}

/** Who is meant by `who`: not the speakers, nor the patient of a clinician who dictates. */
function isSomebody(reading: Reading, before: string): boolean {
  const near = before.slice(-60);
  const noun = subjects.ANTECEDENT.exec(near)?.[0] ?? near;
  if (noun.trim() === '' || subjects.THE_CASE.test(noun) || subjects.DICTATES.test(near)) return false;
  return !(isProxy(reading) && has(cues.YOUNG, near));
}

function isForeign(reading: Reading, read: ReadSegment, sentence: Span, clause: Clause, named: string): boolean {
  const { words, subject, being } = clause;
  if (!being && subjects.ANYBODY.test(words)) return true;
  const head = (subjects.POSTPOSED.test(words) ? words.replace(subjects.POSTPOSED, '') : words).split(' ').at(-1)!;
  if (head === 'it') return isOfAThing(read, sentence, clause, named);
  if (subjects.STANDS_FOR.test(head) || subjects.ABSTRACT.test(head)) return false;
  if (isProxy(reading) && has(cues.YOUNG, words)) return false;
  const all = words.split(' ');
  if (isOfAVisit(all)) return false;
  if (read.segment.speaker === 'clinician' && subjects.DICTATED.test(head)) return false;
  if (namesAPart(read, subject)) return false;
  if (being && subjects.OWNED.test(words) && !subjects.DONE_BY_SOMEBODY.test(named)) return false;
  if (all.slice(0, -1).some((one) => subjects.DETERMINER.test(one))) return true;
  return isName(read, subject, head) && read.segment.speaker === 'patient' && !isProxy(reading);
}

/** "It coughs", "it's got a virus", with no part of a body spoken of before. */
function isOfAThing(read: ReadSegment, sentence: Span, { subject, being, illness }: Clause, named: string): boolean {
  if (!(being ? subjects.DONE_BY_SOMEBODY.test(named) : illness)) return false;
  const before = sentenceBefore(read, sentence);
  if (before !== undefined && namesAPart(read, before)) return false;
  if (namesAPart(read, { start: sentence.start, end: subject.end })) return false;
  const turn = read.previous;
  return before !== undefined || turn === null || sitesIn(turn).length === 0;
}

/** A capital in the middle of a sentence. */
function isName(read: ReadSegment, subject: Span, head: string): boolean {
  const at = read.folded.lastIndexOf(head, subject.end);
  return at >= subject.start && /^\p{Lu}\p{Ll}/u.test(read.segment.text.slice(at, at + 2));
}
