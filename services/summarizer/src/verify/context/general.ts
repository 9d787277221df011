import type { Reading, ReadSegment, Span } from '../reading.ts';
import { sentenceBefore } from '../reading.ts';

const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}'])(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');

/** No word that makes the disease this patient's own. */
const ANY =
  '(?!(?:your|his|her|this|that|these|my|the|those|our|its|it|you|me|him|them|regards?|respect|terms|addition|now|today) )';

/** Of a disease in anybody: what stands in the sentence after these words is told of nobody. */
const OF_ANYBODY = word(
  [
    '(?:in|with|for) (?:most |many |some )?(?:people|patients|those|anyone) (?:with|who)',
    '(?:typically|normally|usually|generally|commonly),? (?:in|with|for)(?! (?:your|his|her|this|that|the))',
    `(?:in|with|for) ${ANY}(?:\\p{L}+ ){1,4}?(?:and |or |,? like |so )?(?:people|patients|you|we|one|they)(?: can| could| might| may| will|'ll| do)? ?(?:usually|often|normally|typically|generally|sometimes|commonly|tend|would|expect|'d)`,
    `(?:in|with|for) ${ANY}(?:\\p{L}+ ){1,3}?(?:people|patients) `,
    `(?:in|with) ${ANY}(?:\\p{L}+ ){1,2}?you (?:get|see|find|feel|develop)`,
    '(?:when|if) (?:we|you|i) (?:think|are thinking) (?:of|about)',
    'think(?:ing)? of',
    `(?:tell you|explain(?: to you)?|talk(?: to you)?) (?:a bit |a little |more |something )?(?:about|what) ${ANY}`,
    '(?:explico|explicarle|explicarte|cuento|contarle|hablarle|hablo) (?:un poco |algo )?(?:que es|que son|de|sobre|como (?:va|es|funciona)|en que consiste)(?! (?:su|tu|sus|tus|este|esta|ese|esa) )',
    '(?:need|have|want|got) to think about',
    'think about things like',
    '(?:look|looking|check|checking|test|testing|screen|screening) (?:(?:at |into )things like|for(?! (?:your|his|her|the)))',
    'exclud(?:e|ing)',
    'en la mayoria de (?:la gente|las personas|los pacientes|los casos)',
    '(?:normalmente|generalmente|habitualmente|por lo general),? (?:en|con)(?! (?:su|tu|este|esta|ese|esa))',
    '(?:en|con) (?:el |la |los |las |un |una )?(?:\\p{L}+ ){1,5}?(?:suelen?|uno|la gente|los pacientes|las personas|lo (?:normal|habitual)|normalmente|habitualmente|hay|aparecen?|vemos|esperamos|se (?:suele|ve|espera|produce|caracteriza|manifiesta))',
    '(?:el|la|los|las|quien|quienes) (?:que )?(?:\\p{L}+ ){1,7}?(?:suelen?|acaban?|terminan?|puede[n]?)(?! (?:usted|tu))',
    '(?:cuando|si|que|como|porque|donde|en cuanto) (?:a )?(?:uno|una persona|alguien|cualquiera|la gente|las personas|los pacientes|el cuerpo)(?! de)',
    'a (?:uno|la gente|cualquiera|las personas|los pacientes|muchas personas|mucha gente|todos)(?: \\p{L}+){0,5}? (?:se )?les?',
    '(?:cuando )?pens(?:amos|ar|ando) en',
    '(?:mirar|ver|buscar|comprobar) cosas como',
    'excluir',
  ].join('|'),
);
/** The disease is what the clause speaks of: `measles gives you a rash`. Up to the mention, and what follows it. */
const AT_THE_HEAD = /(?:^|[.,;:?!])\s*(?:el |la |los |las )?$/u;
const BRINGS =
  /^\s+(?:usually|often|normally|typically|generally|always|can|tends? to|gives?|causes?|produces?|brings?|suelen?|da|dan|produce|producen|causa|causan|provoca|provocan)(?![\p{L}'])/u;
const BROUGHT =
  /(?:^|[.,;:?!])\s*(?:el |la |los |las )?(?!(?:your|his|her|this|that|the|it|he|she|they|that|which|who|what|su|tu|esto|eso|me|te|le)\s)(?:\p{L}+ ){1,3}(?:gives?|causes?|produces?|brings?|suelen?|da|dan|produce|producen|causa|causan|provoca|provocan) (?:you |people )?(?:an? |un |una )?[^.;?!]*$/u;

/** Run-on speech has sentences without end: code units that such words reach. */
const REACH = 110;

/** Whether a clinician's sentence tells, at this place, how a disease goes in anybody. Folded text in. */
export function isGeneral(sentence: string, at: number, to: number): boolean {
  const start = Math.max(0, at - REACH);
  const before = sentence.slice(start, at);
  if (OF_ANYBODY.test(before)) return true;
  const rest = sentence.slice(to);
  const over = OF_ANYBODY.exec(sentence.slice(start, to + REACH));
  if (over !== null && start + over.index < at && start + over.index + over[0].length >= to) return true;
  return (AT_THE_HEAD.test(before) && BRINGS.test(rest)) || BROUGHT.test(before);
}

const IF_THEN =
  /^(?:[\s,]*(?:or|o|u|and|y)\s+(?:\p{L}+\s+){0,3}?\p{L}+)?[\s,]*(?:(?:if|when|whenever) you (?:get|have|had|develop|notice|feel|see|experience) (?:that|it|this|them|those|these|any|either|one|something)|si (?:le |te |lo |la |los |las |se )*(?:nota|tiene|ve|hay|pasa|da|dan|aparece|aparecen|ocurre|presenta|sale|salen)\b)/u;

/** `Chest pain or fainting, if you have any of those`: a condition right after the mention. */
export const conditionFollows = (rest: string): boolean => IF_THEN.test(rest);

const CONDITION = word('if|unless|in case|en caso de(?: que)?|a menos que|llame\\p{L}* si|vuelva si');
const SI = /(?<![\p{L}])si(?![\p{L}])(?!\s*[,.!])/u;
const ALTERNATIVE = /^[\s,.…]*(?:(?:uh|um|so|well|ok|okay|pues|bueno|eh)[\s,]+)*(?:or|nor|o|u|ni)\s/u;

/** Unpunctuated speech has sentences without end: code units after which a condition has had its consequence. */
const OPEN = 70;
const TOLD = 180;

/** The clinician's sentence goes on with the condition of the one before it, perhaps over a cut between segments. */
export function underCondition(reading: Reading, read: ReadSegment, sentence: Span, depth = 0): boolean {
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
