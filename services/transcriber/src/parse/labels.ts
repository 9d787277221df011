import { isAnonymous, type Role, roleOf } from '../speakers/roles.ts';
import { clockMs } from './clock.ts';

/** A place in a text that looks as if a turn began there. */
export interface Mark {
  /** Where the label, its bullet or its time begins. */
  readonly start: number;
  /** Where what was said begins. */
  readonly body: number;
  readonly label: string;
  readonly kind: 'role' | 'letter' | 'anonymous' | 'name';
  readonly role: Role | null;
  readonly startMs: number | null;
}

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const LEAD = String.raw`^[ \t]*(?:[-*•·–—>]+[ \t]+)?(?:[\[(]?(?<before>${CLOCK})[\])]?[ \t]*(?:[-–—|][ \t]*)?)?(?:\*\*|__|\*)?`;
const NAME = String.raw`[\p{L}][\p{L}\p{M}\p{N}.'’_ -]{0,48}?(?:[ \t]*\([^()\n]{1,40}\))?`;
const AFTER = String.raw`(?:[ \t]*[\[(](?<after>${CLOCK})[\])])?`;

const SHAPES = [
  // [doctor] hello        [Doctor]: hello
  new RegExp(String.raw`${LEAD}\[(?<label>[^\[\]\n\d:][^\[\]\n:]{0,48})\](?:\*\*|__|\*)?[ \t]*:?[ \t]*`, 'u'),
  // Doctor: hello         **Dr. Gil (00:12):** hello
  new RegExp(
    String.raw`${LEAD}(?<label>${NAME})${AFTER}[ \t]*(?:\*\*|__|\*)?[ \t]*[:：](?:\*\*|__|\*)?(?!\d|//)[ \t]*`,
    'u',
  ),
  // DOCTOR - hello
  new RegExp(String.raw`${LEAD}(?<label>${NAME})(?:\*\*|__|\*)?[ \t]*(?:[–—]|[ \t]-)[ \t]+`, 'u'),
  // Speaker 1   0:12      (what was said follows on the next lines)
  new RegExp(String.raw`${LEAD}(?<label>${NAME})[ \t]+[\[(]?(?<after>${CLOCK})[\])]?[ \t]*:?[ \t]*$`, 'u'),
];
const DASH = 2;

/** All places at line starts that may begin a turn; dialogue.ts decides which of them do. */
export function lineMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const mark = markOf(line, at);
    if (mark !== null) marks.push(mark);
    at += line.length + 1;
  }
  return marks;
}

function markOf(line: string, at: number): Mark | null {
  for (const [shape, pattern] of SHAPES.entries()) {
    const match = pattern.exec(line);
    const label = match?.groups?.label?.trim();
    if (match === null || label === undefined) continue;
    const classified = classify(label);
    if (classified === null || (shape === DASH && classified.kind !== 'role')) continue;
    const time = match.groups?.before ?? match.groups?.after;
    const startMs = time === undefined ? null : clockMs(time);
    return { start: at, body: at + match[0].length, label, startMs, ...classified };
  }
  return null;
}

function classify(label: string): Pick<Mark, 'kind' | 'role'> | null {
  const role = roleOf(label);
  if (role !== null) return { kind: 'role', role };
  if (/^\p{L}$/u.test(label)) return { kind: 'letter', role: null };
  if (isAnonymous(label)) return { kind: 'anonymous', role: null };
  const words = label
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  return words.length <= 4 && words.every((word) => /^\p{Lu}/u.test(word)) ? { kind: 'name', role: null } : null;
}

const INLINE =
  /(?<=[.?!…»"”)\]]\s{1,3}|\s{2}|[–—]\s)(?<label>[\p{Lu}][\p{L}\p{M}.'’_ ]{0,38}?(?:[ \t]\d{1,2})?)[ \t]*[:：](?!\d|\/\/)[ \t]*/gu;

/** Role labels inside running text ("... la cabeza. Doctor: ¿Desde cuándo?"): only after the end of a sentence. `taken` is in order. */
export function inlineMarks(text: string, taken: readonly Mark[]): Mark[] {
  const marks: Mark[] = [];
  let next = 0;
  for (const match of text.matchAll(INLINE)) {
    const label = match.groups?.label?.trim() ?? '';
    while (next < taken.length && taken[next]!.body <= match.index) next += 1;
    if (next < taken.length && taken[next]!.start <= match.index) continue;
    const role = roleOf(label);
    const letter = /^\p{Lu}$/u.test(label);
    if (role === null && !letter) continue;
    const kind = role === null ? 'letter' : 'role';
    marks.push({ start: match.index, body: match.index + match[0].length, label, kind, role, startMs: null });
  }
  return marks;
}
