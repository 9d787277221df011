import type { Speaker } from '@clinical/contracts';
import { clinicianScore, isShortAnswer, speaksForAnother } from './content.ts';

export interface Said {
  readonly label: string | null;
  readonly text: string;
}

/** Log-odds between two labels from which the more clinical one is taken for the clinician's. */
const LABEL_MARGIN = 1.5;
/** Log-odds from which a label is the patient's by its own words alone. */
const PATIENT_MARGIN = 2;

/** Who talks of a child again and again brings it; one mention is family history. */
const bringsAnother = (mentions: number, turns: number): boolean => mentions > 1 && mentions * 4 >= turns;

/**
 * Roles of labels that name none ("SPEAKER_00", "A", "María"), by what their owners say. The most clinical is the
 * clinician, the least clinical the patient; nobody gets a role whose words don't tell.
 */
export function inferLabels(turns: readonly Said[]): ReadonlyMap<string, Speaker> {
  const scores = new Map<string, { score: number; forAnother: number; turns: number }>();
  for (const { label, text } of turns) {
    if (label === null) continue;
    const entry = scores.get(label) ?? { score: 0, forAnother: 0, turns: 0 };
    entry.score += clinicianScore(text);
    entry.forAnother += Number(speaksForAnother(text));
    entry.turns += 1;
    scores.set(label, entry);
  }
  const roles = new Map<string, Speaker>();
  const ranked = [...scores].sort(([, a], [, b]) => b.score - a.score);
  const [top, ...rest] = ranked;
  if (top === undefined) return roles;
  const last = rest.at(-1);
  const gap = top[1].score - (last?.[1].score ?? 0);
  if (top[1].score > 0 && gap >= LABEL_MARGIN) roles.set(top[0], 'clinician');
  for (const [label, { score, forAnother, turns: count }] of last === undefined ? ranked : rest) {
    if (roles.has(label)) continue;
    const clear = score <= -PATIENT_MARGIN || (roles.size > 0 && label === last?.[0] && gap >= 2 * LABEL_MARGIN);
    if (!clear) continue;
    roles.set(label, bringsAnother(forAnother, count) ? 'other' : 'patient');
  }
  return roles;
}

/** Chance that the speaker changes from one segment to the next; much likelier after a question. */
const CHANGE = 0.5;
const CHANGE_AFTER_QUESTION = 0.92;
/** A segment gets a role where its posterior is at least this. */
const POSTERIOR = 0.85;

/**
 * Roles of segments without any label (a recogniser's that tells no speakers): a two-state chain, clinician and
 * patient, with the content as emission and turn-taking as transition, by forward and backward sums. Unsure ones stay
 * unknown; so does everything where nobody asks and nobody tells of himself, as in a dictation.
 */
export function inferSegments(texts: readonly string[]): Speaker[] {
  const scores = texts.map((text) => clinicianScore(text));
  const asks = scores.some((score, index) => score > 0.9 && texts[index]!.includes('?'));
  const tells = scores.some((score) => score < -0.9);
  if (!asks || !tells) return texts.map(() => 'unknown');
  const emit = scores.map((score) => [Math.exp(score / 2), Math.exp(-score / 2)] as const);
  const change = texts.map((text, index) => {
    if (/\?\s*$/.test(text)) return CHANGE_AFTER_QUESTION;
    return isShortAnswer(text) && index > 0 && /\?\s*$/.test(texts[index - 1]!) ? 0.75 : CHANGE;
  });
  const n = texts.length;
  const forward: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    const before = forward[i - 1] ?? [0.5, 0.5];
    const swap = i === 0 ? 0.5 : change[i - 1]!;
    forward.push(
      normal([
        (before[0] * (1 - swap) + before[1] * swap) * emit[i]![0],
        (before[1] * (1 - swap) + before[0] * swap) * emit[i]![1],
      ]),
    );
  }
  const roles: Speaker[] = new Array(n).fill('unknown');
  let after: [number, number] = [1, 1];
  for (let i = n - 1; i >= 0; i--) {
    const [clinician] = normal([forward[i]![0] * after[0], forward[i]![1] * after[1]]);
    if (clinician >= POSTERIOR) roles[i] = 'clinician';
    else if (1 - clinician >= POSTERIOR) roles[i] = 'patient';
    const swap = i === 0 ? 0.5 : change[i - 1]!;
    const a = after[0] * emit[i]![0];
    const b = after[1] * emit[i]![1];
    after = normal([a * (1 - swap) + b * swap, b * (1 - swap) + a * swap]);
  }
  const theirs = texts.filter((_, index) => roles[index] === 'patient');
  const other = bringsAnother(theirs.filter(speaksForAnother).length, theirs.length);
  return other ? roles.map((role) => (role === 'patient' ? 'other' : role)) : roles;
}

function normal([a, b]: [number, number]): [number, number] {
  return [a / (a + b), b / (a + b)];
}
