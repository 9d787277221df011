import type { Tongue } from './lexicon.ts';
import { readTable } from './tables.ts';
import { type Token, tokenise } from './tokens.ts';
import { emptyTrie, insert, type TokenTrie, walk } from './trie.ts';

export type TriggerCategory =
  | 'negation'
  | 'pseudo_negation'
  | 'possible'
  | 'history'
  | 'family'
  | 'hypothetical'
  | 'other_person'
  | 'termination';

export interface Trigger {
  readonly category: TriggerCategory;
  readonly direction: 'forward' | 'backward' | 'bidirectional' | 'terminate';
  /** How far it reaches: tokens, or to the end of its clause or sentence. */
  readonly reach: number | 'clause' | 'sentence';
  /** Spelt with its accent or not at all: `si` is not `sí`. */
  readonly accents: string | null;
}

/** Words that steer what stands beside them, and where they are (token indices, `to` exclusive). */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly triggers: readonly Trigger[];
}

const tries: Record<Tongue, TokenTrie<Trigger>> = { es: emptyTrie(), en: emptyTrie() };

function reachOf(limit: string): Trigger['reach'] {
  const tokens = /^(\d+) tokens/.exec(limit);
  if (tokens !== null) return Number(tokens[1]);
  return limit.startsWith('sentence') ? 'sentence' : 'clause';
}

for (const name of ['triggers.tsv', 'triggers-more.tsv']) {
  for (const row of readTable(name, ['lang', 'phrase', 'category', 'direction', 'scope_limit', 'source'])) {
    if (row.source.startsWith('dropped')) continue;
    const words = tokenise(row.phrase).map((token) => token.text);
    if (words.length === 0) continue;
    insert(tries[row.lang as Tongue], words, {
      category: row.category as TriggerCategory,
      direction: row.direction as Trigger['direction'],
      reach: reachOf(row.scope_limit),
      accents: row.scope_limit.includes('accent-sensitive') ? (row.phrase.split(' ')[0] as string) : null,
    });
  }
}

const spelt = (text: string, token: Token, as: string): boolean =>
  text.slice(token.start, token.end).toLowerCase().normalize('NFC') === as;

function cueAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  limit: number,
  tongues: readonly Tongue[],
): Cue | null {
  let end = 0;
  let triggers: readonly Trigger[] = [];
  for (const tongue of tongues) {
    walk(tries[tongue], tokens, i, limit, (values, at) => {
      if (at <= end) return;
      const fit = values.filter((v) => v.accents === null || spelt(text, tokens[i] as Token, v.accents));
      if (fit.length === 0) return;
      end = at;
      triggers = fit;
    });
  }
  return end === 0 ? null : { from: i, to: end, triggers };
}

const ends = (cue: Cue): boolean => cue.triggers.every((trigger) => trigger.category === 'termination');

/** `I have n't had any`: the phrase that begins a statement must not swallow the denial that begins inside it. */
function hidesAnother(
  text: string,
  tokens: readonly Token[],
  cue: Cue,
  limit: number,
  tongues: readonly Tongue[],
): boolean {
  for (let i = cue.from + 1; i < cue.to; i += 1) {
    const inner = cueAt(text, tokens, i, limit, tongues);
    if (inner !== null && !ends(inner) && inner.to > cue.to) return true;
  }
  return false;
}

/** Cues in tokens `from`..`to`, leftmost longest, none overlapping; one cue may steer in several ways (`previo`). */
export function cuesIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  tongues: readonly Tongue[],
): Cue[] {
  const out: Cue[] = [];
  let i = from;
  while (i < to) {
    const cue = cueAt(text, tokens, i, to, tongues);
    if (cue === null || (ends(cue) && hidesAnother(text, tokens, cue, to, tongues))) i += 1;
    else {
      out.push(cue);
      i = cue.to;
    }
  }
  return out;
}
