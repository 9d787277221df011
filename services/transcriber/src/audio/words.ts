import { plain } from '../parse/text.ts';
import type { Turn } from '../turn.ts';

/** A recognised utterance on the recording's own clock. */
export interface Utterance {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | null;
}

/** A word of an utterance: where it stands in the text, what it is compared by, and when it was said (interpolated). */
export interface TimedWord {
  readonly utterance: number;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly atMs: number;
}

/** The words of some utterances, in order. What has no letter or digit (a dash) is part of no word. */
export function timedWords(utterances: readonly Utterance[]): TimedWord[] {
  return utterances.flatMap(({ text, startMs, endMs }, utterance) =>
    [...text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)].map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      const atMs = startMs + ((endMs - startMs) * (from + to)) / 2 / text.length;
      return { utterance, from, to, key: plain(match[0]).replace(/[^\p{L}\p{N}]/gu, ''), atMs };
    }),
  );
}

export const turnOf = ({ startMs, endMs, text, speaker }: Utterance): Turn => ({
  label: speaker,
  startMs: Math.round(startMs),
  endMs: Math.round(endMs),
  text,
});
