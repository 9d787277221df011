import { type Reading, type ReadSegment, type Span, sentencesAfter, within } from '../reading.ts';
import { answerOf } from './answers.ts';

/** "Mientras tomo", "now that I'm on": the taking is taken for granted, whatever is asked or supposed beside it. */
const WHILE_TAKING =
  /(?<![\p{L}])(?:(?:mientras|ahora que|desde que|ya que|porque) (?:yo |ya |todavia |me )?(?:tomo|uso|estoy (?:tomando|usando|con)|sigo (?:con|tomando)|llevo|inyecto|pongo|aplico)|(?:while|now that|since|as) i(?: ?'m| am)? (?:still |already )?(?:on|taking|using|take|use|started))(?: (?:el|la|los|las|mi|mis|este|esta|the|my|this))?\s+$/u;
const THAT_I_TAKE =
  /^,? (?:que (?:ya |yo )?(?:tomo|uso|llevo|estoy tomando|me (?:dio|dieron|receto|recetaron|mando|mandaron|puso|pusieron|pongo|tomo))|(?:that |which )?i(?: ?'m| am)? (?:take|use|taking|using|on)(?! if))(?![\p{L}])/u;
const LEFT_OFF = /(?<![\p{L}])(?:lo|la|los|las) (?:deje|he dejado|quite|suspendi|abandone)(?![\p{L}])/u;
const TREATMENT_I_HAVE =
  /(?<![\p{L}])(?:tratamiento|medicacion|pastillas?|inyeccion\p{L}*|inhalador) que (?:llevo|tomo|uso|tengo|sigo|me (?:dieron|mandaron|recetaron)) (?:de|con|para)\s+$/u;

/** "Usted lleva medio año con ella": after general talk, of the medicine that was just named. */
const YOU_ARE_ON_IT =
  /^\W*(?:(?:y|pero|pues|bueno|and|but|so|now|well)[\s,]+)*(?:usted|ud|vos|tu|you|you've|you're|cuanto|cuantos|desde cuando|how long)(?![\p{L}])(?:[^.;]*?(?<![\p{L}])(?:(?:llevas?|lleva|estas?|sigues?|sigue|va) [^.;]*?(?:con (?:el|ella|ellos|ellas|eso|esa|ese)|tomandol[oa]s?)|(?:ya )?(?:lo|la|los|las) (?:tomas?|usas?|llevas?|ha tomado|has tomado|viene tomando)|(?:been |are |'re )?(?:on|taking|using) (?:it|them|that))(?![\p{L}]))/u;
const DENIED = /(?<![\p{L}])(?:no|nunca|jamas|not|never|if|si)(?![\p{L}])/u;

/** "Some people on amlodipine get ... You've been taking it for a month": said of many, and of this one. */
const TAKES_IT =
  /(?<![\p{L}])you ?(?:'ve been|have been|'re|are|'ve) (?:(?:still|already|now|just|only) )*(?:taking|on|using|had|started on|having) (?:it|that|this|one|them|those)(?![\p{L}])(?! if)/u;
const OF_MANY =
  /(?<![\p{L}])(?:people|patients|folks?|men|women|most|many|everyone|anyone) (?:\p{L}+ ){0,2}(?:on|taking|who take|using) $/u;

function takesIt(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (!OF_MANY.test(read.folded.slice(sentence.start, mention.start))) return false;
  const next = sentencesAfter(read, sentence, 2).find((one) => TAKES_IT.test(read.folded.slice(one.start, one.end)));
  return next !== undefined && within(read.terms(), next).every(({ term }) => term.kind !== 'medication');
}

/** Whether the patient is spoken of as taking a medicine, in passing or in the sentence that goes on from it. */
export function isGranted(reading: Reading, read: ReadSegment, sentence: Span, mention: Span): boolean {
  const before = read.folded.slice(sentence.start, mention.start);
  const after = read.folded.slice(mention.end, sentence.end);
  if (read.segment.speaker === 'patient')
    return (
      WHILE_TAKING.test(before) ||
      TREATMENT_I_HAVE.test(before) ||
      (THAT_I_TAKE.test(after) && !LEFT_OFF.test(after) && !DENIED.test(before.slice(-12)))
    );
  if (read.segment.speaker !== 'clinician') return false;
  if (takesIt(read, sentence, mention)) return true;
  const [next] = sentencesAfter(read, sentence, 1);
  if (next === undefined) return false;
  const text = read.folded.slice(next.start, next.end);
  if (!YOU_ARE_ON_IT.test(text) || DENIED.test(text.replace(/,? ¿?(?:no|o no|si)\s*\?\s*$/, ''))) return false;
  const reply = reading.segments[read.index + 1];
  return reply === undefined || answerOf(reply.folded) !== 'no';
}
