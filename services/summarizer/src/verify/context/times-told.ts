import type { Reading, ReadSegment } from '../reading.ts';
import type { Look } from './look.ts';

/** Whether what is named tells of a time, or belongs to one that is told of: "after the heart attack", "in pregnancy". */
export function isOfATimeTold({ reading, read, mention, tested, before }: Look): boolean {
  if (PREGNANT.test(read.folded.slice(mention.start, mention.end)) && IN_PREGNANCY.test(before)) return true;
  if (read.segment.speaker !== 'clinician' && answersWhatWas(reading, read)) return true;
  if (saidToBeLongAgo(reading, read) || IN_ANOTHER_AGE.test(before)) return true;
  if (!tested) return false;
  if (AFTER_THE.test(before) || WHEN_I_WAS.test(before)) return true;
  return read.segment.speaker !== 'clinician' && isOfAnOperation(reading, read);
}

/** "They called it a small heart attack." "When was that?" "About five years ago." */
function saidToBeLongAgo(reading: Reading, read: ReadSegment): boolean {
  const [asked, told] = [reading.segments[read.index + 1], reading.segments[read.index + 2]];
  return (
    read.segment.speaker !== 'clinician' &&
    asked?.segment.speaker === 'clinician' &&
    told?.segment.speaker === read.segment.speaker &&
    WHEN_WAS_THAT.test(asked.folded) &&
    LONG_AGO.test(told.folded.slice(0, 60))
  );
}
const WHEN_WAS_THAT =
  /(?<![\p{L}])(?:when (?:was|did) (?:that|this|it|you have|all)|how long ago (?:was|did)|what year|(?:y )?(?:eso )?cuando (?:fue|paso|ocurrio|le dio|le paso|te dio|te paso)|hace cuanto (?:fue|paso))[^?]{0,30}\?/u;
const LONG_AGO =
  /(?<![\p{L}])(?:(?:\p{L}+|\d+) (?:years|decades) ago|years ago|ages ago|a long time ago|when i was|in (?:19|20)\d\d|last year|as a (?:kid|child|teenager)|hace (?:\p{L}+ |\d+ )?(?:anos|muchisimo|mucho)|en (?:19|20)\d\d|de (?:nin[oa]|joven|pequen[oa])|el ano pasado)(?![\p{L}])/u;

/** "And before that?", "¿y antes?": what is answered was. */
const WHAT_WAS =
  /(?:^|[.!?])\W*(?:(?:and|so|but|ok|okay|right|y|entonces|vale)[\s,.]+)*(?:(?:what about )?before (?:that|then)|up (?:to|until) then|antes(?: de (?:eso|entonces))?|hasta entonces)\W*$/u;
const STILL = /(?<![\p{L}])(?:still|now|again|since|same|sigo|todavia|ahora|igual|desde)(?![\p{L}])/u;

function answersWhatWas(reading: Reading, read: ReadSegment): boolean {
  const asker = reading.segments[read.index - 1];
  return (
    asker?.segment.speaker === 'clinician' &&
    asker.folded.includes('?') &&
    WHAT_WAS.test(asker.folded.slice(0, asker.folded.lastIndexOf('?'))) &&
    !STILL.test(read.folded)
  );
}

const PREGNANT = /^(?:pregnanc(?:y|ies)|embarazos?)$/;
const IN_PREGNANCY =
  /(?<![\p{L}])(?:in|during|with (?:my|the) (?:first|second|third|last)|en el|durante el|en un)\s+$/u;

/** "They operated after the heart attack", "before COVID". */
const AFTER_THE =
  /(?<![\p{L}])(?:(?:after|before|following|since|from) (?:the|my|that)|before|pre|since|during|durante|(?:despues|antes|a raiz) (?:del?|de (?:la|el|mi)))\s+$/u;

/** "When I was pregnant". */
const WHEN_I_WAS = /(?<![\p{L}])(?:when|while) (?:i|she) was\s+$|(?<![\p{L}])cuando (?:estaba|estuve)\s+$/u;

/** "When I was carrying my second I had": then. */
const IN_ANOTHER_AGE =
  /(?<![\p{L}])(?:when|while) (?:i|he|she) was (?:carrying|expecting|pregnant|having|a (?:kid|child|girl|boy|lad|teenager|student|baby)|little|young(?:er)?|small|at (?:school|college|uni\p{L}*)|in (?:my|his|her) (?:teens|twenties|thirties|forties|fifties))[^.;?!]{0,40}? (?:i|he|she) (?:had|got|used to (?:have|get)|suffered (?:from|with)|was (?:on|full of))(?: \p{L}+){0,3}\s+$|(?<![\p{L}])cuando (?:era (?:nin|jov|chic|pequen)\p{L}+|estaba (?:embarazada|en el colegio|en la mili)|tenia \p{L}+ anos)[^.;?!]{0,40}? (?:tuve|tenia|me (?:dio|dieron|salio|salieron)|padeci)(?: \p{L}+){0,3}\s+$/u;

const OPERATED =
  /(?<![\p{L}])(?:opera\p{L}+|sac(?:o|aron)|quit(?:o|aron)|intervin\p{L}+|surger\p{L}+|operation|operated|taken out|removed)(?![\p{L}])/u;
const SINCE = /(?<![\p{L}])(?:now|still|again|ahora|todavia|sigo|otra vez)(?![\p{L}])/u;

/** "¿Qué le sacaron?" "El riñón, por un tumor.": told of the operation that is asked after. */
function isOfAnOperation(reading: Reading, read: ReadSegment): boolean {
  const asker = reading.segments[read.index - 1];
  const asked = asker?.sentences.at(-1);
  if (asker?.segment.speaker !== 'clinician' || asked === undefined || SINCE.test(read.folded)) return false;
  const question = asker.folded.slice(asked.start, asked.end);
  return OPERATED.test(question) && question.includes('?');
}
