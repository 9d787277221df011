import type { Span } from './candidate.ts';
import { type Line, said, spanish, wordAt } from './reading.ts';

const CONDITION = /^(if|unless|si|caso)$/;
const ALTERNATIVE = /^(or|nor|o|u|ni)$/;
const FILLERS = /^(so|well|ok|okay|pues|bueno|eh|,|…)$/;

/** `If`, and `si` without its accent: token of the last one among the last `most` of a line; null: there is none. */
function conditionIn(line: Line, most: number): number | null {
  for (let i = line.to - 1; i >= Math.max(line.from, line.to - most); i -= 1) {
    if (!CONDITION.test(wordAt(line, i))) continue;
    if (wordAt(line, i) === 'si' && said(line, i, i + 1).toLowerCase() !== 'si') continue;
    if (wordAt(line, i) === 'caso' && !/^(en|in)$/.test(wordAt(line, i - 1))) continue;
    return i;
  }
  return null;
}

const isOpen = (line: Line): boolean => !/^[.?!]$/.test(wordAt(line, line.to - 1));

const opensAsAlternative = (line: Line): boolean => {
  let i = line.from;
  while (FILLERS.test(wordAt(line, i))) i += 1;
  return ALTERNATIVE.test(wordAt(line, i));
};

/** Unpunctuated speech has lines without end: tokens after which a condition has had its consequence. */
const OPEN = 12;
const TOLD = 30;

/** How many lines of others may stand between two of one speaker: `OK`, `mm-hmm`. */
const BETWEEN = 2;

/**
 * Lines that go on with a condition of their speaker's line before: `If it gets worse` / `Or you develop a fever`, or a
 * condition that the cut between two segments left open. Each with the words that set the condition.
 */
export function underCondition(lines: readonly Line[]): ReadonlyMap<number, Span> {
  const out = new Map<number, Span>();
  for (const line of lines) {
    if (line.segment.speaker !== 'clinician') continue;
    let k = line.index - 1;
    while (k >= 0 && line.index - k <= BETWEEN && lines[k]?.segment.speaker !== 'clinician') k -= 1;
    const before = lines[k];
    if (before === undefined || before.segment.speaker !== 'clinician' || before.question) continue;
    const cut = before.segment !== line.segment && isOpen(before);
    if (!opensAsAlternative(line) && !cut) continue;
    const at = conditionIn(before, opensAsAlternative(line) ? TOLD : OPEN);
    if (at !== null) out.set(line.index, { line: before, from: at, to: at + 1 });
    else if (out.has(before.index) && opensAsAlternative(line)) out.set(line.index, out.get(before.index) as Span);
  }
  return out;
}

const AFTER_EN =
  /^(?:if|when|whenever) you (?:get|have|had|develop|notice|feel|see|experience) (?:that|it|this|them|those|these|any|either|one|something)\b/;
const AFTER_ES =
  /^si (?:le |te |lo |la |los |las |se |nota |tiene |ve |hay )+(?:eso|esto|algo|alguno|alguna|cualquiera|pasa|pasara|da|dan|diera|nota|notas|tiene|aparece|aparecen|ocurre|presenta|presentan|sale|salen|ve)\b/;

const ORDER =
  /^, (?:(?:then|and|just|please|you|need|to|should|must|have|'d|'ll|do|pues|usted|me|nos) )*(?:(?:call|ring|phone|dial|contact|come|go|get|see|let|seek|head|pop) (?:\w+ ){0,3}(?:us|me|back|999|911|111|112|ambulance|emergency|hospital|a|er|doctor|surgery|straight|immediately|help|know)|(?:llame|llamenos|llameme|venga|acuda|vaya|vuelva|avise|aviseme|avisenos|consulte)) /;
/** `Chest pain or breathlessness, ring 999`: an order right after findings that nobody is said to have. */
function orderAfter(line: Line, to: number): Span | null {
  let before = '';
  for (let i = line.from; i < to; i += 1) before += `${wordAt(line, i)} `;
  if (/\b(you|your|has|have|had|got|with (the|that|this|your)|is|are|was|tiene|su|con|esta|ha) /.test(before))
    return null;
  for (let i = to; i < line.to; i += 1) {
    if (wordAt(line, i) !== ',') continue;
    let text = '';
    for (let k = i; k < Math.min(line.to, i + 10); k += 1) text += `${wordAt(line, k)} `;
    if (ORDER.test(text)) return { line, from: i, to: Math.min(line.to, i + 4) };
  }
  return null;
}

/** Words that may stand between a finding and the condition that comes after it. */
const REACH = 6;

/** `Chest pain or fainting, if you have any of those`: the condition after a finding; null: none follows. */
export function conditionAfter(line: Line, to: number): { from: number; to: number } | null {
  if (line.segment.speaker !== 'clinician') return null;
  const order = orderAfter(line, to);
  if (order !== null) return order;
  for (let i = to; i < line.to && i <= to + REACH; i += 1) {
    if (/^[.;?!]$/.test(wordAt(line, i))) return null;
    if (!/^(if|when|whenever|si)$/.test(wordAt(line, i))) continue;
    let text = '';
    for (let k = i; k < Math.min(line.to, i + 6); k += 1) text += `${wordAt(line, k)} `;
    if ((spanish(line) ? AFTER_ES : AFTER_EN).test(text)) return { from: i, to: Math.min(line.to, i + 4) };
  }
  return null;
}
