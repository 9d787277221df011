import { type Line, textOf, wordAt } from './reading.ts';

const SPOKEN_OF = new Set([
  'my',
  'mi',
  'your',
  'su',
  'tu',
  'the',
  'el',
  'la',
  'our',
  'nuestro',
  'nuestra',
  'al',
  'del',
  "'s",
]);
const SELF = /^(tengo|me|siento|feel|estoy|yo|soy)$/;

/** `I brought my son here`, `vengo por mi hija`: whom the visit is for. */
const BRINGS =
  /\b(?:brought|bring|bringing|calling about|ringing about|here (?:with|about|for)|(?:worried|concerned) about|traigo|traemos|traje|vengo (?:con|por)|venimos (?:con|por)|preocupad[oa] por) (?:in |along |a |al )*(?:my|our|the|mi|nuestr[oa]|el|la)? ?(?:\w+ )?(?:son|daughter|little (?:one|boy|girl)|baby|boy|girl|child|kid|toddler|grandson|granddaughter|hij[oa]|nin[oa]|bebe|nen[ae]|peque|chiquit[oa]|niet[oa])\b/;

const THEM = /^(he|she|him|her|his|le|lo|la)$/;
const tellsOfThem = (line: Line): boolean => {
  for (let i = line.from; i < line.to; i += 1) if (THEM.test(wordAt(line, i))) return true;
  return false;
};

/**
 * Whether somebody speaks for a child who is the patient: the child is named among the first lines of those who aren't
 * the clinician (or asked after by the clinician), before anyone tells of an ache of their own.
 */
export function speaksForChild(lines: readonly Line[]): boolean {
  let own = 0;
  let child = 0;
  let seen = 0;
  const another = lines.some((line) => line.segment.speaker === 'other');
  const spokenFor = another && lines.every((line) => line.segment.speaker !== 'patient');
  for (const line of lines) {
    if (seen > 30) break;
    seen += 1;
    const named = line.words.some(
      (hit) =>
        hit.as === 'child' && (SPOKEN_OF.has(wordAt(line, hit.from - 1)) || SPOKEN_OF.has(wordAt(line, hit.from - 2))),
    );
    const carries = line.mentions.some((mention) => mention.term.kind === 'symptom');
    if (named && seen <= 8 && line.segment.speaker !== 'clinician' && BRINGS.test(textOf(line))) child += 2;
    else if (named && (carries || seen <= 8)) child += carries || spokenFor ? 2 : 1;
    else if (spokenFor && carries && line.segment.speaker === 'other' && tellsOfThem(line)) child += 2;
    if (line.segment.speaker !== 'clinician') {
      for (let i = line.from; i < line.to; i += 1) {
        const mine =
          SELF.test(wordAt(line, i)) ||
          (wordAt(line, i) === 'i' && /^('ve|have|feel|'m|had|get)$/.test(wordAt(line, i + 1)));
        if (mine && carries && (!named || wordAt(line, i) === 'yo')) own += 1;
      }
    }
    if (child >= 2 && own === 0) return true;
    if (own >= 2 && child < 2) return false;
  }
  return child >= 2 && child > 2 * own;
}
