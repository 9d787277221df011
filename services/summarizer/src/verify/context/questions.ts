import type { Reading, ReadSegment, Span } from '../reading.ts';
import { stem } from '../words.ts';
import { type Answer, agrees, answerOf, deniedNoun, namesAmount, presupposes } from './answers.ts';
import { amendsDetail } from './details.ts';
import { FAMILY, KIN } from './experiencers.ts';
import { isQuestion } from './is-question.ts';
import { earnest } from './jest.ts';
import { type Asked, namedAgain, stemsOf } from './named-again.ts';
import { has } from './patterns.ts';
import { tellsHowMuch } from './predicated.ts';
import { putRight } from './put-right.ts';
import { type Reply, replyAfter } from './replies.ts';
import { scopeOf } from './scope.ts';

const TAG =
  /(?:,\s*(?:right|correct|yes|no|verdad|cierto|is(?: that|n't it)|do(?:n't)? you|have(?:n't)? you|are(?:n't)? you|does(?:n't)? (?:he|she|it)|ok(?:ay)?|si|o no|no es asi|eh|vale)|(?:right|verdad|cierto))\s*\?+\s*$/;

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
  if (
    HABIT.test(question) &&
    answer !== 'no' &&
    answer !== 'past' &&
    reply.direct &&
    namesAmount(reply.text) &&
    isAmountOf(read.folded.slice(mention.start, mention.end), reply.text)
  )
    return 'yes';
  if (medicine && answer === 'none' && reply.direct && DOSED.test(reply.text)) return 'yes';
  if (SPREADS.test(question) && answer === 'none' && reply.direct && PLACE.test(reply.text)) return 'yes';
  if (WEIGHT.test(question) && answer === 'none' && reply.direct && WEIGHS.test(reply.text)) return 'yes';
  if (!isList(question, mention, sentence) && namesRelative(question, reply, answer, read)) return 'yes';
  if (!scope.negation && reply.direct && putRight(question, reply.text, medicine) !== null) return 'yes';
  if (reply.direct && answer === 'yes' && IS_IT_OVER.test(question)) return 'past';
  if (reply.direct && LAST_TIME.test(question) && IN_A_YEAR.test(reply.text)) return 'past';
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

/** "¿Se le ha pasado el mareo?" "Sí.": it has gone. */
const IS_IT_OVER =
  /(?<![\p{L}])(?:se (?:le|te|os|les) (?:ha |han |fue |a )?(?:pasado|paso|quitado|quito|ido|fue|curado|curo|calmado|calmo)|(?:has|have|did) (?:the|your|that|those|his|her) [^?]{2,30} (?:gone|cleared|settled|stopped|eased|go away|clear up|settle))(?![\p{L}])/u;

/** "When did you last have a fit?" "Two thousand and nine." */
const LAST_TIME =
  /(?<![\p{L}])(?:(?:did|have|has) (?:you|he|she) last|last (?:have|had|time|one|fit|attack|seizure|episode)|(?:la|el) ultim[oa])(?![\p{L}])/u;
const IN_A_YEAR =
  /^\W*(?:(?:oh|um|uh|well|pues|uf|huy|about|around|like|back|in|en|el|por|hace|hacia)[\s,]+)*(?:(?:19|20)\d\d|two thousand(?: and)? \p{L}+|nineteen \p{L}+|dos mil \p{L}+|(?:years|ages|decades) ago|\p{L}+ years ago|(?:muchos )?anos)(?![\p{L}])/u;

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

const OF_DRUGS = /marihuana|marijuana|cannabis|weed|cocain|drug|droga|porro|hachis|heroin/;
const OF_SMOKE = /smok|cigar|tobac|tabac|fum|vap/;
const DRINKS =
  /(?<![\p{L}])(?:pints?|beers?|glass(?:es)?|wines?|bottles?|units|cans|birras?|cervezas?|canas?|cubatas?|copas?|copitas?|vinos?|chelas?|tragos?|botellas?)(?![\p{L}])/u;

/** "Una birra el finde" to "¿alcohol, cigarrillo, marihuana?": an amount of the drink alone. */
const isAmountOf = (habit: string, reply: string): boolean =>
  !DRINKS.test(reply) || !(OF_DRUGS.test(habit) || OF_SMOKE.test(habit));

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

/** "Any painkillers, like diclofenac?": one of those that are meant. */
const EXAMPLE =
  /(?:,\s*(?:como|tipo|like|say)|por ejemplo|tal(?:es)? como|such as|for example|for instance|e\.g\.?)\s+(?:(?:el|la|los|las|un|una|an?|the)\s+)?$/u;

/** "Do you leak when you cough or sneeze?": what it comes on with is nothing else that is asked after. */
const OCCASION = /^ (?:when|whenever|if|al|cuando) (?:(?:you|she|he) )?[^,;?]*/u;

/** Several things asked at once: a bare yes tells not which. */
function isList(question: string, mention: Span, sentence: Span): boolean {
  const around = question.replace(
    /,\s*(?:(?:que tal|como (?:va|sigue|anda|esta)|sigue igual)|right|correct|verdad|no|doctor|sir|ma'am|senora?|please|(?:is|are|do|does|have|has|was|were|did)(?:n't)? (?:you|it|they|he|she|that|there))?\s*\?*\s*$/,
    '',
  );
  const before = around.slice(0, mention.start - sentence.start);
  const after = around.slice(mention.end - sentence.start).replace(OCCASION, '');
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
