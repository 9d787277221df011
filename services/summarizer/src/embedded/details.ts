import { type Line, textBetween, wordAt } from './reading.ts';

/** Words of an answer within which it puts a detail right. */
const OPENING = 7;
const LEADS =
  /^(?:[,.…!]|no|nope|well|oh|um|uh|actually|sorry|only|just|mostly|mainly|it|'s|is|they|'re|about|more|in|on|at|the|my|one|i|take|solo|en|la|el|es|pues)$/;
const UNITS = /^(?:mg|mgs|milligrams?|mcg|micrograms?|grams?|ml|units?|miligramos?|microgramos?|unidades)$/;
const TIMES = /^(?:once|twice)$/;

/** Token where the first word of an answer stands that is no lead, and no assent. */
function firstWord(line: Line): number | null {
  for (let i = line.from; i < Math.min(line.to, line.from + OPENING); i += 1)
    if (!LEADS.test(wordAt(line, i))) return i;
  return null;
}

const sides = (line: Line): string[] =>
  line.words
    .filter(
      ({ as, from }) =>
        as === 'laterality' &&
        (/^(?:the|your|my)$/.test(wordAt(line, from - 1)) || !/^[,.!?]?$/.test(wordAt(line, from + 1) || '.')),
    )
    .map(({ value }) => value);

/** `In both ears?` `Only the left.`; `50 milligrams?` `Micrograms.`: what is put right is granted besides. */
export function amends(asked: Line, answer: Line): boolean {
  const at = firstWord(answer);
  if (at === null) return false;
  const told = answer.words.find(({ as, from }) => as === 'laterality' && from === at);
  if (told !== undefined) {
    const assent = wordAt(answer, at) === 'right' && at === answer.from && /^[,.!?]$/.test(wordAt(answer, at + 1));
    return !assent && sides(asked).length > 0;
  }
  const dosed = line(asked, UNITS) || line(asked, TIMES);
  if (!dosed) return false;
  if (UNITS.test(wordAt(answer, at)) || TIMES.test(wordAt(answer, at))) return true;
  return answer.tokens[at]?.kind === 'number' && UNITS.test(wordAt(answer, at + 1));
}

const line = (asked: Line, test: RegExp): boolean => {
  for (let i = asked.from; i < asked.to; i += 1) if (test.test(wordAt(asked, i))) return true;
  return false;
};

const EASES =
  /\b(?:help|ease|stop|cure|fix|shift|clear(?: up)?|relieve|improve|calm|soothe|do about|done about|anything for|something for|help with|what about|deal with|get rid of|put up with|living with|live with)(?: (?:with|all))? (?:the|my|this|these|that|his|her) (?:\w+ )?$/;

/** `Will it help the stiffness?`: a patient's question that takes the complaint for granted. */
export function presumes(asked: Line, at: number): boolean {
  if (!asked.question || asked.segment.speaker === 'clinician') return false;
  const before = textBetween(asked, asked.from, at);
  return EASES.test(before) || WHY.test(before);
}

/** `So why am I so tired?` */
const WHY =
  /\b(?:why (?:am|'m|is|are|do|does|have|has) (?:i|he|she|my \w+|his \w+|her \w+)(?: (?:so|always|still|get|getting|keep|got|this|these|all|the|feel|feeling|being|having))*|por que (?:estoy|tengo|me siento|me canso|ando|sigo|me)(?: (?:tan|siempre|tanto|tanta|con|este|esta|estos|estas))*) $/;
