import { type TimedWord, timedWords, type Utterance } from './words.ts';

/** What was heard in one chunk, on the recording's clock. */
export interface HeardChunk {
  readonly utterances: readonly Utterance[];
  /** Where this chunk takes over from the one before; null where they don't overlap. */
  readonly seamMs: number | null;
  /** Whether the times are the recogniser's, or estimates of ours. */
  readonly timed: boolean;
}

export interface MergeSettings {
  readonly overlapMs: number;
}

/** How far two hearings of one word may lie apart. */
const TIMED_SLACK_MS = 2_500;
const ESTIMATED_SLACK_MS = 15_000;

/**
 * Joins chunks in their order without lost or doubled words. Around a seam both chunks heard the same words: the longest
 * run of words that stands in both, at about the same time, decides where the one ends and the other goes on; the words
 * that an edge cut in half lie outside of it. Where no run is found the seam's time decides (it lies in a pause).
 */
export function mergeChunks(chunks: readonly HeardChunk[], settings: MergeSettings): Utterance[] {
  let merged: Utterance[] = [];
  let timedBefore = true;
  for (const chunk of chunks) {
    if (chunk.seamMs === null) merged.push(...chunk.utterances);
    else merged = joinAt(merged, chunk, chunk.seamMs, timedBefore && chunk.timed, settings);
    timedBefore = chunk.timed;
  }
  return merged;
}

function joinAt(
  before: readonly Utterance[],
  chunk: HeardChunk,
  seamMs: number,
  timed: boolean,
  { overlapMs }: MergeSettings,
): Utterance[] {
  const slack = timed ? TIMED_SLACK_MS : ESTIMATED_SLACK_MS;
  const reach = overlapMs / 2 + slack;
  const tailFrom = Math.max(0, before.length - 200);
  const tail = before.slice(tailFrom);
  const left = timedWords(tail);
  const right = timedWords(chunk.utterances);
  const run = sharedRun(
    left.filter((word) => word.atMs > seamMs - reach),
    right.filter((word) => word.atMs < seamMs + reach),
    slack,
  );
  const kept =
    run === null && timed ? left.filter((word) => word.atMs < seamMs) : left.slice(0, turningPoint(left, run, 'left'));
  const taken =
    run === null && timed
      ? right.filter((word) => word.atMs >= seamMs)
      : right.slice(turningPoint(right, run, 'right'));
  const speakers = sameSpeaker(tail, chunk.utterances, run);
  const head = rebuild(tail, kept);
  const rest = rebuild(chunk.utterances, taken).map((one) => ({ ...one, speaker: speakers(one.speaker) }));
  return [...before.slice(0, tailFrom), ...stitch(head, rest, run !== null)];
}

/** Index from which the right chunk speaks: the middle of the run, for its outer words may have lost their marks. */
function turningPoint(words: readonly TimedWord[], run: Run | null, side: 'left' | 'right'): number {
  if (run === null) return side === 'left' ? words.length : 0;
  return words.indexOf(run[side]) + 1 - Math.ceil(run.length / 2);
}

interface Run {
  /** Last word of the run in either list. */
  readonly left: TimedWord;
  readonly right: TimedWord;
  readonly length: number;
  /** Milliseconds between the two hearings. */
  readonly apart: number;
}

/** The longest run of equal words in both lists whose times agree; of equally long ones the best agreed. */
function sharedRun(left: readonly TimedWord[], right: readonly TimedWord[], slackMs: number): Run | null {
  let best = null as Run | null;
  let previous: number[] = [];
  for (let i = 0; i < left.length; i++) {
    const row: number[] = new Array(right.length).fill(0);
    for (let j = 0; j < right.length; j++) {
      if (left[i]!.key !== right[j]!.key || Math.abs(left[i]!.atMs - right[j]!.atMs) > slackMs) continue;
      const length = (previous[j - 1] ?? 0) + 1;
      row[j] = length;
      const apart = Math.abs(left[i]!.atMs - right[j]!.atMs);
      const better = best === null || length > best.length || (length === best.length && apart < best.apart);
      if (better) best = { left: left[i]!, right: right[j]!, length, apart };
    }
    previous = row;
  }
  // A lone short word ("no", "y") may stand in both by chance.
  return best !== null && (best.length > 1 || best.left.key.length > 3) ? best : null;
}

/** A diarising recogniser names speakers anew in each chunk: who says the shared words is the same person. */
function sameSpeaker(tail: readonly Utterance[], next: readonly Utterance[], run: Run | null) {
  const here = run === null ? null : (next[run.right.utterance]?.speaker ?? null);
  const there = run === null ? null : (tail[run.left.utterance]?.speaker ?? null);
  return (speaker: string | null): string | null => {
    if (speaker === null || here === null || there === null || here === there) return speaker;
    if (speaker === here) return there;
    return speaker === there ? here : speaker;
  };
}

/** Utterances with only the words that stay; their texts are cut, never rewritten. */
function rebuild(utterances: readonly Utterance[], words: readonly TimedWord[]): Utterance[] {
  const ranges = new Map<number, { first: TimedWord; last: TimedWord }>();
  for (const word of words) {
    const range = ranges.get(word.utterance);
    if (range === undefined) ranges.set(word.utterance, { first: word, last: word });
    else range.last = word;
  }
  return utterances.flatMap((one, index) => {
    const range = ranges.get(index);
    if (range === undefined) return [];
    const all = timedWords([one]);
    const whole = range.first.from === all[0]!.from && range.last.to === all.at(-1)!.to;
    if (whole) return [one];
    const at = (offset: number): number => one.startMs + ((one.endMs - one.startMs) * offset) / one.text.length;
    const { from } = range.first;
    const { to } = range.last;
    return [{ ...one, text: one.text.slice(from, to), startMs: at(from), endMs: at(to) }];
  });
}

/** A sentence that the seam cut becomes one utterance again. */
function stitch(head: readonly Utterance[], rest: readonly Utterance[], shared: boolean): Utterance[] {
  const last = head.at(-1);
  const first = rest[0];
  const open = last !== undefined && first !== undefined && !/[.?!…]["'»”)]*$/.test(last.text);
  if (!open || last.speaker !== first.speaker || (!shared && first.startMs - last.endMs > 1_000))
    return [...head, ...rest];
  const joined = { ...last, text: `${last.text} ${first.text}`, endMs: Math.max(last.endMs, first.endMs) };
  return [...head.slice(0, -1), joined, ...rest.slice(1)];
}
