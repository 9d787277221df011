import type { Segment, Transcript } from '@clinical/contracts';
import { type Mention, type Tongue, termsIn } from '../language/lexicon.ts';
import { tokensOf } from '../language/segments.ts';
import { sentences } from '../language/sentences.ts';
import type { Token } from '../language/tokens.ts';
import { tonguesFor } from '../language/tongues.ts';
import { type Cue, cuesIn } from '../language/triggers.ts';
import { type WordClass, type WordHit, wordsIn } from '../language/words.ts';

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
}

/** Cuts the conversation into lines and looks every word up once. */
export function read(transcript: Transcript): Line[] {
  const lines: Line[] = [];
  let turn = -1;
  let speaker = '';
  for (const segment of transcript.segments) {
    const label = `${segment.speaker} ${segment.speaker_label ?? ''}`;
    if (label !== speaker || segment.speaker === 'unknown') turn += 1;
    speaker = label;
    const tokens = tokensOf(segment);
    for (const { from, to, question } of sentences(tokens)) {
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
        mentions: termsIn(tokens, from, to, tongues),
        cues: cuesIn(segment.text, tokens, from, to, tongues),
        words: wordsIn(tokens, from, to, tongues),
      });
    }
  }
  return lines;
}

export const wordAt = (line: Line, i: number): string =>
  i >= line.from && i < line.to ? (line.tokens[i] as Token).text : '';

/** What was said, verbatim, from token `from` to token `to` (exclusive). */
export function said(line: Line, from: number, to: number): string {
  return line.segment.text.slice((line.tokens[from] as Token).start, (line.tokens[to - 1] as Token).end);
}

export function hitAt(line: Line, as: WordClass, at: number): WordHit | undefined {
  return line.words.find((hit) => hit.as === as && hit.from === at);
}

export const spanish = (line: Line): boolean => line.tongues[0] === 'es';
