import type { ReadSegment, Span } from '../reading.ts';
import { whole } from './cues/words.ts';

/** Makes what is asked after one's own, or points at it: "could it be gout?", "why does this rash come back?" */
const POINTS = whole(
  "i|i ?'m|my|me|mine|we|our|us|he|she|his|her|it|this|that|these|those|still|tengo|tuve|estoy|mi|mis|yo|noto|siento|llevo|tomo|mio|mia|lo mio|esto|eso|este|esta|estos|estas|ese|esa|esos|esas|su|sus|tiene|tenga|nos|se me|sera|seran|todavia|sigue",
);
const OWNED_AFTER = whole("i ?'ve|i have|i had|i got|i get|my|that i|que tengo|que tuve|que me|mi|mis|tengo");
/** A question that is a sentence, not "fever? No." */
const ASKS = whole(
  "what|what'?s|how|why|can|could|does|do|is|are|will|would|when|where|which|who|should|isn'?t|que|como|por que|puede|pueden|es|son|da|dan|cuando|cual|cuanto|hace|sirve|cura|contagia",
);

/**
 * "What is lupus?", "¿cómo se contagia la sarna?": whoever came asks of a disease in anybody. A finding that the
 * question makes his own, or points at, is left to its answer.
 */
export function asksOfAnybody(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'patient' && read.segment.speaker !== 'other') return false;
  const text = read.folded.slice(sentence.start, sentence.end);
  if (!/\?\s*$/.test(text) || !ASKS.test(text) || text.trim().split(/\s+/).length <= 3) return false;
  const at = mention.start - sentence.start;
  return !POINTS.test(text.slice(0, at)) && !OWNED_AFTER.test(text.slice(mention.end - sentence.start));
}
