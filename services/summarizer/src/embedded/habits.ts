import type { Said } from './attributes.ts';
import type { Found } from './findings.ts';
import { type Line, said, spanish, textOf, wordAt } from './reading.ts';

const COUNT =
  '(?:\\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|half a|a couple of|couple of|a few|the odd|the occasional)';
const AMOUNT = new RegExp(
  `\\b(${COUNT}(?: (?:or|to|-|,|maybe|and a half) ?${COUNT})? (?:(?!(?:mg|milligrams?|years?|days?|weeks?|times?|hours?|tablets?|pills?|kg|miles?|minutes?|[.;?!]) )\\S+ ){0,4}?(?:(?:a|per|each|every|over a|over the|at the|on a|of a) (?:day|week|night|weekend|weekends|month|friday|saturday|sunday|evening)|most (?:days|nights|evenings|weekends)|at weekends?|on weekends|daily|every day|every night)) `,
  'd',
);

/** `About twenty a day`, `six, eight pints over a weekend`: how much somebody smokes or drinks. */
export function amountIn(line: Line): Said | null {
  if (spanish(line)) return null;
  const text = textOf(line);
  const [start, end] = AMOUNT.exec(text)?.indices?.[1] ?? [-1, -1];
  if (start < 0) return null;
  const from = line.from + text.slice(0, start).split(' ').length - 1;
  const to = line.from + text.slice(0, end).trimEnd().split(' ').length;
  return { name: 'frequency', value: said(line, from, to), from, to };
}

const ASKS_DRINK =
  /^(?:(?:and|so|ok|okay|right|now|,|what|how|about|any|do|did|you|you're|are|much|would|say|ever|still|a|to|be|or) )*(drink|drinking|booze)(?: (?:at all|much|alcohol|any alcohol|a lot|often|regularly|usually|normally|in a week|a week|on average))* [?.,]/;

/** `And drink?`, `do you drink at all?`: alcohol is what is asked after. */
export function drinkAsked(line: Line): Found[] {
  if (spanish(line) || !line.question || line.segment.speaker === 'patient') return [];
  if (line.mentions.some(({ term }) => term.key === 'alcohol_use') || !ASKS_DRINK.test(textOf(line))) return [];
  for (let i = line.from; i < line.to; i += 1)
    if (/^(drink|drinking|booze)$/.test(wordAt(line, i)))
      return [{ from: i, to: i + 1, mention: null, kind: 'risk_factor', name: said(line, i, i + 1) }];
  return [];
}

const ASKS_EXERCISE = /\b(exercise|active|keep fit|gym|sports?|physical activity)\b/;
export const asksOfExercise = (line: Line): boolean => line.question && ASKS_EXERCISE.test(textOf(line));
