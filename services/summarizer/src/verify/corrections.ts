import { type Hit, hits } from './context/patterns.ts';
import { sideOf, sidesIn } from './laterality.ts';
import { numbersIn, type SaidNumber } from './numbers.ts';
import { type Reading, type ReadSegment, type Span, within } from './reading.ts';

/** Said to take back what was just said. */
const TAKING_BACK =
  /(?<![\p{L}\p{N}])(?:no,? (?:no,? )?(?:wait|sorry|espera|espere|perdon|perdone|actually|digo)|wait,? no|i mean|scratch that|make that|correction|sorry|perdon|digo|quiero decir|mejor dicho|me equivoque|me confundi|or rather|i misspoke|espera|espere|no no|actually|en realidad|bueno,? no|mentira|rectifico)(?![\p{L}\p{N}])/gu;
const ALSO_PLAIN_NO =
  /(?<![\p{L}\p{N}])no,? (?:(?:the|it was|it's|its|el|la|era|es|en la|en el) )?(?:left|right|izquierd[oa]|derech[oa])(?![\p{L}\p{N}])/gu;

const BEFORE = 14;
const AFTER = 9;

/** What was taken back; of a side also what was meant, and the words that say so. */
export interface Retracted extends Span {
  readonly side?: { readonly read: ReadSegment; readonly word: string; readonly start: number; readonly end: number };
}

const memory = new WeakMap<ReadSegment, readonly Retracted[]>();

/**
 * Spans of a segment that its speaker took back: a side or a number followed by words of correction and by another of
 * its kind ("the right knee, no wait, the left one"; "fifty, sorry, fifteen milligrams"), also in the same speaker's
 * next turn, or by the one who was asked ("the right one?" "the left").
 */
export function retractedIn(reading: Reading, read: ReadSegment): readonly Retracted[] {
  const known = memory.get(read);
  if (known !== undefined) return known;
  const out: Retracted[] = [];
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
  const reply = reading.segments[read.index + 1];
  if (reply !== undefined && read.segment.speaker === 'clinician' && reply.segment.speaker !== 'clinician')
    putRight(out, read, reply);
  memory.set(read, out);
  return out;
}

/** Tokens with which an answer opens that puts a side or a unit right. */
const OPENING = 8;

/** "In both ears?" "Only the left."; "50 milligrams?" "Micrograms.": what the clinician offered was wrong. */
function putRight(out: Retracted[], asked: ReadSegment, reply: ReadSegment): void {
  const last = asked.sentences.at(-1);
  const first = reply.sentences[0];
  if (last === undefined || first === undefined) return;
  const words = within(asked.tokens, last);
  const told = within(reply.tokens, first).slice(0, OPENING);
  const sides = sidesIn(told);
  const meant = sides[0];
  const offered = sidesIn(words).at(-1);
  if (meant !== undefined && sides.length === 1 && offered !== undefined && offered.side !== meant.side) {
    const token = told[meant.at]!;
    const { start, end } = words[offered.at]!;
    out.push({ start, end, side: { read: reply, word: token.text, start: first.start, end: token.end } });
  }
  const unit = told.find(({ text }) => DOSES.test(text));
  const lost = words.findLastIndex(({ text }) => DOSES.test(text));
  const number = words[lost - 1];
  if (unit !== undefined && number !== undefined && unitOf(unit.text) !== unitOf(words[lost]!.text))
    out.push({ start: number.start, end: words[lost]!.end });
}

const DOSES =
  /^(?:mg|mgs|milligrams?|mcg|micrograms?|g|grams?|ml|units?|iu|miligramos?|microgramos?|gramos?|unidades)$/;
const unitOf = (word: string): string =>
  /^mi?c/.test(word) ? 'mcg' : /^mi?l?l?ig|^mgs?$/.test(word) ? 'mg' : /^u|^iu/.test(word) ? 'unit' : word[0]!;

function retract(out: Retracted[], before: ReadSegment, until: number, after: ReadSegment, from: number): void {
  const left = within(before.tokens, { start: Math.max(0, until - 160), end: until }).slice(-BEFORE);
  const right = within(after.tokens, { start: from, end: from + 120 }).slice(0, AFTER);
  const side = right.map((token) => sideOf(token.text)).find((found) => found !== null) ?? null;
  if (side !== null) {
    const lost = left.findLast((token) => sideOf(token.text) !== null);
    if (lost !== undefined && sideOf(lost.text) !== side) {
      const meant = right.find((token) => sideOf(token.text) === side)!;
      const said = { read: after, word: meant.text, start: after === before ? until : 0, end: meant.end };
      out.push({ start: lost.start, end: lost.end, side: said });
    }
  }
  const counts = (said: SaidNumber, tokens: typeof left): boolean =>
    !/^(?:a|an|un|una|one|uno|once)$/.test(tokens[said.from]!.text) || said.to - said.from > 1;
  const said = numbersIn(right, after.tongues).find((n) => counts(n, right));
  const lost = numbersIn(left, before.tongues).findLast((n) => counts(n, left));
  if (lost === undefined) return;
  const unit = left[lost.to];
  if (said === undefined) {
    const alone = right[0]?.text ?? '';
    if (unit !== undefined && TIMES.test(alone) && TIMES.test(unit.text) && alone !== unit.text)
      out.push({ start: left[lost.from]!.start, end: unit.end });
    return;
  }
  const meant = right[said.to];
  const otherUnit = unit !== undefined && meant !== undefined && TIMES.test(unit.text) && TIMES.test(meant.text);
  if (!said.values.some((value) => lost.values.includes(value)))
    out.push({ start: left[lost.from]!.start, end: left[lost.to - 1]!.end });
  else if (otherUnit && unit.text !== meant.text) out.push({ start: left[lost.from]!.start, end: unit.end });
}

/** "Three weeks, no, three days", "fifty milligrams, sorry, micrograms." */
const TIMES =
  /^(?:hours?|days?|weeks?|months?|years?|horas?|dias?|semanas?|mes|meses|anos?|mg|milligrams?|miligramos?|micrograms?|microgramos?|mcg|grams?|gramos?)$/;
