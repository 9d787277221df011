import type { Span } from '../reading.ts';

const FEVER =
  /^(?:.*(?<![\p{L}]))?(?:fever|feverish|temperature|hot|warm|burning up|fiebre|calentura|calor|caliente|destemplad[oa])$/u;
const READS_NORMAL =
  /^[^?!]{0,60}(?<![\p{L}])(?:temperature|thermometer|temp|termometro|temperatura)(?![\p{L}])[^.?!]{0,40}?(?<![\p{L}])(?:normal|fine|ok|okay|nothing|no (?:marcaba|marco|salio|daba|tenia)(?: nada| fiebre)?|bien|was(?: not|n't) up|showed nothing)(?![\p{L}])/u;
/** Code units in which the thermometer may still answer. */
const REACH = 110;

/** "I felt hot but my temperature was normal": what was felt is not what was measured. */
export const isCool = (folded: string, sentence: Span, mention: Span): boolean =>
  FEVER.test(folded.slice(Math.max(sentence.start, mention.start), mention.end)) &&
  READS_NORMAL.test(folded.slice(mention.end, mention.end + REACH));

/** The same in answer to whether there is a fever. */
export const answersCool = (asked: string, reply: string): boolean =>
  FEVER.test(asked) && READS_NORMAL.test(reply.slice(0, REACH));
