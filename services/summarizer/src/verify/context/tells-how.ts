import type { Reading, ReadSegment, Span } from '../reading.ts';
import { replyAfter } from './replies.ts';

/** "Waterworks okay? Bowels?" "All normal.", "And your appetite?" "Not great.": how a function is that was asked after. */
export function tellsHow(reading: Reading, read: ReadSegment, sentence: Span): boolean {
  const reply = replyAfter(reading, read, sentence);
  return (
    reply !== null && (ALL_WELL.test(reply.text) || (reply.direct && (WELL.test(reply.text) || ILL.test(reply.text))))
  );
}

const STATE =
  '(?:fine|normal|ok(?:ay)?|good|alright|all right|regular)(?![\\p{L}])(?! (?:until|till|apart|except|but|if|when|for))';
const BE =
  "(?:(?:they|it|that|everything)(?:'s|'re| is| are| seems?)?|yes|yeah|oh|perfectly|absolutely|completely|pretty|just)";
const WELL = new RegExp(`^\\W*(?:${BE}[\\s,]+)*(?:(?:all|both)[\\s,]+)?${STATE}`, 'u');
const ALL_WELL = new RegExp(`^\\W*(?:${BE}[\\s,]+)*(?:(?:all|both|everything)(?:'s| is)?[\\s,]+)${STATE}`, 'u');

const ILL =
  /^\W*(?:\p{L}+(?:'\p{L}+)?[\s,]+){0,6}?(?:not (?:too |so |very |that |really |particularly )?(?:great|good|well|brilliant|amazing|much)|terribl[ey]|awful(?:ly)?|badly?|rubbish|poor(?:ly)?|dreadful(?:ly)?|horribl[ey]|worse|low|shocking|disturbed|broken|reduced|down|patchy|mal|fatal|regular|regulin|poco|poquito|peor|pesim[oa]|floj[oa]|baj[oa]s?|poca|high|abundantes?|irregular(?:es)?|dolorosas?)(?![\p{L}])/u;
