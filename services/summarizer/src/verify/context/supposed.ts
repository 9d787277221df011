import { type Reading, type ReadSegment, type Span, sentenceBefore } from '../reading.ts';
import { uncontracted } from './cues/words.ts';
import { isGeneral } from './general.ts';
import { isTopicOfTalk } from './topics-es.ts';

const IF_THEN =
  /^(?:[\s,]*(?:or|o|u|and|y)\s+(?:\p{L}+\s+){0,3}?\p{L}+)?[\s,]*(?:(?:if|when|whenever) you (?:get|have|had|develop|notice|feel|see|experience) (?:that|it|this|them|those|these|any|either|one|something)|si (?:le |te |lo |la |los |las |se )*(?:nota|tiene|ve|hay|pasa|da|dan|aparece|aparecen|ocurre|presenta|sale|salen)\b)/u;

/** `Chest pain or fainting, if you have any of those`: a condition right after the mention. */
/** "Chest pain or breathlessness, ring 999": an order right after findings that nobody is said to have. */
const ORDERED =
  /,\s*(?:(?:then|and|just|please|you|need to|should|must|'d|do)\s+)*(?:(?:call|ring|phone|dial|contact|come|go|get|see|let|seek|head)\s(?:[\p{L}\d&]+\s){0,3}?(?:us|me|back|999|911|111|112|ambulance|emergency|hospital|a|er|doctor|surgery|straight|immediately|help|know)(?![\p{L}])|(?:llame|llamenos|venga|acuda|vaya|vuelva|avise|avisenos|consulte)(?![\p{L}]))/u;
const isOrdered = (before: string, after: string): boolean =>
  ORDERED.test(after) &&
  !/(?<![\p{L}])(?:you|your|you've|you're|has|have|had|got|with (?:the|that|this|your)|is|are|was|tiene|su|con|esta|ha)(?![\p{L}])/u.test(
    before,
  );

const conditionFollows = (rest: string): boolean => IF_THEN.test(rest);

/** What may be done, and when: "add amlodipine if the pressure stays up". */
const MAY_BE_DONE =
  /(?:^|[.;:,•–—-]|(?<![\p{L}])(?:and|then|to|or|plan|will|would|can|could|may|might|we'll|i'll))\s*(?:add|start|commence|begin|consider|switch|increase|give|refer|trial|try|repeat|book|arrange|order|check|escalate|offer|prescribe|initiate|up-?titrate|step up|move|change|swap|treat|return|call|ring|phone|come back|re-?attend|contact|send|admit|anadir|iniciar|empezar|derivar|remitir|valorar|considerar|cambiar|aumentar|suspender|avisar|volver|acudir|consultar)(?![\p{L}])[^.;]{0,60}$/u;
const ON_CONDITION =
  /^[^.;]{0,60}(?<![\p{L}])(?:if|unless|should|in case|in the event|si|en caso de|a menos que|salvo que)(?![\p{L}])/u;

/** Code units in which a finding still belongs to the deed: "refer for CKD if". */
const CLOSE = 32;

/** In a plan of the clinician's or a note: done only under a condition that comes after. Raw text tells `sí` from `si`. */
const isConditionalPlan = (before: string, rest: string, rawRest: string, medicine: boolean): boolean => {
  const found = ON_CONDITION.exec(rest);
  const done = MAY_BE_DONE.exec(before)?.[0];
  return (
    found !== null &&
    done !== undefined &&
    (medicine || done.length < CLOSE) &&
    !/sí$/i.test(rawRest.slice(0, found[0].length))
  );
};

/** `Should the redness reach your wrist, we'd start ...`: both halves are supposed. */
const OPENS_INVERTED =
  /^\s*(?:(?:and|but|so|now|then|also|okay|ok|well)[\s,]+)*(?:should (?!(?:i|we|be)(?![\p{L}]))|(?:were|had) (?=[^,?]{3,80}, ?(?:we|i|that|it|then|you|he|she|they) ?(?:'d|would|might|could|'ll|will)(?![\p{L}])))(?:the|your|his|her|their|any|this|that|these|those|it|you|he|she|they|there|things|\p{L}+) [^?]*,[^?]*$/u;

/** `Should low mood persist`: a condition without its `if`. */
const isInverted = (before: string, rest: string): boolean =>
  /(?<![\p{L}])(?:should|were|had) (?:[\p{L}-]+ ){0,3}$/u.test(before) &&
  /^\s+(?:persist|worsen|recur|return|develop|occur|arise|continue|come|get|become|fail|not|start|appear|spread|happen|increase|progress|deteriorate|flare|reappear|to )/u.test(
    rest,
  );

/** "De haber hemorroides, tendríamos que": an infinitive for a condition. Of what shows or is confirmed it needs no more. */
const TO_SHOW =
  /(?:^|[.;:,¿?]|(?<![\p{L}])(?:y|pero|que|o|e)) ?\s*(?:en )?(?:el )?(?:caso )?de (?:no )?(?:aparecer|presentar|confirmar|existir|surgir|notar|producir|desarrollar|dar|sospechar|persistir|detectar|encontrar|hallar|resultar|tratar|empeorar|sufrir|padecer|manifestar|salir)(?:se|le|te|lo|la)?(?: de)?(?![\p{L}])[^.;?!]*$/u;
const TO_BE =
  /(?:^|[.;:,¿?]|(?<![\p{L}])(?:y|pero|que|o|e)) ?\s*de (?:no )?(?:haber|tener|ser|estar|llegar a|haberse)(?:se|le|te|lo|la)?(?! (?:tant|tan|mucho))(?![\p{L}])[^.;?!]*$/u;
const WOULD =
  /(?<![\p{L}])\p{L}{2,}(?:ria|rias|riamos|rian|remos|ran|ra|re)(?![\p{L}])|(?<![\p{L}])(?:hay|habria|habra) que(?![\p{L}])/u;
const OPENS_WITH_ONE = /(?<![\p{L}])de (?:no )?\p{L}+[aei]r(?:se|le|te|lo|la)?(?![\p{L}])/u;
const infinitives = new WeakMap<Span, boolean>();

/** Asked of each sentence once: few hold such an infinitive. */
function hasInfinitive(read: ReadSegment, sentence: Span): boolean {
  const known = infinitives.get(sentence);
  if (known !== undefined) return known;
  const text = read.folded.slice(sentence.start, sentence.end);
  const found = read.tongues.includes('es') && OPENS_WITH_ONE.test(text);
  infinitives.set(sentence, found);
  return found;
}

function isInfinitive(read: ReadSegment, sentence: Span, mention: Span): boolean {
  if (!hasInfinitive(read, sentence)) return false;
  const before = read.folded.slice(sentence.start, mention.start);
  if (TO_SHOW.test(before)) return true;
  const found = TO_BE.exec(before);
  return found !== null && WOULD.test(`${found[0]} ${read.folded.slice(mention.end, sentence.end)}`);
}

const CONDITION = uncontracted('if|unless|in case|en caso de(?: que)?|a menos que|llame\\p{L}* si|vuelva si');
const SI = /(?<![\p{L}])si(?![\p{L}])(?!\s*[,.!])/u;
const ALTERNATIVE = /^[\s,.…]*(?:(?:uh|um|so|well|ok|okay|pues|bueno|eh)[\s,]+)*(?:or|nor|o|u|ni)\s/u;

/** Unpunctuated speech has sentences without end: code units after which a condition has had its consequence. */
const OPEN = 70;
const TOLD = 180;

/** The clinician's sentence goes on with the condition of the one before it, perhaps over a cut between segments. */
function underCondition(reading: Reading, read: ReadSegment, sentence: Span, depth = 0): boolean {
  if (read.segment.speaker !== 'clinician' || depth > 3) return false;
  const inside = sentenceBefore(read, sentence);
  const [owner, before] = inside === undefined ? lastOfSpeaker(reading, read) : [read, inside];
  if (owner === null || before === undefined) return false;
  if (owner.folded.slice(before.start, before.end).trimEnd().endsWith('?')) return false;
  const alternative = ALTERNATIVE.test(read.folded.slice(sentence.start, sentence.end));
  const cut = owner !== read && !/[.?!]\s*$/.test(owner.folded.slice(before.start, before.end));
  if (!alternative && !cut) return false;
  const start = Math.max(before.start, before.end - (alternative ? TOLD : OPEN));
  const raw = owner.segment.text.slice(start, before.end);
  if (CONDITION.test(owner.folded.slice(start, before.end)) || SI.test(raw.toLowerCase())) return true;
  return alternative && underCondition(reading, owner, before, depth + 1);
}

function lastOfSpeaker(reading: Reading, read: ReadSegment): [ReadSegment, Span] | [null, undefined] {
  for (let i = read.index - 1; i >= 0 && i >= read.index - 2; i -= 1) {
    const other = reading.segments[i] as ReadSegment;
    const last = other.sentences.at(-1);
    if (other.segment.speaker === read.segment.speaker && last !== undefined) return [other, last];
  }
  return [null, undefined];
}

/** Said by the clinician of anybody with the disease, or under a condition that stands outside the clause. */
export function isSupposed(
  reading: Reading,
  read: ReadSegment,
  sentence: Span,
  mention: Span,
  medicine: boolean,
): boolean {
  const rest = read.folded.slice(mention.end, sentence.end);
  if (isInfinitive(read, sentence, mention) || isTopicOfTalk(read, sentence, mention)) return true;
  if (read.segment.speaker !== 'clinician' && read.segment.speaker !== 'unknown') return false;
  if (
    isConditionalPlan(
      read.folded.slice(sentence.start, mention.start),
      rest,
      read.segment.text.slice(mention.end, sentence.end),
      medicine,
    )
  )
    return true;
  if (isInverted(read.folded.slice(sentence.start, mention.start), rest)) return true;
  if (OPENS_INVERTED.test(read.folded.slice(sentence.start, sentence.end))) return true;
  if (read.segment.speaker === 'unknown') return false;
  const folded = read.folded.slice(sentence.start, sentence.end);
  return (
    isGeneral(folded, mention.start - sentence.start, mention.end - sentence.start) ||
    conditionFollows(rest) ||
    isOrdered(folded.slice(0, mention.start - sentence.start), rest) ||
    (mention.start - sentence.start < 140 && underCondition(reading, read, sentence))
  );
}
