import { type Line, textOf } from './reading.ts';

/** What a question asks of a finding, or of a medicine, that is spoken of. */
export type Ask =
  | 'how long'
  | 'when'
  | 'how bad'
  | 'where'
  | 'how often'
  | 'what like'
  | 'what worsens'
  | 'what eases'
  | 'whether it helped';

const ASKS: readonly (readonly [Ask, readonly RegExp[]])[] = [
  [
    'how long',
    [
      /\b(how long|how many (days|weeks|months|years)|since when|how much time)\b(?! ago)/,
      /\b(cuanto tiempo|desde cuando|hace cuanto|cuantos (dias|meses|anos)|cuantas semanas)\b/,
    ],
  ],
  [
    'when',
    [
      /\b(when (did|was|were|'d|you first)|how long ago|what day)\b/,
      /\b(cuando (empezo|comenzo|le|fue|empezaron|aparecio|noto)|desde cuando)\b/,
    ],
  ],
  [
    'how bad',
    [
      /\b(how (bad|severe|painful|sore|strong)|scale|zero to ten|1 to 10|one to ten|0 to 10|out of (10|ten)|how would you (rate|score)|score (it|the|your))\b/,
      /\b(del (1|uno|0|cero) al (10|diez)|escala|que intensidad|como de fuerte|intenso)\b/,
    ],
  ],
  [
    'where',
    [
      /\b(where|whereabouts|which (side|part|area|leg|arm|eye|ear|knee|hand|foot|hip|shoulder|one|ones)|one side|both (sides|\w+s)|is it both|left or|right or|(go|goes|spread|move|travel|radiate)s? (\w+ )?(anywhere|down|to)|(point|show) (to|me))\b/,
      /\b(donde|en que (parte|lado|zona|pierna|brazo|ojo|oido|rodilla)|de que lado|que lado|izquierd[oa] o|derech[oa] o)\b/,
    ],
  ],
  [
    'how often',
    [
      /\b(how (often|frequent|frequently|regularly)|how many times|how many .{0,20}(a|per|each|every) (day|week|month|night)|all the time|constant(ly)?|(come|comes) and (go|goes)|on and off|there every (day|night)|continuous(ly)?)\b/,
      /\b(con que frecuencia|cada cuanto|cuantas veces)\b/,
    ],
  ],
  [
    'what like',
    [
      /\b((what|how) (does|do|is|was|did|would|'s) (it|that|this|they|the \w+|your \w+)( \w+)? (like|feel|look)|describe|what (kind|sort|type) of (a )?(pain|ache|feeling|sensation|headache|cough|colou?r|thing)|what colou?r)\b/,
      /\b(sharp|dull|achy?|aching|burning|throbbing|stabbing|crampy|tight|shooting|pressure)( pain| ache)? (,|or)/,
    ],
  ],
  [
    'what worsens',
    [
      /\b(what|anything|something|things?|does|do|is|are|it|they)\b.{0,50}\b(worse|worsens?|brings? (it|them|this|that|the \w+) on|sets? (it|them|this|that|the \w+) off|aggravates?|exacerbates?)\b/,
      /\b(triggers?|come on when|comes on when)\b/,
    ],
  ],
  [
    'what eases',
    [
      /\b(what|anything|something|things?|does|do|is)\b.{0,50}\b(better|eases?|helps?|relieves?|settles? (it|them)|stops? (it|them))\b/,
    ],
  ],
  [
    'whether it helped',
    [
      /\b(did|does|do|has|have|is|are|was|were) (it|that|they|those|these|this|any|the \w+|them)\b.{0,25}\b(help|helps|helped|helping|work|worked|working|difference|touch|relief|effect|easing|ease)\b/,
    ],
  ],
];

const known = new WeakMap<Line, ReadonlySet<Ask>>();

/** What a line asks after, by its words alone. */
export function asksOf(line: Line): ReadonlySet<Ask> {
  let asks = known.get(line);
  if (asks === undefined) {
    const text = textOf(line);
    asks = new Set(ASKS.filter(([, words]) => words.some((pattern) => pattern.test(text))).map(([ask]) => ask));
    known.set(line, asks);
  }
  return asks;
}

export const asks = (line: Line, ...these: readonly Ask[]): boolean => {
  const all = asksOf(line);
  return these.some((ask) => all.has(ask));
};
