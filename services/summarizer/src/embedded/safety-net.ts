import type { Candidate } from './candidate.ts';
import { candidate } from './findings.ts';
import { type Line, said, wordAt } from './reading.ts';

const IF = /^(if|unless|si)$/;
/** Whom to turn to, or where to go. */
const TURN_TO =
  /^(ring|call|phone|contact|come|return|attend|reattend|999|111|911|112|ambulance|emergency|a&e|er|hospital|urgencias|llame|llameme|llamenos|llamame|venga|vengase|vuelva|vuelve|acuda|vaya|vayase|consulte|avise|aviseme|avisenos|regrese|ambulancia|guardia|emergencias)$/;
const LEAD = /^([,.…]|and|but|so|now|ok|okay|well|right|y|pero|bueno|pues|ojo|entonces)$/;
/** Tokens of one piece of advice. */
const LONGEST = 45;
const SHORTEST = 5;

/** `If the pain moves to the right, ring us or go to A and E`: what to do should it get worse, as said. */
export function safetyNetIn(line: Line): Candidate | null {
  if (line.question || line.segment.speaker !== 'clinician') return null;
  let from = line.from;
  let to = line.to;
  while (from < to && LEAD.test(wordAt(line, from))) from += 1;
  while (to > from && line.tokens[to - 1]?.kind === 'mark') to -= 1;
  if (to - from > LONGEST || to - from < SHORTEST) return null;
  let supposed = false;
  let turns = false;
  for (let i = from; i < to; i += 1) {
    const word = wordAt(line, i);
    supposed ||= IF.test(word) && !/í/i.test(said(line, i, i + 1).normalize('NFC'));
    turns ||=
      TURN_TO.test(word) || (word === 'a' && /^(and|&)$/.test(wordAt(line, i + 1)) && wordAt(line, i + 2) === 'e');
  }
  if (!supposed || !turns) return null;
  const found = { from, to, mention: null, kind: 'plan' as const, name: said(line, from, to) };
  return candidate(line, found, { assertion: 'hypothetical', experiencer: 'patient', relation: null, by: [] });
}
