import type { Candidate } from './candidate.ts';
import { type Line, said, wordAt } from './reading.ts';

const TAKES_BACK =
  /^(wait|sorry|actually|mean|meant|rather|perdon|digo|espera|espere|dicho|equivoco|equivocado|correction|oops|mentira)$/;

/** How many lines later a slip of the tongue is still put right. */
const NEAR = 3;

/**
 * `My right knee hurts. No, wait, the left one.` The side that was taken back goes, the one that was meant stands, on
 * both quotes. Returns whether the line was such a correction.
 */
export function correctSide(line: Line, focus: Candidate | null): boolean {
  if (focus === null || line.question || line.index - focus.at.line.index > NEAR) return false;
  if (focus.attributes.laterality == null || line.segment.speaker !== focus.at.line.segment.speaker) return false;
  let takenBack = false;
  for (let i = line.from; i < Math.min(line.to, line.from + 6); i += 1) takenBack ||= TAKES_BACK.test(wordAt(line, i));
  const side = line.words.find((hit) => hit.as === 'laterality');
  if (side === undefined) return false;
  if (!takenBack && !saysNo(line, side.from, side.to)) return false;
  if (line.mentions.some(({ from }) => from < side.to || wordAt(line, side.to) !== ',')) return false;
  withoutSide(focus);
  focus.attributes.laterality = said(line, side.from, side.to);
  focus.grounds.push({ line, from: line.from, to: line.to });
  return true;
}

const BEFORE_SIDE =
  /^(?:[,.…-]|no|nope|ay|uy|oh|ah|well|bueno|pues|it|'s|is|was|es|era|the|my|el|la|los|las|mi|en|in|on|a|al|de|del)$/;
const AFTER_SIDE = /^(?:|[.,…!]|one|ones|side|knee|doctor|doctora|que|creo|i|sorry)$/;

/** `Bueno, no, la derecha`: nothing but a denial and the other side. */
function saysNo(line: Line, from: number, to: number): boolean {
  let no = false;
  for (let i = line.from; i < from; i += 1) {
    if (!BEFORE_SIDE.test(wordAt(line, i))) return false;
    no ||= /^(?:no|nope)$/.test(wordAt(line, i));
  }
  return (no || /^(?:bueno|well)$/.test(wordAt(line, line.from))) && AFTER_SIDE.test(wordAt(line, to));
}

/** The same within one sentence: `my right knee, sorry, the left`. */
export function correctWithin(one: Candidate): void {
  const { line } = one.at;
  if (one.attributes.laterality == null) return;
  for (let i = one.at.to; i < line.to; i += 1) {
    if (!TAKES_BACK.test(wordAt(line, i))) continue;
    const side = line.words.find((hit) => hit.as === 'laterality' && hit.from > i && hit.from <= i + 4);
    if (side === undefined || line.mentions.some((mention) => mention.from > i)) return;
    withoutSide(one);
    one.attributes.laterality = said(line, side.from, side.to);
    one.grounds.push({ line, from: one.at.from, to: side.to });
    return;
  }
}

/** Leaves the side that was taken back out of the finding's own words. */
export function withoutSide(focus: Candidate): void {
  const { line } = focus.at;
  const sides = line.words.filter(
    (hit) => hit.as === 'laterality' && hit.from >= focus.textFrom && hit.to <= focus.textTo,
  );
  for (const side of sides) {
    if (side.from === focus.textFrom) focus.textFrom = side.to;
    else if (side.to === focus.textTo) focus.textTo = side.from;
    else if (side.from >= focus.at.to) focus.textTo = focus.at.to;
  }
  if (focus.term === null) focus.name = said(line, focus.textFrom, focus.textTo);
}
