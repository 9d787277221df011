import { type ReadSegment, type Span, sentencesAfter, within } from '../reading.ts';

/** "Will it help the stiffness?": asked by who has it. */
const PRESUMED =
  /(?<![\p{L}])(?:help|ease|stop|cure|fix|shift|clear(?: up)?|relieve|improve|calm|soothe|(?:do|done) about|(?:any|some)thing for|what about|deal with|get rid of|put up with|liv(?:e|ing) with|settle|touch)(?: with| all)? (?:the|my|this|these|that|his|her) (?:\p{L}+ )?$/u;
export const isPresumed = (before: string): boolean => PRESUMED.test(before);

/** "Some people on amlodipine get ... You've been taking it for a month": said of many, and of this one. */
const TAKES_IT =
  /(?<![\p{L}])you ?(?:'ve been|have been|'re|are|'ve) (?:(?:still|already|now|just|only) )*(?:taking|on|using|had|started on|having) (?:it|that|this|one|them|those)(?![\p{L}])(?! if)/u;
const OF_MANY =
  /(?<![\p{L}])(?:people|patients|folks?|men|women|most|many|everyone|anyone) (?:\p{L}+ ){0,2}(?:on|taking|who take|using) $/u;

export function takesIt(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (read.segment.speaker !== 'clinician' || !OF_MANY.test(read.folded.slice(sentence.start, mention.start)))
    return false;
  const next = sentencesAfter(read, sentence, 2).find((one) => TAKES_IT.test(read.folded.slice(one.start, one.end)));
  return next !== undefined && within(read.terms(), next).every(({ term }) => term.kind !== 'medication');
}
