import type { Said } from './attributes.ts';
import type { Candidate } from './candidate.ts';
import * as english from './clause-words-en.ts';
import * as castilian from './clause-words-es.ts';
import { type Line, ofLine, said, spanish, textBetween, textOf, wordAt } from './reading.ts';
import { scopeOf } from './scope.ts';

const ENGLISH = { ...english };
const SPANISH: Pick<typeof ENGLISH, keyof typeof castilian> = { ...castilian };
const wordsOf = (line: Line): typeof SPANISH => (spanish(line) ? SPANISH : ENGLISH);

/** A Spanish note has forms of its own for all this. */
const isNote = (line: Line): boolean => spanish(line) && line.segment.speaker === 'unknown';

const LOOSE = /^(and|or|the|a|an|of|to|really|just|like|you know|um|uh|i|think|y|o|el|la|los|las|un|una|de|que|eh)$/;

/** Another finding begins after one of these: `me viene cuando quiere y sangro`. */
const JOINS = /^(y|e|and|pero|but)$/;

/** The first group of a pattern in `text`, which begins at token `at`, as tokens of the line. */
function groupOf(line: Line, at: number, text: string, pattern: RegExp): { from: number; to: number } | null {
  const [start, end] = pattern.exec(text)?.indices?.[1] ?? [-1, -1];
  if (start < 0) return null;
  const from = at + text.slice(0, start).split(' ').length - 1;
  let to = at + text.slice(0, end).trimEnd().split(' ').length;
  const next = line.mentions.find(
    (one) => one.from > from + 1 && one.from < to && JOINS.test(wordAt(line, one.from - 1)),
  );
  if (next !== undefined) to = next.from - 1;
  while (to > from && LOOSE.test(line.tokens[to - 1]?.text ?? '')) to -= 1;
  return to > from ? { from, to } : null;
}

const first = (line: Line, text: string, name: Said['name'], patterns: readonly RegExp[]): Said[] => {
  for (const pattern of patterns) {
    const at = groupOf(line, line.from, text, pattern);
    if (at === null || scopeOf(line, at.from, at.to, null).assertion === 'negated') continue;
    return [{ name, value: said(line, at.from, at.to), ...at }];
  }
  return [];
};

/** `It's worse when I lie down`, `rest helps`: what a line says makes the thing worse or better. */
export const changesIn = ofLine((line): readonly Said[] => {
  const text = isNote(line) ? '' : textOf(line);
  const { CHANGES, WORSE, BETTER } = wordsOf(line);
  if (!CHANGES.test(text)) return [];
  return [...first(line, text, 'aggravated_by', WORSE), ...first(line, text, 'relieved_by', BETTER)];
});

/** `Dizzy when I stand up`: what brings on the finding that ends at token `end`. */
export function broughtOnBy(line: Line, end: number): Said | null {
  if (isNote(line)) return null;
  const at = groupOf(line, end, textBetween(line, end, line.to), wordsOf(line).BRINGS_ON);
  return at === null ? null : { name: 'aggravated_by', value: said(line, at.from, at.to), ...at };
}

/** What a line says the thing is like: its adjectives, a sensation, a likeness. */
export function characterIn(line: Line): Said[] {
  if (isNote(line)) return [];
  const text = textOf(line);
  const { LIKENESS, SENSATION } = wordsOf(line);
  const at =
    groupOf(line, line.from, text, LIKENESS) ?? adjectivesIn(line) ?? groupOf(line, line.from, text, SENSATION);
  return at === null ? [] : affirmed(line, 'character', at);
}

/** Words of a line that says nothing but the quality: `Throbbing, yes.` */
const ALONE = 6;
const OF_IT = /^(it|they|that|this|these|those|feels?|es|son|era|noto|siento)$/;

/** `It's a dull ache`, `it feels like a tight band`: what a line goes on to say of the thing by a pronoun. */
export function likenedIn(line: Line): Said[] {
  const { FILLER, QUALITY } = wordsOf(line);
  let at = line.from;
  while (at < line.to && FILLER.test(wordAt(line, at)) && !OF_IT.test(wordAt(line, at))) at += 1;
  const alone = QUALITY.test(wordAt(line, at)) && line.to - line.from <= ALONE;
  return alone || OF_IT.test(wordAt(line, at)) ? characterIn(line) : [];
}

const affirmed = (line: Line, name: Said['name'], at: { from: number; to: number }): Said[] =>
  scopeOf(line, at.from, at.to, null).assertion === 'negated'
    ? []
    : [{ name, value: said(line, at.from, at.to), ...at }];

/** `Sharp and stabbing`: from the first adjective to the last that follows it. */
function adjectivesIn(line: Line): { from: number; to: number } | null {
  const { QUALITY, QUALITY_LINK } = wordsOf(line);
  let from = -1;
  let to = -1;
  for (let i = line.from; i < line.to; i += 1) {
    if (QUALITY.test(wordAt(line, i)) && scopeOf(line, i, i + 1, null).assertion !== 'negated') {
      if (from < 0) from = i;
      to = i + 1;
    } else if (from >= 0 && !QUALITY_LINK.test(wordAt(line, i))) break;
  }
  return from < 0 ? null : { from, to };
}

/** `A sharp, stabbing pain`: the adjectives right before a finding. */
export function qualityBefore(line: Line, at: number): Said | null {
  if (spanish(line)) return null;
  const { QUALITY } = english;
  let from = at;
  while (
    from > line.from &&
    (QUALITY.test(wordAt(line, from - 1)) || (from < at && /^(,|and)$/.test(wordAt(line, from - 1))))
  )
    from -= 1;
  while (from < at && !QUALITY.test(wordAt(line, from))) from += 1;
  return from === at ? null : { name: 'character', value: said(line, from, at), from, to: at };
}

const SENSATIONS = /^(feeling|feelings|sensation|ache|pain|thing|dolor|sensacion|una?|cosa)$/;
/** `Burning`, `a burning feeling`: a finding of the grammar that only says what a pain is like. */
export function isQualityOfPain(line: Line, { at, source, assertion, kind }: Candidate): boolean {
  const { QUALITY } = wordsOf(line);
  if (
    (source !== 'grammar' && at.to - at.from > 1) ||
    kind !== 'symptom' ||
    assertion === 'negated' ||
    at.line !== line
  )
    return false;
  for (let i = at.from; i < at.to; i += 1)
    if (!QUALITY.test(wordAt(line, i)) && !SENSATIONS.test(wordAt(line, i))) return false;
  return true;
}

const MOST = 12;

/** The bare words of an answer: `Sitting, driving` to what makes it worse. */
export function fragmentIn(line: Line, start = line.from): { from: number; to: number } | null {
  const { FILLER, NOTHING, END } = wordsOf(line);
  let from = start;
  while (from < line.to && FILLER.test(wordAt(line, from))) from += 1;
  if (from < line.to && wordAt(line, from - 1) === 'if') from -= 1;
  if (NOTHING.test(wordAt(line, from))) return null;
  let to = from;
  while (to < line.to && to - from < MOST && !END.test(wordAt(line, to))) to += 1;
  while (to > from && (LOOSE.test(wordAt(line, to - 1)) || line.tokens[to - 1]?.kind === 'mark')) to -= 1;
  return to > from ? { from, to } : null;
}
