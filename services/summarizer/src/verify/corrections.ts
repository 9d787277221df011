import { type Hit, hits } from './context/patterns.ts';
import { sideOf } from './laterality.ts';
import { numbersIn, type SaidNumber } from './numbers.ts';
import { type Reading, type ReadSegment, type Span, within } from './reading.ts';

/** Said to take back what was just said. */
const TAKING_BACK =
  /(?<![\p{L}\p{N}])(?:no,? (?:no,? )?(?:wait|sorry|espera|espere|perdon|perdone|actually|digo)|wait,? no|i mean|scratch that|make that|correction|sorry|perdon|digo|quiero decir|mejor dicho|me equivoque|me confundi|or rather|i misspoke|espera|espere|no no|actually|en realidad|bueno,? no|mentira|rectifico)(?![\p{L}\p{N}])/gu;
const ALSO_PLAIN_NO =
  /(?<![\p{L}\p{N}])no,? (?:(?:the|it was|it's|its|el|la|era|es|en la|en el) )?(?:left|right|izquierd[oa]|derech[oa])(?![\p{L}\p{N}])/gu;

const BEFORE = 14;
const AFTER = 9;
const memory = new WeakMap<ReadSegment, readonly Span[]>();

/**
 * Spans of a segment that its speaker took back: a side or a number followed by words of correction and by another of
 * its kind ("the right knee, no wait, the left one"; "fifty, sorry, fifteen milligrams"), also in the same speaker's
 * next turn.
 */
export function retractedIn(reading: Reading, read: ReadSegment): readonly Span[] {
  const known = memory.get(read);
  if (known !== undefined) return known;
  const out: Span[] = [];
  const cues = (text: string): Hit[] => [
    ...hits(TAKING_BACK, text),
    ...hits(ALSO_PLAIN_NO, text).map(({ start }) => ({ start, end: start + 2 })),
  ];
  for (const cue of cues(read.folded)) retract(out, read, cue.start, read, cue.end);
  for (const next of [reading.segments[read.index + 1], reading.segments[read.index + 2]]) {
    if (next === undefined || next.segment.speaker !== read.segment.speaker) continue;
    const cue = cues(next.folded.slice(0, 40))[0];
    if (cue !== undefined && cue.start < 16) retract(out, read, read.segment.text.length, next, cue.end);
    break;
  }
  memory.set(read, out);
  return out;
}

function retract(out: Span[], before: ReadSegment, until: number, after: ReadSegment, from: number): void {
  const left = within(before.tokens, { start: Math.max(0, until - 160), end: until }).slice(-BEFORE);
  const right = within(after.tokens, { start: from, end: from + 120 }).slice(0, AFTER);
  const side = right.map((token) => sideOf(token.text)).find((found) => found !== null) ?? null;
  if (side !== null) {
    const lost = left.findLast((token) => sideOf(token.text) !== null);
    if (lost !== undefined && sideOf(lost.text) !== side) out.push({ start: lost.start, end: lost.end });
  }
  const counts = (said: SaidNumber, tokens: typeof left): boolean =>
    !/^(?:a|an|un|una|one|uno|once)$/.test(tokens[said.from]!.text) || said.to - said.from > 1;
  const said = numbersIn(right, after.tongues).find((n) => counts(n, right));
  const lost = numbersIn(left, before.tongues).findLast((n) => counts(n, left));
  if (said === undefined || lost === undefined) return;
  const unit = left[lost.to];
  const meant = right[said.to];
  const otherUnit = unit !== undefined && meant !== undefined && TIMES.test(unit.text) && TIMES.test(meant.text);
  if (!said.values.some((value) => lost.values.includes(value)))
    out.push({ start: left[lost.from]!.start, end: left[lost.to - 1]!.end });
  else if (otherUnit && unit.text !== meant.text) out.push({ start: left[lost.from]!.start, end: unit.end });
}

/** "Three weeks, no, three days." */
const TIMES =
  /^(?:hours?|days?|weeks?|months?|years?|horas?|dias?|semanas?|mes|meses|anos?|mg|milligrams?|miligramos?|micrograms?|microgramos?|mcg|grams?|gramos?)$/;
