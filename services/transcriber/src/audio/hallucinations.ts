import type { Warning } from '@clinical/contracts';
import { plainWords } from '../parse/text.ts';
import { overlapMs, type Span } from './pcm.ts';
import { phantom } from './phantoms.ts';
import type { Utterance } from './words.ts';

export interface GuardSettings {
  /** Share of an utterance's time that must hold voice. */
  readonly minVoicedShare: number;
  /** Words a second of voice that nobody speaks. */
  readonly maxWordsPerSecond: number;
}

/** Same utterance again and again, this often, is a recogniser's loop and no conversation. */
const SAME_UTTERANCES = 4;
/** Voice is looked for this far around an utterance: recognisers' times are rough. */
const MARGIN_MS = 300;

type Reason = 'phantom' | 'unvoiced' | 'repeated' | 'too_fast';

/**
 * Drops what the recogniser made up: phrases of video captions, text where no voice is, loops, and more words than the
 * voice had time for. `estimated` times are only good for the checks that look at a whole chunk.
 */
export function dropHallucinations(
  utterances: readonly Utterance[],
  speech: readonly Span[],
  settings: GuardSettings,
): { readonly kept: Utterance[]; readonly warnings: Warning[] } {
  const dropped: Record<Reason, number> = { phantom: 0, unvoiced: 0, repeated: 0, too_fast: 0 };
  const kept: Utterance[] = [];
  const repeated = repeatedUtterances(utterances);
  for (const [index, one] of utterances.entries()) {
    const words = plainWords(one.text);
    const reason = repeated.has(index) ? 'repeated' : implausible(one, words, speech, settings);
    if (reason !== null) {
      dropped[reason] += 1;
      continue;
    }
    const text = collapseLoop(one.text);
    if (text !== one.text) dropped.repeated += 1;
    kept.push(text === one.text ? one : { ...one, text });
  }
  const total = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  if (total === 0) return { kept, warnings: [] };
  const { phantom: phantoms, unvoiced, repeated: loops, too_fast } = dropped;
  const detail =
    `${total} of ${utterances.length} recognised utterances dropped or shortened: ${phantoms} phantom phrases, ` +
    `${unvoiced} without voice, ${loops} repetitions, ${too_fast} faster than speech.`;
  return { kept, warnings: [{ code: 'hallucination_dropped', detail }] };
}

function implausible(
  one: Utterance,
  words: readonly string[],
  speech: readonly Span[],
  settings: GuardSettings,
): Reason | null {
  const kind = phantom(words);
  if (kind === 'always') return 'phantom';
  const lengthMs = Math.max(1, one.endMs - one.startMs);
  const voicedMs = overlapMs(speech, one.startMs - MARGIN_MS, one.endMs + MARGIN_MS);
  if (voicedMs / lengthMs < settings.minVoicedShare) return kind === 'silence' ? 'phantom' : 'unvoiced';
  // A few words in a short time may be a matter of rough times.
  if (words.length > 12 && words.length / (voicedMs / 1000) > settings.maxWordsPerSecond) return 'too_fast';
  return null;
}

/** All but the first of many equal utterances in a row; two or three may be an examination ("¿Le duele aquí?"). */
function repeatedUtterances(utterances: readonly Utterance[]): ReadonlySet<number> {
  const out = new Set<number>();
  const keys = utterances.map((one) => plainWords(one.text).join(' '));
  for (let from = 0; from < keys.length; ) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to += 1;
    const long = (keys[from]!.match(/ /g)?.length ?? 0) >= 2;
    if (to - from >= (long ? SAME_UTTERANCES : SAME_UTTERANCES * 2)) for (let i = from + 1; i < to; i++) out.add(i);
    from = to;
  }
  return out;
}

/** Longest unit of a loop in words. */
const MAX_UNIT = 12;

/**
 * Cuts a loop inside of one text to its first round: a unit of three and more words four times running, of one or two
 * words eight times ("no, no, no" is how people talk).
 */
export function collapseLoop(text: string): string {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    key: plainWords(match[0]).join(''),
    from: match.index,
    to: match.index + match[0].length,
  }));
  for (let at = 0; at < words.length; at++) {
    for (let unit = 1; unit <= MAX_UNIT && at + unit * 4 <= words.length; unit++) {
      let rounds = 1;
      while (sameUnit(words, at, at + rounds * unit, unit)) rounds += 1;
      if (rounds < (unit >= 3 ? 4 : 8)) continue;
      const first = words[at + unit - 1]!;
      const after = words[at + rounds * unit];
      const rest = after === undefined ? '' : text.slice(after.from);
      const head = text.slice(0, first.to);
      return collapseLoop(rest === '' ? head : `${head} ${rest}`);
    }
  }
  return text;
}

function sameUnit(words: readonly { key: string }[], a: number, b: number, unit: number): boolean {
  if (b + unit > words.length) return false;
  for (let i = 0; i < unit; i++) if (words[a + i]!.key !== words[b + i]!.key) return false;
  return true;
}
