import { type Reading, type ReadSegment, type Span, within } from '../reading.ts';

/** What a reply may begin with before the name that was meant. */
const OPENING =
  /^[\s¿¡]*(?:(?:no|nono|ay|uy|ah|oh|eh|um|uh|er|well|pues|bueno|perdon|perdone|disculpe|sorry|actually|doctora?|en realidad|mas bien|querra decir|quiere decir|sera|seria|es|era|eso es|se llama|tomo|yo tomo|it's|it is|you mean|do you mean|i think you mean|i take|i'm on|la|el|the)[\s,.…:—–-]+)*$/u;
const PUTS_RIGHT =
  /^[\s¿¡]*(?:(?:ay|ah|oh|uy|well|pues|eh|um)[\s,.]+)*(?:no|perdon|disculpe|sorry|sera|querra decir|quiere decir|mas bien|en realidad|actually|you mean|do you mean|i think you mean)(?![\p{L}])/u;
/** Nothing but the other name: "Beclometasona, doctor". */
const TO_THE_DOCTOR = /^,? (?:doctora?|doc|senorita|sir|ma'am|miss)(?![\p{L}])/u;
const ADDS = /(?<![\p{L}])(?:tambien|ademas|y|too|also|as well|and|plus|otr[oa])(?![\p{L}])/u;
/** Of what the reply names it says itself that it isn't meant, or whose it is. */
const SET_ASIDE =
  /(?:(?<![\p{L}])(?:no|not|nunca|never)(?:,? (?:es |era |the |la |el |lo de )*)|(?:not|no) )$|^[^.?!]{0,12}(?<![\p{L}])(?:no|era de|es de|la toma mi|lo toma mi|is my|was my|not)(?![\p{L}])/u;

/** Names that are taken for one another begin or end alike. */
const BEGIN = 2;
const END = 4;
const alike = (one: string, other: string): boolean =>
  one.slice(0, BEGIN) === other.slice(0, BEGIN) || one.slice(-END) === other.slice(-END);

/**
 * "Entonces toma clonidina." "Clonazepam, doctora": the clinician read or heard a name wrong, and the one who takes it
 * says the right one first thing.
 */
export function isMisheard(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'clinician') return false;
  const own = within(read.terms(), mention)[0];
  const last = read.sentences.at(-1);
  if (own === undefined || last === undefined || last.start - sentence.end > 40) return false;
  if (own.term.kind !== 'medication' && own.term.kind !== 'condition' && own.term.kind !== 'allergy') return false;
  const next = reading.segments[read.index + 1];
  if (next === undefined || next.segment.speaker === 'clinician') return false;
  const [meant, ...others] = next.terms();
  if (meant === undefined || meant.term.kind !== own.term.kind || meant.term.key === own.term.key) return false;
  const { folded } = next;
  if (folded.slice(meant.start, meant.end).includes(read.folded.slice(own.start, own.end))) return false;
  if (!OPENING.test(folded.slice(0, meant.start)) || ADDS.test(folded.slice(0, meant.start))) return false;
  if (/^[\s,]*(?:y|tambien|ademas|and|too|as well|also)(?![\p{L}])/u.test(folded.slice(meant.end))) return false;
  const again = others.find(({ term }) => term.key === own.term.key);
  if (
    again !== undefined &&
    !SET_ASIDE.test(folded.slice(meant.end, again.start)) &&
    !SET_ASIDE.test(folded.slice(again.end))
  )
    return false;
  return (
    PUTS_RIGHT.test(folded) ||
    TO_THE_DOCTOR.test(folded.slice(meant.end)) ||
    alike(read.folded.slice(own.start, own.end), folded.slice(meant.start, meant.end))
  );
}
