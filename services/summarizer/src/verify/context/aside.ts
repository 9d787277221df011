import type { ReadSegment, Span } from '../reading.ts';

/** Back from the telephone or the door: what was said before it in this turn was said to somebody else. */
const RESUMES =
  /(?:(?:por|en) (?:donde|que) (?:ibamos|estabamos|nos (?:quedamos|habiamos quedado)|quedamos|me decia|iba)|(?:perdon|perdone|disculpe|disculpa|lo siento)[^.?!]{0,40}[.,…]\s*(?:siga|sigamos|continue|continuemos|me decia|digame|cuenteme|seguimos|ya estoy con usted)|ya estoy con (?:usted|vos|ustedes|contigo)|where were we|sorry about that|back to you)(?![\p{L}])/u;

const FARTHEST = 400;

/** Whether the clinician said it to a third, before coming back to the visit in the same turn. */
export function isAside(read: ReadSegment, mention: Span): boolean {
  return read.segment.speaker === 'clinician' && RESUMES.test(read.folded.slice(mention.end, mention.end + FARTHEST));
}
