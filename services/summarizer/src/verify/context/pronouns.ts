import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';
import { hitsIn, named, type Whose } from './people.ts';
import { isProxy } from './proxy.ts';

/** He or she as the subject of the mention's own clause, with a verb of having, being or taking. */
const SUBJECT =
  /(?:^|[,.;:–—-]|(?<![\p{L}])(?:and|but|because|so|that|then|since|when|while|y|e|pero|que|porque|cuando|aunque|now|ahora))\s*(?:she|he|ella|ellos|ellas|él)(?:\s+(?:tambien|ya|also|too|already|just|actually|himself|herself|mism[oa]))?(?:\s*'(?:s|d|ve|re)|\s+(?:has|have|had|got|gets?|is|are|was|were|suffers?|suffered|takes?|took|died|ended|caught|tiene|tuvo|tenia|es|era|ha|habia|anda|lleva|padece|toma|sufre|esta|estaba|fue|murio|salio|pillo|cogio|agarro))(?:\s+\p{L}+){0,6}?\s+$/u;
/** "His came back positive", "her migraines". */
const POSSESSED =
  /(?:(?:^|[,.;:–—-]|(?<![\p{L}])(?:and|but))\s*(?:his|hers|theirs|(?:my|mi) (?:friend|mate|sister|brother|mother|mum|mom|dad|father|wife|husband|daughter|son|boss|neighbour|neighbor|cousin|aunt|uncle|gran|nan|partner|colleague|flatmate)'s)(?: \p{L}+)? (?:came|was|were|is|are|showed|turned)(?:\s+\p{L}+){0,4}?|(?<![\p{L}])(?:his|her))\s+$/u;
const FIRST = /(?<![\p{L}])(?:i|my|me|mine|yo|mi|mis|tengo|tuve|estoy|you|your|usted)(?![\p{L}])/u;

/** Turns of the same speaker in which the person meant by a pronoun may have been named. */
const BACK = 3;

/**
 * Patients say "I": whom they call he or she is somebody else, be it whoever was named last. Not where a parent speaks
 * for a child, nor in a clinician's or an unlabelled turn.
 */
export function pronounOver(reading: Reading, read: ReadSegment, sentence: Span, before: string): Whose | null {
  if (read.segment.speaker !== 'patient' || isProxy(reading)) return null;
  const raw = read.segment.text.slice(sentence.start, sentence.start + before.length).toLowerCase();
  const text = before.replace(/(?<![\p{L}])el(?![\p{L}])/gu, (word, at: number) => raw.slice(at, at + word.length));
  const found = SUBJECT.exec(text) ?? POSSESSED.exec(text);
  if (found === null || FIRST.test(text.slice(found.index))) return null;
  const earlier: string[] = [before.slice(0, found.index)];
  let span = sentenceBefore(read, sentence);
  for (let i = 0; i < BACK && span !== undefined; i += 1) {
    earlier.push(read.folded.slice(span.start, span.end));
    span = sentenceBefore(read, span);
  }
  const turn = reading.segments[read.index - 2];
  if (turn?.segment.speaker === 'patient') earlier.push(turn.folded);
  for (const said of earlier) {
    const hit = hitsIn(reading, read, said, true).at(-1);
    if (hit !== undefined) return named(hit);
  }
  return { whose: 'other', relation: null };
}
