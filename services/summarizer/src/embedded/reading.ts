import type { Segment, Transcript } from '@clinical/contracts';
import '../language/compiled.ts';
import { type Mention, type Tongue, termsIn } from '../language/lexicon.ts';
import { tokensOf } from '../language/segments.ts';
import { sentences } from '../language/sentences.ts';
import { spokenForIn } from '../language/spoken-for.ts';
import type { Token } from '../language/tokens.ts';
import { tonguesFor } from '../language/tongues.ts';
import { type Cue, cuesIn } from '../language/triggers.ts';
import { type WordClass, type WordHit, wordsIn } from '../language/words.ts';
import type { Steps } from '../steps.ts';

/** One sentence with everything that the tables know in it. Token indices are those of its segment. */
export interface Line {
  readonly segment: Segment;
  /** Place in the whole conversation. */
  readonly index: number;
  /** Consecutive segments of one speaker are one turn. */
  readonly turn: number;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly question: boolean;
  readonly tongues: readonly Tongue[];
  readonly mentions: readonly Mention[];
  readonly cues: readonly Cue[];
  readonly words: readonly WordHit[];
  /** What `ofLine` has worked out of it, by slots. */
  readonly kept: unknown[];
}

const LISTENS = new Set(
  'ok okay right sure yeah yes mhm huh alright all fine good great i see no problem hm aha ah oh well vale bien ya aja claro de acuerdo si muy perfecto entiendo comprendo sorry to hear that'.split(
    ' ',
  ),
);

/** `OK, I see.`: whoever speaks goes on, no turn of its own. A question is one. */
const onlyListens = (tokens: readonly Token[]): boolean =>
  tokens.every(({ kind, text }) => (kind === 'mark' ? text !== '?' && text !== '¿' : LISTENS.has(text)));

/** Cuts the conversation into lines and looks every word up once. */
export function* read(transcript: Transcript): Steps<Line[]> {
  const lines: Line[] = [];
  let turn = -1;
  let speaker = '';
  const patient = spokenForIn(transcript);
  for (const segment of transcript.segments) {
    const tokens = tokensOf(segment);
    const label = `${segment.speaker} ${segment.speaker_label ?? ''}`;
    const heard = tokens.some(({ kind }) => kind !== 'mark');
    const aside = segment.speaker === 'clinician' && lines.at(-1)?.question === false && onlyListens(tokens);
    if (heard && !aside) {
      if (label !== speaker || segment.speaker === 'unknown') turn += 1;
      speaker = label;
    }
    const notes = segment.speaker === 'unknown';
    for (const { from, to, question } of sentences(tokens, {
      notes,
      asks: !notes && segment.speaker !== 'clinician',
    })) {
      yield;
      const tongues = tonguesFor(segment.language, tokens, from, to);
      lines.push({
        segment,
        index: lines.length,
        turn,
        tokens,
        from,
        to,
        question,
        tongues,
        mentions: termsIn(tokens, from, to, tongues).filter((mention) => !isOnlySmoke(tokens, mention)),
        cues: cuesIn(segment.text, tokens, from, to, tongues).filter(
          (cue) =>
            !tokens.slice(cue.from, cue.to).some(({ text }) => text === patient) ||
            !cue.triggers.some(({ category }) => category === 'family'),
        ),
        words: wordsIn(tokens, from, to, tongues).filter(
          (hit) =>
            !isNoSide(tokens, hit) &&
            !isNoPart(tokens, hit) &&
            !((hit.as === 'relative' || hit.as === 'other') && tokens[hit.to - 1]?.text === patient),
        ),
        kept: [],
      });
    }
  }
  return lines;
}

/** `Right across the bottom`, `right now`: the adverb. */
const isNoSide = (tokens: readonly Token[], { as, from, to }: WordHit): boolean =>
  as === 'laterality' &&
  tokens[from]?.text === 'right' &&
  to === from + 1 &&
  !/^(the|my|your|his|her|on)$/.test(tokens[from - 1]?.text ?? '') &&
  /^(across|down|up|through|round|around|now|away|after|before|here|there|under|behind|over|into|in|at|on|back|enough|,)$/.test(
    tokens[to]?.text ?? '',
  );

/** `It was all smoke where I worked`: the stuff, no habit. */
const isOnlySmoke = (tokens: readonly Token[], { term, from, to }: Mention): boolean =>
  term.key === 'smoking' &&
  to === from + 1 &&
  tokens[from]?.text === 'smoke' &&
  /^(?:all|of|the|some|in|with|that|much|passive|black|wood)$/.test(tokens[from - 1]?.text ?? '');

/** `Mano de santo`: what worked wonders; `a mano`, `segunda mano`. */
const isNoPart = (tokens: readonly Token[], { as, from, to }: WordHit): boolean =>
  as === 'site' &&
  tokens[from]?.text === 'mano' &&
  ((tokens[to]?.text === 'de' && tokens[to + 1]?.text === 'santo') ||
    /^(?:a|segunda)$/.test(tokens[from - 1]?.text ?? ''));

export const wordAt = (line: Line, i: number): string =>
  i >= line.from && i < line.to ? (line.tokens[i] as Token).text : '';

let slots = 0;

/** Work on a line that is done once and kept with the line: weak maps beside it cost more than much of the work. */
export function ofLine<T extends object | string>(work: (line: Line) => T): (line: Line) => T {
  const slot = slots;
  slots += 1;
  return (line) => {
    const known = line.kept[slot];
    if (known !== undefined) return known as T;
    const made = work(line);
    line.kept[slot] = made;
    return made;
  };
}

/** The words of a line, folded, each with a blank after it; where each begins, and where the last ends. */
const folded = ofLine((line) => {
  let text = '';
  const starts = [0];
  for (let i = line.from; i < line.to; i += 1) {
    text += `${(line.tokens[i] as Token).text} `;
    starts.push(text.length);
  }
  return { text, starts };
});

export const textOf = (line: Line): string => folded(line).text;

/** As `textOf`, from token `from` to token `to` (exclusive), as far as the line has them. */
export function textBetween(line: Line, from: number, to: number): string {
  const { text, starts } = folded(line);
  const begin = Math.max(from, line.from);
  const end = Math.min(to, line.to);
  return end <= begin ? '' : text.slice(starts[begin - line.from], starts[end - line.from]);
}

/** What was said, verbatim, from token `from` to token `to` (exclusive). */
export function said(line: Line, from: number, to: number): string {
  return line.segment.text.slice((line.tokens[from] as Token).start, (line.tokens[to - 1] as Token).end);
}

export function hitAt(line: Line, as: WordClass, at: number): WordHit | undefined {
  return line.words.find((hit) => hit.as === as && hit.from === at);
}

export const spanish = (line: Line): boolean => line.tongues[0] === 'es';
