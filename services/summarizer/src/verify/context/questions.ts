import { type Reading, type ReadSegment, type Span, sentencesAfter } from '../reading.ts';
import { stem } from '../words.ts';
import { type Answer, agrees, answerOf, deniedNoun, namesAmount, presupposes } from './answers.ts';
import { amendsDetail } from './details.ts';
import { FAMILY, KIN } from './experiencers.ts';
import { isGeneral } from './general.ts';
import { earnest } from './jest.ts';
import { has } from './patterns.ts';
import { tellsHowMuch } from './predicated.ts';
import { putRight } from './put-right.ts';
import { scopeOf } from './scope.ts';

export type Asked = 'yes' | 'no' | 'unsure' | 'past' | 'unanswered';

const TAG =
  /(?:,\s*(?:right|correct|yes|no|verdad|cierto|is(?: that|n't it)|do(?:n't)? you|have(?:n't)? you|are(?:n't)? you|does(?:n't)? (?:he|she|it)|ok(?:ay)?|si|o no|no es asi|eh|vale)|(?:right|verdad|cierto))\s*\?+\s*$/;
const OPENS_AS_QUESTION =
  /^[\s¿,–—-]*(?:(?:and|so|ok(?:ay)?|now|well|y|bueno|a ver|entonces|pues|alright|all right|um|uh)[\s,]+)*(?:do|does|did|have|has|had|are|is|was|were|any|can|could|would|will)(?:n't)? (?:chance|possibility|risk (?:you|that)|you|he|she|it|they|there|any|your|the|anyone|anybody|been|had|ever|other|of|fever|chest|pain|history|allergies)\b/;

/** Whether a sentence asks. Recognisers drop the mark, so English inversion in a clinician's turn counts too. */
export function isQuestion(text: string, clinician: boolean): boolean {
  const trimmed = text.trimEnd();
  if (trimmed.endsWith('?') || trimmed.startsWith('¿')) return true;
  return clinician && OPENS_AS_QUESTION.test(text);
}

/**
 * How a question about a mention was answered. Looks at the rest of the asker's turn and at the turns that follow, up
 * to the next question; an answer that names the mention again is read for itself.
 */
export function answerTo(reading: Reading, read: ReadSegment, sentence: Span, mention: Span, medicine = false): Asked {
  const question = read.folded.slice(sentence.start, sentence.end);
  const scope = scopeOf(
    read.segment.text.slice(sentence.start, sentence.end),
    question,
    mention.start - sentence.start,
    mention.end - sentence.start,
  );
  const reply = replyAfter(reading, read, sentence);
  if (reply === null) return TAG.test(question) && !scope.negation ? 'unsure' : 'unanswered';
  const again = namedAgain(reply, read.folded.slice(mention.start, mention.end));
  if (again !== null) return again;
  if (reply.direct && !scope.negation && amendsDetail(question, reply.text)) return 'yes';
  const answer: Answer = answerOf(earnest(reply.text));
  if (HABIT.test(question) && answer !== 'no' && answer !== 'past' && reply.direct && namesAmount(reply.text))
    return 'yes';
  if (medicine && answer === 'none' && reply.direct && DOSED.test(reply.text)) return 'yes';
  if (SPREADS.test(question) && answer === 'none' && reply.direct && PLACE.test(reply.text)) return 'yes';
  if (WEIGHT.test(question) && answer === 'none' && reply.direct && WEIGHS.test(reply.text)) return 'yes';
  if (!isList(question, mention, sentence) && namesRelative(question, reply, answer, read)) return 'yes';
  if (!scope.negation && reply.direct && putRight(question, reply.text, medicine) !== null) return 'yes';
  if (answer === 'past' && !scope.negation) return reply.direct ? 'past' : 'unanswered';
  const upTo = question.slice(0, mention.start - sentence.start);
  if (!EXAMPLE.test(upTo) && presupposes(question, upTo)) return answer === 'no' ? 'no' : 'yes';
  if (scope.negation) {
    if (CONFIRMS.test(reply.text)) return 'yes';
    if (answer === 'no' || agrees(reply.text)) return 'no';
    if (answer === 'yes') return /\bno (?:tien|ha|hab|tuv|not|sient|padec|tom|fum)/.test(question) ? 'yes' : 'unsure';
    return answer === 'unsure' ? 'unsure' : TAG.test(question) ? 'no' : 'unanswered';
  }
  const named = answer === 'no' && read.tongues[0] === 'en' ? deniedNoun(reply.text) : null;
  const own = stemsOf(read.folded.slice(mention.start, mention.end));
  if (named !== null && !own.includes(stem(named)) && (isList(question, mention, sentence) || !reply.direct))
    return 'unanswered';
  if (answer === 'no') return reply.direct || deniesEach(reading, read, reply) ? 'no' : 'unanswered';
  if (answer === 'unsure') return 'unsure';
  if (answer === 'yes') {
    if (!reply.direct) return 'unanswered';
    return isList(question, mention, sentence) ? 'unsure' : 'yes';
  }
  const alternatives = /\s(?:or|o|u)\s/.test(question) || isList(question, mention, sentence);
  if (reply.direct && !alternatives && tellsHowMuch(reading, read, mention, reply)) return 'yes';
  return TAG.test(question) ? 'unsure' : 'unanswered';
}

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
  /^\W*(?:\p{L}+(?:'\p{L}+)?[\s,]+){0,6}?(?:not (?:too |so |very |that |really |particularly )?(?:great|good|well|brilliant|amazing)|terribl[ey]|awful(?:ly)?|badly?|rubbish|poor(?:ly)?|dreadful(?:ly)?|horribl[ey]|worse|low|shocking|disturbed|broken|reduced|down|patchy|mal|fatal|regular|regulin|poco|poquito|peor|pesim[oa]|floj[oa]|baj[oa]s?|poca|high|abundantes?|irregular(?:es)?|dolorosas?)(?![\p{L}])/u;

/** "You're not still getting those cramps, are you?" "'Fraid so.": so it is, though it was put as a denial. */
const CONFIRMS =
  /^\W*(?:(?:oh|well|um|uh|actually|yes|yeah|no)[\s,.…]+)*(?:'?fraid so|(?:i'm |i am )?afraid (?:so|i (?:do|am|have))|i(?:'m| am) (?:still|sorry to say)|i (?:am|do|have|still|sure do)(?! n[o']t|n't)(?![\p{L}'])|still (?:am|do|have|getting|there)|more than ever|every (?:day|night|morning|week)|me temo que si|por desgracia si|sigo)(?![\p{L}])/u;

/** "You're using the spray?" "Couple of puffs when it grips me." */
const DOSED =
  /^\W*(?:(?:just|about|a|usually|normally|solo|unos|unas|como)[\s,]+)*(?:\d[\d.,]*|one|two|three|four|half a?|couple of|few|un[oa]?|dos|tres|medi[oa]|a hundred|(?:twenty|thirty|forty|fifty|hundred))\s*(?:puffs?|tablets?|pills?|mg|milligrams?|micrograms?|mcg|units?|drops?|sprays?|times a day|pastillas?|comprimidos?|miligramos?|gotas|unidades|inhalaciones|veces al dia)(?![\p{L}])/u;

/** "Does it go down the leg?" "Down to my foot." */
const SPREADS =
  /(?<![\p{L}])(?:(?:go|spread|travel|move|radiate|shoot)(?:es|s|ing)? (?:anywhere|down|up|in|into|to|round|across|through)|(?:se |le |te |me )+(?:baja|sube|va|corre|irradia|extiende|pasa|coge))(?![\p{L}])/u;
const PLACE =
  /^\W*(?:(?:yes|yeah|si|just|mainly|mostly|sobre todo|only|solo|a veces|sometimes)[\s,]+)*(?:down|up|into|to|round|around|across|through|in|por|hasta|hacia|a|al|en) (?:the|my|both|el|la|los|las|mi|todo|toda|un)?/u;

/** "Have you lost weight?" "About two kilos." */
const WEIGHT = /(?<![\p{L}])(?:weight|peso|adelgaz\p{L}*|engord\p{L}*)(?![\p{L}])/u;
const WEIGHS =
  /^\W*(?:(?:about|around|like|maybe|probably|nearly|almost|over|at least|como|casi|unos|unas|mas de|ya|pues|creo que|i think)[\s,]+)*[\p{L}\d.,]+ (?:(?:a|an|and a half|y medio|of) )?(?:stones?|pounds?|lbs?|kilos?|kilitos?|kgs?|libras?)(?![\p{L}])/u;

const HABIT =
  /(?<![\p{L}])(?:smok\p{L}+|drink\p{L}*|alcohol|cigarettes?|vap(?:e|ing)|booze|fum\p{L}+|beb\p{L}+|tabaco|cigarrillos?)(?![\p{L}])/u;

/** "Does anybody in the family get migraines?" "My mum did.": whoever is named has it. */
function namesRelative(question: string, reply: Reply, answer: Answer, read: ReadSegment): boolean {
  if (answer === 'no' || answer === 'unsure' || !reply.direct || !has(FAMILY, question)) return false;
  const first = /^[^.!?…]*/.exec(reply.text)![0];
  return (
    has(KIN[read.tongues[0] ?? 'en'], first) &&
    !/(?<![\p{L}])(?:no|not|n't|never|nunca|nadie)(?![\p{L}])|n't/u.test(first)
  );
}

const ALL_DENIED =
  /^\W*(?:(?:uh|um|oh|well|pues|bueno|no)[\s,.]+)*(?:no,? (?:to both|and no|y no)|neither|none of (?:those|that|them)|nothing like that|ni una cosa ni|ninguna? de|nada de eso|a ninguna)/u;
const BARE_NO = /^\W*(?:(?:uh|um|oh|well|pues)[\s,.]+)*(?:no|nope|never|nunca|tampoco)\W*$/u;

/** Several questions, and as many times `no`, or one that says it is for all. */
function deniesEach(reading: Reading, asker: ReadSegment, reply: Reply): boolean {
  if (ALL_DENIED.test(reply.text)) return true;
  let asked = 0;
  for (let i = asker.index; i < reply.at; i += 1) {
    const one = reading.segments[i]!;
    if (one.segment.speaker !== asker.segment.speaker) continue;
    asked += one.sentences.filter((span) => isQuestion(one.folded.slice(span.start, span.end), true)).length;
  }
  let noes = 0;
  for (let i = reply.at; i < reading.segments.length && noes < asked; i += 1) {
    const one = reading.segments[i]!;
    if (one.segment.speaker !== reading.segments[reply.at]!.segment.speaker) break;
    for (const span of one.sentences) {
      if (!BARE_NO.test(one.folded.slice(span.start, span.end))) return false;
      noes += 1;
    }
  }
  return asked > 0 && noes >= asked;
}

export interface Reply {
  /** Index of the segment that it begins in. */
  readonly at: number;
  /** Folded. */
  readonly text: string;
  readonly raw: string;
  /** No other question stands between. */
  readonly direct: boolean;
}

function replyAfter(reading: Reading, read: ReadSegment, sentence: Span): Reply | null {
  const rest = sentencesAfter(read, sentence, 12);
  let direct = true;
  for (const span of rest) {
    const text = read.folded.slice(span.start, span.end);
    if (isQuestion(text, read.segment.speaker === 'clinician')) {
      if (!continues(text)) direct = false;
      continue;
    }
    if (
      answerOf(text) !== 'none' &&
      (read.segment.speaker === 'unknown' || read.segment.speaker === 'other' || !direct || span === rest[0])
    ) {
      if (read.segment.speaker !== 'clinician' || answersOneself(text))
        return {
          at: read.index,
          text: read.folded.slice(span.start),
          raw: read.segment.text.slice(span.start),
          direct,
        };
    }
  }
  for (let i = read.index + 1; i < Math.min(reading.segments.length, read.index + 4); i += 1) {
    const next = reading.segments[i]!;
    if (next.segment.speaker === read.segment.speaker && read.segment.speaker !== 'unknown') {
      if (next.sentences.some((span) => isQuestion(next.folded.slice(span.start, span.end), true))) direct = false;
      continue;
    }
    if (/^[\s\W]*(?:(?:uh+|um+|mm+|hmm+|okay|ok|so|eh|ah|bueno|pues)[\s\W]*)*$/.test(next.folded)) continue;
    return { at: i, text: next.folded, raw: next.segment.text, direct };
  }
  return null;
}

/** "Any fever? Chills? Any sort of rash at all?" is one list; "Any fever? Do you smoke?" is two questions. */
const continues = (question: string): boolean =>
  question.trim().split(/\s+/).length <= 4 ||
  /^[\s,]*or\s/.test(question) ||
  /^[\s,]*(?:(?:or|and|and no|y|o)\s+)?(?:any|algun|alguna)\s(?!(?:chance|idea)\b)/.test(question);

/** A clinician who dictates: "Fever? No." */
const answersOneself = (text: string): boolean =>
  /^\s*(?:no|yes|si|none|negative|negativo|niega)\s*[.,]?\s*$/.test(text);

/** "Any painkillers, like diclofenac?": one of those that are meant. */
const EXAMPLE =
  /(?:,\s*(?:como|tipo|like|say)|por ejemplo|tal(?:es)? como|such as|for example|for instance|e\.g\.?)\s+(?:(?:el|la|los|las|un|una|an?|the)\s+)?$/u;

/** Several things asked at once: a bare yes tells not which. */
function isList(question: string, mention: Span, sentence: Span): boolean {
  const around = question.replace(
    /,\s*(?:(?:que tal|como (?:va|sigue|anda|esta)|sigue igual)|right|correct|verdad|no|doctor|sir|ma'am|senora?|please|(?:is|are|do|does|have|has|was|were|did)(?:n't)? (?:you|it|they|he|she|that|there))?\s*\?*\s*$/,
    '',
  );
  const before = around.slice(0, mention.start - sentence.start);
  const after = around.slice(mention.end - sentence.start);
  const joined =
    /(?:,|\s(?:or|o|u|ni|nor|and|y|e))\s*(?:(?:any|some|the|your|la|el|un|una|alguna?|de|mucha?|bad|severe)\s+){0,2}$/.test(
      before,
    ) && /\p{L}{4,}/u.test(before);
  return (
    EXAMPLE.test(before) ||
    /(?<![\p{L}])(?:drink|smoke|vape|fum[ae]s?|beb[ae]s?|tom[ae]s?)\s+(?:or|o|u)\s*$/u.test(before) ||
    /^\s*(?:\p{L}+\s+){0,3}?(?:,|or\s|o\s|u\s)/u.test(after) ||
    (joined &&
      /(?:any|some|tiene|tenido|have|had|having|noto|notado|like|como)\s.*\p{L}{4,}.*(?:,|\sor|\so)\s*/u.test(before))
  );
}

/** "No, I can speak fine": the deed, not the trouble with it. */
const ABLE = /(?:(?:can|could|able to|manage to|puedo|puede|logro|consigo) (?:still |\p{L}+ly )?)$/u;

/** "Allergies? Um, no.": what was asked is only repeated. */
const ECHO = /^\s*[.?!…]\s*/;

const stemsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
    .map(stem);

/** A reply that names the mention only to deny it: "I wouldn't call it a headache". */
export const deniedBy = ({ folded, segment }: ReadSegment, mention: string): boolean =>
  namedAgain({ at: 0, text: folded, raw: segment.text, direct: true }, mention) === 'no';

/** "No, nothing sticks." */
const NOTHING = /(?<![\p{L}])(?:nothing|nada)\s+(?:se (?:me )?)?$/u;

/** "Y las piernas bien", "my legs are fine". */
const IS_WELL =
  /^,? (?:(?:are|is|'re|'s|look|feel|estan?|van?|las tengo|los tengo|siempre) )?(?:all |perfectly |absolutely |muy |todo )?(?:bien|fine|ok|okay|good|great|normal(?:es)?|clear|perfect[oa]?s?|perfectamente|grand)(?=\s*(?:[.,;!]|$))/u;

const SIDE = /(?<![\p{L}])(left|right|izquierd|derech)/gu;
const sidesOf = (text: string): Set<string> =>
  new Set([...text.matchAll(SIDE)].map((found) => (/^(?:left|izq)/.test(found[1]!) ? 'left' : 'right')));

/** "Right hip pain?" "Left hip pain, the side with my watch.": named again, on the other side alone. */
function otherSide(mention: string, reply: string): boolean {
  const [asked, told] = [sidesOf(mention), sidesOf(reply)];
  return asked.size === 1 && told.size === 1 && [...asked][0] !== [...told][0];
}

/** "Blood when you cough": its head is the blood. */
const HANGS_ON = /(?<=\p{L}{3})\s(?:when|while|with|in|on|of|at|from|after|during|if|de|del|en|con|al|cuando|si)\s.*$/u;

/** The mention, said again in the reply. */
function namedAgain(reply: Reply, mention: string): Asked | null {
  const stems = stemsOf(mention);
  if (stems.length === 0) return null;
  const head = stemsOf(mention.replace(HANGS_ON, '')).at(-1) ?? stems.at(-1);
  for (const match of reply.text.slice(0, 240).matchAll(/\p{L}+/gu)) {
    if (stem(match[0]) !== head) continue;
    if (ABLE.test(reply.text.slice(0, match.index))) return null;
    const scope = scopeOf(reply.raw, reply.text, match.index, match.index + match[0].length);
    const echoed = ECHO.exec(reply.text.slice(match.index + match[0].length));
    if (echoed !== null && reply.text.slice(0, match.index).trim().split(/\s+/).length <= 3) {
      const answer = answerOf(reply.text.slice(match.index + match[0].length + echoed[0].length));
      if (answer !== 'none') return answer;
    }
    if (scope.polarity === 'negated' || NOTHING.test(reply.text.slice(0, match.index))) return 'no';
    if (IS_WELL.test(reply.text.slice(match.index + match[0].length))) return 'no';
    if (otherSide(mention, reply.text.slice(0, match.index + match[0].length))) return 'no';
    const start = reply.text.slice(0, match.index).search(/[^.?!]*$/);
    const sentence = /^[^.?!]*/.exec(reply.text.slice(start))![0];
    if (isGeneral(sentence, match.index - start, match.index - start + match[0].length)) return 'unanswered';
    if (scope.polarity === 'affirmed')
      return answerOf(reply.text) === 'no' && !/^\W*no\W+(?:\w+\s+){0,3}$/.test(reply.text.slice(0, match.index))
        ? null
        : 'yes';
    return 'unsure';
  }
  return null;
}
