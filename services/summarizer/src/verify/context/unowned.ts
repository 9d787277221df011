import type { Reading, ReadSegment, Span } from '../reading.ts';
import { namesAPart } from './body-parts.ts';
import { ABSTRACT, STANDS_FOR } from './cues/subjects.ts';
import { matches } from './patterns.ts';
import { isProxy } from './proxy.ts';
import { isOfAVisit } from './subject-nouns.ts';

/** Clauses that stand by themselves. */
const APART = /[,;:.?!–—]|(?<![\p{L}])(?:but|so|because|cause|cos|which|when|while|pero|porque)(?![\p{L}])/gu;
const ANCHOR =
  /(?<![\p{L}])(?:i|you|we|us|me|my|mine|your|yours|our|myself|yourself|he|she|him|her|his|patient|year[- ]old|male|female|mr|mrs|ms|yes|yeah|no)(?![\p{L}])/u;
const DEFINITE = /(?<![\p{L}])(?:the|this|that|these|those)(?: [\p{L}-]+)?\s+$/u;
/** What a clause opens with, up to its verb or what narrows it down. */
const OPENING =
  /^\s*(?:(?:well|oh|and|apparently|honestly|anyway|yeah|ok|okay|um|uh|like|see|look|also|then|now)[\s,]+)*(?:(?:the|an?|every|each|half the|half of the|all the|all of the|most of the|some of the|some|several|those|these|that|this|one of the) )(?!(?:is|was|are|were)(?![\p{L}]))((?:[\p{L}'-]+ ){0,3}?[\p{L}-]+?)(?:'s|'re|'ve)? (?:is|are|was|were|has|have|had|got|gets?|keeps?|kept|went|goes|came|comes|ended|says?|said|of|in|at|on|from|with|who|down|up|round|next|across|upstairs|\p{L}+(?<!re)ed) /u;
const COUNTS =
  /^(?:bit|lot|little|few|couple|kind|sort|type|case|same|other|first|only|one|way|point|start|beginning|end|next|last|second|third|left|right|least|most|good|best|worst)s?$/u;

/**
 * Nothing in the mention's clause makes it the patient's, and something else is spoken of: "the papers are full of
 * measles". Less certain than a foreign subject.
 */
export function isUnowned(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown' || isProxy(reading)) return false;
  const before = read.folded.slice(sentence.start, mention.start);
  const edge = matches(APART, before).at(-1);
  const from = edge === undefined ? 0 : edge.index + edge[0].length;
  const clause = before.slice(from);
  const rest = read.folded.slice(mention.end, sentence.end);
  const after = APART.exec(rest)?.index ?? rest.length;
  APART.lastIndex = 0;
  if (DEFINITE.test(clause) || ANCHOR.test(clause) || ANCHOR.test(rest.slice(0, after))) return false;
  if (namesAPart(read, { start: sentence.start + from, end: mention.start })) return false;
  const words = OPENING.exec(clause)?.[1]?.split(' ') ?? ['it'];
  return !isOfAVisit(words) && words.every((one) => !ABSTRACT.test(one) && !STANDS_FOR.test(one) && !COUNTS.test(one));
}
