import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';
import { namesAPart } from './body-parts.ts';
import * as cues from './cues/licence.ts';
import { ABSTRACT, MEDIC, STANDS_FOR } from './cues/subjects.ts';
import { isProxy } from './proxy.ts';
import { isOfAVisit } from './subject-nouns.ts';

/** What a clause says of whose its finding is: the patient's, other people's, what its own subject names, or nothing by itself. */
type Standing = 'own' | 'others' | 'named' | 'none';

function standingOf(reading: Reading, read: ReadSegment, clause: Span, to = clause.end): Standing {
  const text = read.folded.slice(clause.start, clause.end);
  const speaker = read.segment.speaker === 'clinician' ? 'clinician' : 'patient';
  const carer = read.segment.speaker === 'other' || isProxy(reading) || reading.spokenFor !== null;
  const others = cues.OTHERS.exec(text);
  if (others !== null) {
    const since = text.slice(others.index + others[0].length, to - clause.start);
    return cues.COMES_BACK.test(since) ? 'own' : 'others';
  }
  if (read.tongues.some((tongue) => cues.OWN[tongue][speaker].test(text))) return 'own';
  if (carer && cues.SPOKEN_FOR.test(text)) return 'own';
  const found = cues.SUBJECT.exec(text);
  return found === null ? 'none' : subjectStanding(read, clause, found, carer || speaker === 'clinician');
}

/** By what stands before the clause's verb. `named`: whoever is called by name is the patient. */
function subjectStanding(read: ReadSegment, clause: Span, found: RegExpExecArray, named: boolean): Standing {
  const words = found[1]!.split(' ');
  const head = words.at(-1)!;
  if (words.every((one) => cues.NO_SUBJECT.test(one)) || head === 'they' || MEDIC.test(found[1]!)) return 'none';
  if (words.length === 1 && cues.SOMEBODY.test(head)) return 'others';
  if (words.some((one) => STANDS_FOR.test(one) && one !== 'they' && !cues.SOMEBODY.test(one))) return 'own';
  if (ABSTRACT.test(head) || isOfAVisit(words)) return 'own';
  if (namesAPart(read, { start: clause.start, end: clause.start + found[0].length })) return 'own';
  if (!named || words.length > 1) return 'named';
  const at = clause.start + found[0].indexOf(head);
  return /^\p{Lu}/u.test(read.segment.text.slice(at, at + 1)) ? 'own' : 'named';
}

function clausesOf(read: ReadSegment, sentence: Span): Span[] {
  const text = read.folded.slice(sentence.start, sentence.end);
  const out: Span[] = [];
  let start = 0;
  for (const edge of [...text.matchAll(cues.EDGE)].map((one) => [one.index, one.index + one[0].length] as const)) {
    if (edge[0] > start) out.push({ start: sentence.start + start, end: sentence.start + edge[0] });
    start = edge[1];
  }
  if (start < text.length) out.push({ start: sentence.start + start, end: sentence.end });
  return out;
}

/** Sentences before the mention's own that may say of whom is spoken. */
const BACK = 2;

/**
 * Whether the grammar around a finding makes it the patient's: the first person, what belongs to a body or an illness,
 * words without a verb that go on from such or answer a clinician. In notes everything is.
 */
export function isLicensed(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker === 'unknown') return true;
  const clauses = clausesOf(read, sentence);
  const own = clauses.findIndex((clause) => clause.end > mention.start);
  if (cues.DEFINITE.test(read.folded.slice(clauses[own]?.start ?? sentence.start, mention.start))) return true;
  for (const clause of clauses.slice(0, own + 1).reverse()) {
    const standing = standingOf(reading, read, clause, Math.min(mention.end, clause.end));
    if (standing !== 'none') return standing === 'own';
  }
  if (clauses.slice(own + 1).some((clause) => standingOf(reading, read, clause) === 'own')) return true;
  const before = [sentenceBefore(read, sentence)];
  while (before.length < BACK && before.at(-1) !== undefined) before.push(sentenceBefore(read, before.at(-1)!));
  for (const span of before.filter((one) => one !== undefined))
    for (const clause of clausesOf(read, span).reverse()) {
      const standing = standingOf(reading, read, clause);
      if (standing === 'own' || standing === 'others') return standing === 'own';
    }
  return true;
}
