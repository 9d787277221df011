import type { Reading, ReadSegment, Span } from '../reading.ts';

/** Asks what somebody fears or believes that it is. */
const ASKS_FEAR =
  /(?<![\p{L}])(?:worr(?:y|ied|ies|ying)|concern(?:s|ed)?|afraid|scared|fears?|feared|frighten\p{L}*|(?:in|on|through|back of) your (?:mind|head)|(?:any|your) (?:thoughts|ideas)|(?:did|do) you think(?! you)|what .{0,20}you thought|thought it (?:was|might)|preocup\p{L}+|miedo|temor|teme|asust\p{L}+|(?:que|cual) .{0,15}(?:cree|crees|piensa|pensaba|penso)|por la cabeza)(?![\p{L}])/u;
const OWNS =
  /(?<![\p{L}])(?:i have|i've (?:got|had)|i had|i got|i was diagnosed|diagnosed|because of (?:my|the)|with (?:my|the)|tengo|tuve|padezco|me diagnosticaron|por (?:mi|la|el)|con (?:mi|la|el))\s+(?:\p{L}+\s+){0,2}$/u;
/** "That I'm gonna have a heart attack", "que me dé un infarto". */
const TO_COME =
  /(?<![\p{L}])(?:(?:gonna|going to) (?:have|get|be|end up|die|develop|lose|go)|(?:might|could|would|'d|'ll|will) (?:have|get|be|end up|die|develop|lose|go|turn)|que me (?:de|vaya a dar|pase|salga))(?![\p{L}])[^.;?!]*$/u;
/** "I thought a slipped disc": a layman's own guess. */
const GUESSED =
  /(?<![\p{L}])(?:i (?:just |first |really )?(?:thought|wondered|figured|reckoned|assumed|was thinking)(?: (?:it|that|this|maybe|about|of|i|was|were|might|could|be|have|had|if|whether|it's|i've|i'd|got|just|like))*|pense (?:que )?(?:era|seria|tenia|en)?)\s+(?:an? |the |un |una )?(?:\p{L}+\s+)?$/u;

/** How a diagnosis stands that the one who suffers names as a fear or a guess: null where it is told as had. */
export function isFeared(
  reading: Reading,
  read: ReadSegment,
  sentence: Span,
  mention: Span,
): 'possible' | 'hypothetical' | null {
  if (read.segment.speaker !== 'patient' && read.segment.speaker !== 'other') return null;
  const before = read.folded.slice(sentence.start, mention.start);
  if (OWNS.test(before)) return null;
  const asked = sentence.start < REPLY && ASKS_FEAR.test(questionBefore(reading, read));
  if (TO_COME.test(before))
    return asked || /(?<![\p{L}])(?:i'm|i am) (?:gonna|going to)/u.test(before) ? 'hypothetical' : null;
  return asked || GUESSED.test(before) ? 'possible' : null;
}

/** Code units of a reply that still answer what was asked. */
const REPLY = 120;

function questionBefore(reading: Reading, read: ReadSegment): string {
  const previous = reading.segments[read.index - 1];
  if (previous === undefined || previous.segment.speaker !== 'clinician') return '';
  const last = previous.sentences.at(-1);
  return last === undefined ? '' : previous.folded.slice(Math.max(last.start, last.end - 160), last.end);
}
